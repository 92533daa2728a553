import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { Kysely, PostgresDialect } from 'kysely';
import { config } from '#lib/platform/config.server.ts';
import { pool } from '#lib/platform/database.server.ts';
import { logFailure } from '#lib/platform/log.server.ts';
import { keyFor, mac } from '#lib/vault/root-key.server.ts';
import { toCrockford } from '#lib/kernel/crockford.ts';
import type { SignInEvent } from './membership.ts';
import { noteSignIn } from './note-sign-in.server.ts';
import { passwords } from './passwords.server.ts';

/** A working day: longer than that nobody stays signed in without signing in again. */
const SESSION_SECONDS = 12 * 60 * 60;
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

type Auth = ReturnType<typeof make>;
let made: { readonly url: string; readonly auth: Auth } | undefined;

/** The sign-in library, set up when first asked for: it must not connect while the product is built. */
export function auth(): Auth {
	const url = config.databaseUrl('identity');
	if (made?.url !== url) made = { url, auth: make() };
	return made.auth;
}

/** The address under which an account is kept: a keyed hash in the form of an e-mail address, which tells nobody whose it is. */
export function accountAddress(email: string): string {
	return `${toCrockford(mac('e-mail-index', email.trim().toLowerCase()), 26).toLowerCase()}@accounts.invalid`;
}

/** The key that signs the library's cookies and encrypts second-factor secrets. */
export function signInSecret(): string {
	return keyFor('sign-in').toString('base64');
}

function make() {
	const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: pool('identity') }) });
	return betterAuth({
		appName: 'Opora',
		baseURL: config.origin,
		secret: signInSecret(),
		database: { db, type: 'postgres', schemaName: 'identity', transaction: true },
		emailAndPassword: {
			enabled: true,
			minPasswordLength: PASSWORD_MIN,
			maxPasswordLength: PASSWORD_MAX,
			password: passwords,
		},
		session: {
			expiresIn: SESSION_SECONDS,
			disableSessionRefresh: true,
			cookieCache: { enabled: false },
			additionalFields: { lastSeenAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() } },
		},
		// No address and no browser of a worker is kept.
		databaseHooks: {
			session: { create: { before: async (session) => ({ data: { ...session, ipAddress: '', userAgent: '' } }) } },
		},
		advanced: { cookiePrefix: 'opora', ipAddress: { disableIpTracking: true }, database: { validateSchema: false } },
		rateLimit: { enabled: false }, // Failures slow down in attempts.server.ts, for every way in alike.
		plugins: [twoFactor({ issuer: 'Opora', accountLockout: { enabled: false } })],
		hooks: { after: createAuthMiddleware(async (ctx) => noteSignIn(happened(ctx))) },
		logger: {
			disabled: false,
			level: 'error',
			log: (_level, message) => logFailure('sign-in.failed', new Error(message)),
		},
	});
}

type AfterContext = {
	path: string;
	body?: { email?: string };
	context: {
		returned?: unknown;
		newSession?: { user: { id: string } } | null;
	};
};

function happened(ctx: AfterContext): SignInEvent {
	const refused = ctx.context.returned instanceof APIError;
	if (ctx.path === '/sign-in/email' && refused && ctx.body?.email) return { kind: 'refused', address: ctx.body.email };
	if (ctx.path === '/two-factor/verify-totp' && !refused && ctx.context.newSession)
		return { kind: 'started', userId: ctx.context.newSession.user.id };
	return { kind: 'nothing' };
}
