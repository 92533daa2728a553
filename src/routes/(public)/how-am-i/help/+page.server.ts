import { redirect } from '@sveltejs/kit';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { alarmsIn } from '#lib/questionnaires/score.ts';
import { fillingPage, goesOn, START } from '../filling-page.server.ts';
import type { PageServerLoad } from './$types';

/** Help at once, after an answer that asks for it; the questions wait. */
export const load: PageServerLoad = async (event) => {
	const page = await fillingPage(event);
	const place = Number(event.url.searchParams.get('of'));
	const alarms = alarmsIn(HOW_AM_I, page.filling.answers);
	const asked = page.form.questions[place - 1]?.id;
	const rule = alarms.find((one) => one.item === asked) ?? alarms[0];
	if (!rule) redirect(303, goesOn(page));
	return {
		title: rule.help.title[page.filling.variant],
		text: rule.help.text[page.filling.variant],
		goesOn: event.url.searchParams.has('result') ? `${START}/result` : goesOn(page),
	};
};
