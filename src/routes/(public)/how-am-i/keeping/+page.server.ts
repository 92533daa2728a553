import { redirect } from '@sveltejs/kit';
import { keptWhenAway } from '#lib/identity/doorway.server.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { codeOfFilling, keepUnderCode } from '#lib/questionnaires/kept-filling.server.ts';
import { fillingPage, goesOn, START } from '../filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await fillingPage(event);
	const { filling } = page;
	return {
		goesOn: goesOn(page),
		kept:
			filling.keptUntil === undefined
				? undefined
				: { code: codeOfFilling(filling.command), until: new Date(filling.keptUntil) },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const away = (failure: unknown) => keptWhenAway(event, {}, failure);
		const { filling, token } = await fillingPage(event).catch(away);
		holdFilling(event, await keepUnderCode(token, filling, event.locals.now).catch(away));
		redirect(303, `${START}/keeping`);
	},
};
