import * as v from 'valibot';
import { choice } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { forgetRemembered } from '#lib/identity/sessions.server.ts';
import { chooseLanguage, readOwnAccount } from '#lib/identity/workers.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ language: choice(LANGUAGES) });

export const load: PageServerLoad = async (event) => ({ account: await readOwnAccount(workerAct(event)) });

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: async (act, input) => {
				const done = await chooseLanguage(act, input);
				forgetRemembered();
				return done;
			},
			goTo: () => `/desk/${event.params.organisation}/account`,
		}),
};
