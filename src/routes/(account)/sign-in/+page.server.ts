import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { email, line, secret } from '#lib/kernel/fields.ts';
import { DEMO_PASSWORD, demoAccounts } from '#lib/identity/demo-accounts.server.ts';
import {
	callerOf,
	formThatWaited,
	refused,
	setCookies,
	typedFrom,
	type RouteEvent,
} from '#lib/identity/doorway.server.ts';
import { accountMark } from '#lib/identity/given-to.server.ts';
import { safeReturn } from '#lib/identity/kept-form.ts';
import { beginSecondFactor, giveSecondFactor, signIn, withCookies, type Step } from '#lib/identity/sign-in.server.ts';
import { findSession, sessionCookieName } from '#lib/identity/sessions.server.ts';
import { qrOf } from '#lib/identity/qr.server.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { readTour, TOUR_COOKIE } from '#lib/reports/read-tour.server.ts';
import { readForm, type Typed } from '#lib/platform/form.ts';
import type { Actions, PageServerLoad } from './$types';

const PASSWORD = v.object({ email: email(), password: secret() });
const CODE = v.object({ code: line(20) });

export const load: PageServerLoad = async (event) => {
	const to = safeReturn(event.url.searchParams.get('to'));
	if (event.request.method === 'GET' && event.locals.session?.secondFactor) redirect(303, to ?? '/desk');
	const all = await organisations(event.locals.now);
	const accounts = await demoAccounts(event.locals.now);
	const named = accounts.map((account) => ({
		...account,
		organisation: all.find((one) => one.id === account.organisationId)?.name ?? '',
	}));
	const tour = await readTour(event.locals.now, event.cookies.get(TOUR_COOKIE));
	return { to: to ?? '', accounts: named, demoPassword: config.demo ? DEMO_PASSWORD : '', tour };
};

export const actions: Actions = {
	password: async (event) => {
		const typed = await typedFrom(event);
		const read = readForm(typed, PASSWORD);
		if (!read.ok) return refused(event, typed, read);
		const step = await signIn(callerOf(event), read.value);
		if (!step.ok) return refused(event, typed, step);
		setCookies(event, step.value.cookies);
		if (step.value.next === 'second-factor') return { ...carried(typed), step: 'code' as const };
		return setUp(event, typed, step.value);
	},
	code: async (event) => {
		const typed = await typedFrom(event);
		const read = readForm(typed, CODE);
		const step = read.ok ? await giveSecondFactor(callerOf(event), read.value) : read;
		if (!step.ok) {
			const failure = refused(event, typed, step);
			return {
				...failure.data,
				...carried(typed),
				step: typed['secret'] ? ('set-up' as const) : ('code' as const),
				setUp: setUpAgain(typed),
			};
		}
		setCookies(event, step.value.cookies);
		const { kept, to } = carried(typed);
		const session = kept ? await findSession(event.cookies.get(sessionCookieName()), event.locals.now) : undefined;
		const mark = session && accountMark(session.userId);
		const form = mark && formThatWaited(event, kept, { mark, otherwise: 'other-account' });
		if (form) return { step: 'kept' as const, kept, to, form };
		redirect(303, safeReturn(to) ?? '/desk');
	},
};

async function setUp(event: RouteEvent, typed: Typed, step: Step) {
	const caller = withCookies(callerOf(event), step.cookies);
	const begun = await beginSecondFactor(caller, { password: text(typed, 'password'), shownAs: text(typed, 'email') });
	if (!begun.ok) return refused(event, typed, begun);
	return { ...carried(typed), step: 'set-up' as const, setUp: { ...begun.value, qr: qrOf(begun.value.uri) } };
}

/** The secret stands in the person's own form while they try, so that a mistyped code does not begin it anew. */
function setUpAgain(typed: Typed) {
	const uri = text(typed, 'uri');
	return uri.startsWith('otpauth://') ? { uri, secret: text(typed, 'secret'), qr: qrOf(uri) } : undefined;
}

function carried(typed: Typed) {
	return { kept: text(typed, 'kept'), to: text(typed, 'to') };
}

function text(typed: Typed, name: string): string {
	const given = typed[name];
	return typeof given === 'string' ? given : '';
}
