import * as v from 'valibot';
import { line } from '#lib/kernel/fields.ts';
import { publicForm } from '#lib/identity/doorway.server.ts';
import { enterCode } from '#lib/intake/own-request.server.ts';
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
				if (!holder.ok) return holder;
				const sealed = sealEnvelope('cookies', holder.value, new Date(now.getTime() + SHOWN_MS));
				event.cookies.set('opora.code', sealed, {
					path: '/code',
					httpOnly: true,
					sameSite: 'lax',
					secure: event.url.protocol === 'https:',
				});
				return holder;
			},
			goTo: () => '/code/request',
		}),
};
