import { redirect } from '@sveltejs/kit';
import { keptWhenAway } from '#lib/identity/doorway.server.ts';
import { letGoOfFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { forgetFilling } from '#lib/questionnaires/kept-filling.server.ts';
import { fillingPage, goesOn, START } from '../filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await fillingPage(event);
	return { goesOn: goesOn(page), kept: page.filling.keptUntil !== undefined };
};

export const actions: Actions = {
	default: async (event) => {
		const away = (failure: unknown) => keptWhenAway(event, {}, failure);
		const { token } = await fillingPage(event).catch(away);
		await forgetFilling(token, event.locals.now).catch(away);
		letGoOfFilling(event);
		redirect(303, `${START}?deleted`);
	},
};
