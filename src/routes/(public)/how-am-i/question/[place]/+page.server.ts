import { redirect } from '@sveltejs/kit';
import { keptWhenAway, notFound, refused, typedFrom } from '#lib/identity/doorway.server.ts';
import { answerAt, firstOpen, progressOf, questionAt, skipAt, type Filling } from '#lib/questionnaires/filling.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { keepFilling } from '#lib/questionnaires/kept-filling.server.ts';
import { alarmsIn } from '#lib/questionnaires/score.ts';
import { fillingPage, START, type FillingPage } from '../../filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The place of a question from its address. */
function placeOf(text: string): number {
	return /^[1-9]\d?$/.test(text) ? Number(text) : notFound();
}

export const load: PageServerLoad = async (event) => {
	const place = placeOf(event.params.place);
	const page = await fillingPage(event);
	const { form, filling } = page;
	const question = questionAt(form, place) ?? notFound();
	const open = firstOpen(form, filling);
	// Questions ahead of the first open one are not there yet; those behind it can always be gone back to.
	if (open !== undefined && place > open) redirect(303, `${START}/question/${open}`);
	const fromResult = event.url.searchParams.has('result');
	return {
		place,
		of: form.questions.length,
		question,
		module: form.modules.find((one) => one.id === question.module)!.title,
		progress: progressOf(form, filling),
		answered: filling.answers[question.id] ?? [],
		saved: filling.answers[question.id] !== undefined || place > 1,
		kept: filling.keptUntil !== undefined,
		query: fromResult ? '?result' : '',
		back: fromResult ? `${START}/result` : place > 1 ? `${START}/question/${place - 1}` : START,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const place = placeOf(event.params.place);
		const typed = await typedFrom(event);
		const page = await fillingPage(event).catch((failure: unknown) => keptWhenAway(event, typed, failure));
		const { form, filling, token } = page;
		const given = typed['answer'] ?? [];
		const codes = (typeof given === 'string' ? [given] : given).filter((code) => code !== '');
		const answered =
			typed['skip'] === undefined
				? answerAt(form, filling, { place, codes })
				: ({ ok: true, value: skipAt(form, filling, place) } as const);
		if (!answered.ok) return refused(event, typed, answered);
		await keepFilling(token, answered.value, event.locals.now).catch((failure: unknown) =>
			keptWhenAway(event, typed, failure),
		);
		holdFilling(event, token);
		redirect(303, after(page, answered.value, { place, toResult: event.url.searchParams.has('result') }));
	},
};

/** Where an answer leads: help first when it asks for help, then the next question, then the result. */
function after({ form, filling }: FillingPage, answered: Filling, at: { place: number; toResult: boolean }): string {
	const { place } = at;
	const next = at.toResult || place >= form.questions.length ? 'result' : String(place + 1);
	const asked = form.questions[place - 1]!.id;
	const alarmed = alarmsIn(HOW_AM_I, answered.answers).some((rule) => rule.item === asked);
	const before = alarmsIn(HOW_AM_I, filling.answers).some((rule) => rule.item === asked);
	if (alarmed && !before) return `${START}/help?of=${place}${at.toResult ? '&result' : ''}`;
	return next === 'result' ? `${START}/result` : `${START}/question/${next}`;
}
