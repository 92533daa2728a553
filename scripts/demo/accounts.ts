// The demo's accounts: each invitation is accepted, each second factor set up, as people do it.
import { createOTP } from '@better-auth/utils/otp';
import { acceptInvitation } from '../../src/lib/identity/accept-invitation.server.ts';
import { DEMO_PASSWORD } from '../../src/lib/identity/demo-accounts.server.ts';
import {
	beginSecondFactor,
	giveSecondFactor,
	withCookies,
	type Caller,
	type Cookie,
} from '../../src/lib/identity/sign-in.server.ts';
import { config } from '../../src/lib/platform/config.server.ts';
import { good, type DemoOrganisation, type DemoWorker } from './organisations.ts';

/** Opens an account for everybody who works in the demo. */
export async function openAccounts(organisations: readonly DemoOrganisation[]): Promise<void> {
	for (const worker of organisations.flatMap((one) => one.workers)) await openAccount(worker);
}

/** Opens one account with an invitation; returns the cookies of its first session. */
export async function openAccount(
	worker: Pick<DemoWorker, 'email' | 'invitation' | 'invitedAt'>,
): Promise<readonly Cookie[]> {
	const caller: Caller = { headers: new Headers({ origin: config.origin }), from: 'demo', at: worker.invitedAt };
	const token = new URL(worker.invitation).pathname.split('/').at(-1)!;
	const entered = good(await acceptInvitation(caller, { token, password: DEMO_PASSWORD }));
	const signedIn = withCookies(caller, entered.cookies);
	const { secret } = good(await beginSecondFactor(signedIn, { password: DEMO_PASSWORD, shownAs: worker.email }));
	const given = good(await giveSecondFactor(signedIn, { code: await createOTP(decode(secret)).totp() }));
	return [...entered.cookies, ...given.cookies];
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret as the authenticator's address writes it, in base 32, back to the text it was made of. */
function decode(secret: string): string {
	const bits = [...secret.replace(/=+$/, '')]
		.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
	return Buffer.from(bytes).toString('utf8');
}
