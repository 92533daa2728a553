import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import type { Filling } from './filling.ts';
import type { Instrument, Question } from './instrument.ts';
import type { Outcome } from './score.ts';

/** What of a result goes along with a request: what the person ticked, in the words they saw, and nothing else. */
export type CarriedResult = {
	readonly name: string;
	readonly version: string;
	readonly variant: Filling['variant'];
	readonly language: Language;
	readonly filledOn: CalendarDay;
	readonly scales: readonly {
		readonly title: string;
		readonly level: string;
		readonly total: number;
		readonly max: number;
	}[];
	/** Answers that put help first. */
	readonly safety: readonly Said[];
	readonly answers: readonly (Said & { readonly points: number | null })[];
};
type Said = { readonly question: string; readonly answer: string };

/** What can be ticked: each scale that has a level, the safety answers where there are any, and all answers. */
export function tickable(outcome: Outcome): readonly string[] {
	return [
		...(outcome.safety.length > 0 ? ['safety'] : []),
		...outcome.scales.filter((one) => one.band).map((one) => one.scale.key),
		'answers',
	];
}

/** Puts together what was ticked; undefined when nothing was, and then nothing goes along. */
export function carriedResult(
	filled: { instrument: Instrument; filling: Filling; outcome: Outcome },
	ticked: readonly string[],
	when: { language: Language; filledOn: CalendarDay },
): CarriedResult | undefined {
	const { instrument, filling, outcome } = filled;
	if (!ticked.some((one) => tickable(outcome).includes(one))) return undefined;
	const { language, filledOn } = when;
	const { scoring, forms } = instrument;
	const said = (question: Question): Said => ({
		question: question.text[language],
		answer: wordsOf(question, filling.answers[question.id] ?? [])
			.map((words) => words[language])
			.join(', '),
	});
	const { questions } = forms[filling.variant];
	const answered = questions.filter((one) => filling.answers[one.id]);
	const points = new Map(
		outcome.scales.flatMap(({ parts }) =>
			parts.flatMap(({ rows }) => rows.map((row) => [row.question.id, row.points])),
		),
	);
	const alarming = new Set(outcome.safety.map((rule) => rule.item));
	return {
		name: scoring.name[language],
		version: scoring.version,
		variant: filling.variant,
		language,
		filledOn,
		scales: outcome.scales.flatMap(({ scale, band, total, max }) => {
			if (!band || total === null || !ticked.includes(scale.key)) return [];
			const level = scoring.levels.find((one) => one.key === band.level)!;
			return [{ title: scale.title[language], level: level.title[language], total, max }];
		}),
		safety: ticked.includes('safety') ? questions.filter((one) => alarming.has(one.id)).map(said) : [],
		answers: ticked.includes('answers')
			? answered.map((one) => ({ ...said(one), points: points.get(one.id) ?? null }))
			: [],
	};
}

/** The words of the answers that were chosen. */
export function wordsOf(question: Question, codes: readonly string[]) {
	return question.options.filter((option) => codes.includes(option.code)).map((option) => option.words);
}
