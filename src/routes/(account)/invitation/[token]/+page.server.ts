import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { secret } from '#lib/kernel/fields.ts';
import { acceptInvitation, readInvitation } from '#lib/identity/accept-invitation.server.ts';
import { PASSWORD_MIN } from '#lib/identity/account.server.ts';
import { callerOf, refused, setCookies, typedFrom } from '#lib/identity/doorway.server.ts';
import { qrOf } from '#lib/identity/qr.server.ts';
import { beginSecondFactor, withCookies } from '#lib/identity/sign-in.server.ts';
import { organisationById } from '#lib/directory/organisations.server.ts';
import { readForm } from '#lib/platform/form.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ password: secret() });

export const load: PageServerLoad = async (event) => {
	const invitation = await readInvitation(event.params.token, event.locals.now);
	if (!invitation.ok) return { invitation: undefined };
	const { name, email, hasAccount, organisationId } = invitation.value;
	const organisation = await organisationById(organisationId, event.locals.now);
	return { invitation: { name, email, hasAccount, organisation: organisation?.name ?? '', passwordMin: PASSWORD_MIN } };
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const read = readForm(typed, SCHEMA);
		if (!read.ok) return refused(event, typed, read);
		const invitation = await readInvitation(event.params.token, event.locals.now);
		if (!invitation.ok) return refused(event, typed, invitation);
		const step = await acceptInvitation(callerOf(event), { token: event.params.token, password: read.value.password });
		if (!step.ok) return refused(event, typed, step);
		setCookies(event, step.value.cookies);
		if (step.value.next === 'second-factor') redirect(303, '/sign-in');
		const caller = withCookies(callerOf(event), step.value.cookies);
		const begun = await beginSecondFactor(caller, { password: read.value.password, shownAs: invitation.value.email });
		if (!begun.ok) return refused(event, typed, begun);
		return { setUp: { ...begun.value, qr: qrOf(begun.value.uri) } };
	},
};
