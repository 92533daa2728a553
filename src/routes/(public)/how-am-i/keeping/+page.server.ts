import { keptWhenAway } from '#lib/identity/doorway.server.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { keepUnderCode } from '#lib/questionnaires/kept-filling.server.ts';
import { fillingPage, goesOn } from '../filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await fillingPage(event);
	const { filling } = page;
	return {
		goesOn: goesOn(page),
		keptUntil: filling.keptUntil === undefined ? undefined : new Date(filling.keptUntil),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const away = (failure: unknown) => keptWhenAway(event, {}, failure);
		const { filling, token } = await fillingPage(event).catch(away);
		const code = await keepUnderCode(token, filling, event.locals.now).catch(away);
		holdFilling(event, code);
		// Only this answer shows it: whoever opens the page later on the same device does not find the code.
		return { code };
	},
};
