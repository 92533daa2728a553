import * as v from 'valibot';
import { choice } from '#lib/kernel/fields.ts';
import { ok } from '#lib/kernel/result.ts';
import { publicForm } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { VARIANTS } from '#lib/questionnaires/instrument.ts';
import { HOW_AM_I } from '#lib/questionnaires/instruments.server.ts';
import { keepFilling } from '#lib/questionnaires/kept-filling.server.ts';
import { newToken } from '#lib/vault/unsent.server.ts';
import { goesOn, openFilling } from './filling-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ variant: choice(VARIANTS) });

export const load: PageServerLoad = async (event) => {
	const open = await openFilling(event);
	const { scoring, forms } = HOW_AM_I;
	return {
		name: scoring.name,
		minutes: scoring.minutes,
		questions: forms.self.questions.length,
		modules: forms.self.modules.map((module) => module.title),
		goesOn: open && goesOn(open),
		deleted: event.url.searchParams.has('deleted'),
	};
};

export const actions: Actions = {
	default: (event) =>
		publicForm(event, {
			schema: SCHEMA,
			run: async ({ variant }) => {
				const { now } = event.locals;
				const token = newToken();
				const { version } = HOW_AM_I.forms[variant];
				await keepFilling(token, { command: newId(now), variant, version, answers: {}, skipped: [] }, now);
				holdFilling(event, token);
				return ok();
			},
			goTo: () => '/how-am-i/question/1',
		}),
};
