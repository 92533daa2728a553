import { redirect } from '@sveltejs/kit';
import type { Language } from '#lib/kernel/local-words.ts';
import { readingOf } from '#lib/directory/reading.server.ts';
import { wordsOf } from '#lib/questionnaires/carried-result.ts';
import type { Form } from '#lib/questionnaires/instrument.ts';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { readingAddress, type Reading } from '#lib/questionnaires/reading-links.ts';
import { score, type ScaleResult } from '#lib/questionnaires/score.ts';
import { fillingPage, goesOn } from '../filling-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await fillingPage(event);
	const { filling, form, changed } = page;
	const next = goesOn(page);
	if (Object.keys(filling.answers).length === 0 && !next.endsWith('/result')) redirect(303, next);
	const { scoring } = HOW_AM_I;
	const outcome = score(HOW_AM_I, filling.variant, filling.answers);
	const ofVariant = <Words>(words: Readonly<Record<typeof filling.variant, Words>>) => words[filling.variant];
	return {
		now: event.locals.now,
		name: scoring.name,
		variant: filling.variant,
		changed,
		kept: filling.keptUntil !== undefined,
		goesOn: next.endsWith('/result') ? undefined : next,
		headline: ofVariant(scoring.headlines[outcome.level]!),
		safety: outcome.safety.map(({ help }) => ({ title: ofVariant(help.title), text: ofVariant(help.text) })),
		levels: scoring.levels.map((level) => level.short),
		source: scoring.source,
		version: scoring.version,
		scales: outcome.scales.map((one) => scaleView(one, form, filling.variant)),
		steps: outcome.steps.map(({ key, title, text }) => ({ key, title: ofVariant(title), text: ofVariant(text) })),
		reading: readingLinks(outcome.reading, event.locals.language),
	};
};

function readingLinks(slugs: readonly Reading[], language: Language) {
	return slugs.map((slug) => ({ href: readingAddress(slug), title: readingOf(slug, language)?.title ?? slug }));
}

/** One scale as the page shows it: the level, what it means, and how it came about. */
function scaleView({ scale, parts, total, max, band, missing }: ScaleResult, form: Form, variant: 'self' | 'close') {
	const { levels } = HOW_AM_I.scoring;
	const reached = band ? levels.findIndex((level) => level.key === band.level) : null;
	const placeOf = (id: string) => form.questions.findIndex((one) => one.id === id) + 1;
	return {
		key: scale.key,
		title: scale.title,
		reached,
		level: reached === null ? undefined : levels[reached]!.title,
		meaning: band?.meaning[variant],
		total,
		max,
		bands: scale.bands.map(({ level, from, to }) => ({
			from,
			to,
			title: levels.find((one) => one.key === level)!.short,
		})),
		missing: missing.map(({ id, short }) => ({ place: placeOf(id), short })),
		parts: parts.map((part) => ({
			title: scale.parts.length > 1 ? scale.parts.find((one) => one.key === part.key)!.title : undefined,
			total: part.total,
			rows: part.rows.map(({ question, codes, points }) => ({
				place: placeOf(question.id),
				short: question.short,
				answers: wordsOf(question, codes),
				points,
			})),
		})),
	};
}
export type ScaleView = ReturnType<typeof scaleView>;
