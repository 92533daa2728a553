import * as v from 'valibot';
import { line } from '#lib/kernel/fields.ts';
import { ok } from '#lib/kernel/result.ts';
import { publicForm } from '#lib/identity/doorway.server.ts';
import { enterCode } from '#lib/intake/own-request.server.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { openWithCode } from '#lib/questionnaires/kept-filling.server.ts';
import { sealEnvelope } from '#lib/vault/envelope.server.ts';
import type { Actions } from './$types';

const SHOWN_MS = 30 * 60 * 1000;
const SCHEMA = v.object({ code: line(60) });

export const actions: Actions = {
	default: (event) =>
		publicForm(event, {
			schema: SCHEMA,
			run: async ({ code }) => {
				const { now, from } = event.locals;
				const holder = await enterCode(from, code, now);
				if (!holder.ok) {
					// The same page takes the code of a questionnaire that was kept: nobody has to know which code is which.
					const filling = await openWithCode(from, code, now);
					if (!filling) return holder;
					holdFilling(event, filling);
					return ok('/how-am-i/result');
				}
				const sealed = sealEnvelope('cookies', holder.value, new Date(now.getTime() + SHOWN_MS));
				event.cookies.set('opora.code', sealed, {
					path: '/code',
					httpOnly: true,
					sameSite: 'lax',
					secure: event.url.protocol === 'https:',
				});
				return ok('/code/request');
			},
			goTo: (address) => address,
		}),
};
