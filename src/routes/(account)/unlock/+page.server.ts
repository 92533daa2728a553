import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { secret } from '#lib/kernel/fields.ts';
import { callerOf, formThatWaited, refused, typedFrom } from '#lib/identity/doorway.server.ts';
import { accountMark } from '#lib/identity/given-to.server.ts';
import { safeReturn } from '#lib/identity/kept-form.ts';
import { unlock } from '#lib/identity/sessions.server.ts';
import { provePassword } from '#lib/identity/sign-in.server.ts';
import { readForm } from '#lib/platform/form.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ password: secret() });

export const load: PageServerLoad = (event) => ({ to: safeReturn(event.url.searchParams.get('to')) ?? '' });

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const { session, now } = event.locals;
		const sealedForm = typeof typed['kept'] === 'string' ? typed['kept'] : '';
		// The session ended while it was locked: the form waits for whoever signs in, if it is theirs.
		if (!session && sealedForm) error(401, 'session ended', { code: 'session-ended', sealedForm });
		if (!session) redirect(303, '/sign-in');
		const read = readForm(typed, SCHEMA);
		const proved = read.ok ? await provePassword(callerOf(event), read.value) : read;
		if (!proved.ok) return refused(event, typed, proved);
		await unlock(session, now);
		const form = formThatWaited(event, sealedForm, {
			mark: accountMark(session.userId),
			otherwise: 'other-account',
		});
		if (form) return { form };
		redirect(303, safeReturn(typeof typed['to'] === 'string' ? typed['to'] : null) ?? '/desk');
	},
};
