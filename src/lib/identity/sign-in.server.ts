import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { accountAddress, auth } from './account.server.ts';
import { attemptKeys, countFailure, forgetTries, holdBack } from './attempts.server.ts';
import { noteSignIn } from './note-sign-in.server.ts';
import { forgetRemembered } from './sessions.server.ts';

/** A cookie the sign-in library wants set. */
export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number | undefined };
/** What a step of signing in came to, and the cookies that carry it. */
export type Step = {
	readonly next: 'second-factor' | 'set-up-second-factor' | 'desk';
	readonly cookies: readonly Cookie[];
};
/** A request as far as sign-in needs it: its headers, where it came from (counted only as a keyed hash), and when. */
export type Caller = { readonly headers: Headers; readonly from: string; readonly at: Date };

/** The first step: e-mail and password. */
export async function signIn(caller: Caller, input: { email: string; password: string }): Promise<Result<Step>> {
	const address = accountAddress(input.email);
	const keys = attemptKeys([`account/${address}`, `from/${caller.from}`], caller.at);
	await holdBack(keys, caller.at);
	const answer = await asked(() =>
		auth().api.signInEmail({
			body: { email: address, password: input.password },
			headers: caller.headers,
			returnHeaders: true,
		}),
	);
	if (!answer) {
		await countFailure(keys, caller.at);
		return refuse('sign-in-wrong');
	}
	await forgetTries(keys);
	forgetRemembered();
	const next = 'twoFactorRedirect' in answer.response ? 'second-factor' : 'set-up-second-factor';
	return ok({ next, cookies: cookiesOf(answer.headers) });
}

/** The second step: the six digits of the authenticator. */
export async function giveSecondFactor(caller: Caller, input: { code: string }): Promise<Result<Step>> {
	const keys = attemptKeys([`second/${caller.from}`], caller.at);
	await holdBack(keys, caller.at);
	const code = input.code.replace(/\s/g, '');
	const answer = await asked(() =>
		auth().api.verifyTOTP({ body: { code }, headers: caller.headers, returnHeaders: true }),
	);
	if (!answer) {
		await countFailure(keys, caller.at);
		return refuseField('code', 'second-factor-wrong');
	}
	await forgetTries(keys);
	forgetRemembered();
	return ok({ next: 'desk', cookies: cookiesOf(answer.headers) });
}

/** Begins to set up a second factor for who just signed in: the secret for the authenticator, as an address and as text. */
export async function beginSecondFactor(
	caller: Caller,
	input: { password: string; shownAs: string },
): Promise<Result<{ uri: string; secret: string }>> {
	const answer = await asked(() =>
		auth().api.enableTwoFactor({ body: { password: input.password }, headers: caller.headers }),
	);
	if (!answer || !('totpURI' in answer)) return refuse('sign-in-wrong');
	const secret = new URL(answer.totpURI).searchParams.get('secret') ?? '';
	const uri = `otpauth://totp/Opora:${encodeURIComponent(input.shownAs)}?secret=${secret}&issuer=Opora`;
	return ok({ uri, secret });
}

/** Proves that it is still the same person after the session was left alone. */
export async function provePassword(caller: Caller, input: { password: string }): Promise<Result<undefined>> {
	const keys = attemptKeys([`unlock/${caller.from}`], caller.at);
	await holdBack(keys, caller.at);
	const answer = await asked(() =>
		auth().api.verifyPassword({ body: { password: input.password }, headers: caller.headers }),
	);
	if (!answer) {
		await countFailure(keys, caller.at);
		return refuseField('password', 'sign-in-wrong');
	}
	await forgetTries(keys);
	return ok();
}

/** Signs out here. Returns the cookies that say so. The library's hook no longer knows whose session it was: who signed out is noted here. */
export async function signOut(caller: Caller): Promise<readonly Cookie[]> {
	const session = await asked(() => auth().api.getSession({ headers: caller.headers }));
	const answer = await asked(() => auth().api.signOut({ headers: caller.headers, returnHeaders: true }));
	forgetRemembered();
	if (answer && session) await noteSignIn({ kind: 'ended', userId: session.user.id });
	return answer ? cookiesOf(answer.headers) : [];
}

/** Makes the account of somebody who accepted an invitation, and signs them in. */
export async function makeAccount(
	caller: Caller,
	input: { email: string; password: string },
): Promise<{ userId: string; cookies: readonly Cookie[] } | undefined> {
	const body = { email: accountAddress(input.email), password: input.password, name: '-' };
	const answer = await asked(() => auth().api.signUpEmail({ body, headers: caller.headers, returnHeaders: true }));
	return answer && { userId: answer.response.user.id, cookies: cookiesOf(answer.headers) };
}

/** Asks the library; a refusal of its is undefined, anything else that breaks is thrown on. */
async function asked<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await call();
	} catch (error) {
		if (error instanceof APIError && error.statusCode < 500) return undefined;
		throw error;
	}
}

function cookiesOf(headers: Headers): readonly Cookie[] {
	return headers.getSetCookie().flatMap((line) =>
		[...parseSetCookieHeader(line)].map(([name, { value, 'max-age': maxAge }]) => ({
			name,
			value: decodeURIComponent(value),
			maxAgeSeconds: maxAge,
		})),
	);
}

/** The same caller, as the next request of theirs will come: with the cookies that were just set. */
export function withCookies(caller: Caller, cookies: readonly Cookie[]): Caller {
	const headers = new Headers(caller.headers);
	const set = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	headers.set('cookie', [headers.get('cookie'), ...set].filter(Boolean).join('; '));
	return { ...caller, headers };
}
