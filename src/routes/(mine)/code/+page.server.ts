import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { line } from '#lib/kernel/fields.ts';
import { formThatWaited, keptWhenAway, refused, typedFrom, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { codeMark } from '#lib/identity/given-to.server.ts';
import { enterCode } from '#lib/intake/own-request.server.ts';
import { readForm } from '#lib/platform/form.ts';
import { holdFilling } from '#lib/questionnaires/filling-cookie.server.ts';
import { openWithCode } from '#lib/questionnaires/kept-filling.server.ts';
import { sealEnvelope } from '#lib/vault/envelope.server.ts';
import type { CodeHolder } from '#lib/kernel/actor.ts';
import type { Actions } from './$types';

const SHOWN_MS = 30 * 60 * 1000;
const SCHEMA = v.object({ code: line(60) });

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const read = readForm(typed, SCHEMA);
		if (!read.ok) return refused(event, typed, read);
		const { code } = read.value;
		const { now, from } = event.locals;
		const away = (failure: unknown) => keptWhenAway(event, typed, failure);
		const holder = await enterCode(from, code, now).catch(away);
		if (!holder.ok) {
			// The same page takes the code of a questionnaire that was kept: nobody has to know which code is which.
			const filling = await openWithCode(from, code, now).catch(away);
			if (!filling) return refused(event, typed, holder);
			holdFilling(event, filling);
			redirect(303, '/how-am-i/result');
		}
		hold(event, holder.value);
		const kept = typeof typed['kept'] === 'string' ? typed['kept'] : '';
		const form = formThatWaited(event, kept, { mark: codeMark(holder.value), otherwise: 'other-code' });
		if (form) return { form };
		redirect(303, '/code/request');
	},
};

/** Remembers in the browser who came with a code, for as long as a page of theirs is shown. */
function hold(event: RouteEvent, holder: CodeHolder): void {
	const { now } = event.locals;
	event.cookies.set('opora.code', sealEnvelope('cookies', holder, new Date(now.getTime() + SHOWN_MS)), {
		path: '/code',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
	});
}
