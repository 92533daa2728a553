import { createHmac, randomBytes } from 'node:crypto';
import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Result } from '#lib/kernel/result.ts';
import { config } from '#lib/platform/config.server.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { inviteWorker } from './invite-worker.server.ts';
import { sessionCookieName } from './sessions.server.ts';
import {
	beginSecondFactor,
	giveSecondFactor,
	signIn,
	withCookies,
	type Caller,
	type Cookie,
} from './sign-in.server.ts';

export const PASSWORD = 'štiri besede v geslu';

/** Somebody with an account: their password is PASSWORD, their authenticator is set up. */
export type Account = {
	readonly email: string;
	readonly workerId: Uuid;
	/** The six digits that the authenticator shows at a moment. */
	code(at?: Date): string;
	/** The cookie of the session in which it was set up. */
	readonly cookie: string;
	readonly caller: Caller;
};

/** A browser that nobody signed in with, from an address of its own. */
export function aBrowser(at = new Date()): Caller {
	return { headers: new Headers({ origin: config.origin }), from: randomBytes(6).toString('hex'), at };
}

/** The token at the end of a link. */
export const tokenIn = (link: string) => new URL(link).pathname.split('/').at(-1)!;

/** Invites somebody, and returns the token of their link. */
export async function anInvitation(administrator: Act<Worker>, roles: readonly Role[], email = anEmail()) {
	const { workerId, link } = good(
		await inviteWorker(administrator, { name: 'Vida Zgledna', email, language: 'sl', roles, teams: [] }),
	);
	return { workerId, email, token: tokenIn(link) };
}

export const anEmail = () => `${randomBytes(5).toString('hex')}@delavec.invalid`;

/** Somebody who was invited, accepted, and set up their second factor. */
export async function anAccount(administrator: Act<Worker>, roles: readonly Role[] = ['professional']) {
	const { workerId, email, token } = await anInvitation(administrator, roles);
	return openAccount({ workerId, email, token });
}

/** Accepts an invitation and sets the second factor up. */
export async function openAccount(invited: { workerId: Uuid; email: string; token: string }): Promise<Account> {
	const browser = aBrowser();
	const entered = good(await acceptInvitation(browser, { token: invited.token, password: PASSWORD }));
	const caller = withCookies(browser, entered.cookies);
	const { secret } = good(await beginSecondFactor(caller, { password: PASSWORD, shownAs: invited.email }));
	const code = (at = new Date()) => sixDigits(secret, at);
	const { cookies } = good(await giveSecondFactor(caller, { code: code() }));
	return { ...invited, code, cookie: sessionIn(cookies), caller: withCookies(browser, cookies) };
}

/** Signs in with password and second factor; the cookie of the new session, and the browser that has it. */
export async function enter(account: Account, browser = aBrowser()): Promise<{ cookie: string; caller: Caller }> {
	const first = good(await signIn(browser, { email: account.email, password: PASSWORD }));
	const second = good(await giveSecondFactor(withCookies(browser, first.cookies), { code: account.code() }));
	return { cookie: sessionIn(second.cookies), caller: withCookies(browser, second.cookies) };
}

/** The session's cookie among some; empty when it is not there. */
export function sessionIn(cookies: readonly Cookie[]): string {
	return cookies.find((cookie) => cookie.name === sessionCookieName())?.value ?? '';
}

function good<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`refused: ${result.problem}`);
	return result.value;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238 as an authenticator does it: SHA-1, thirty seconds, six digits. */
function sixDigits(secret: string, at: Date): string {
	const bits = [...secret.replace(/=+$/, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
	const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
	const digest = createHmac('sha1', key).update(counter).digest();
	const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff;
	return String(number % 1_000_000).padStart(6, '0');
}
