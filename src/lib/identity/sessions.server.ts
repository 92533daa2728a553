import { createHmac, timingSafeEqual } from 'node:crypto';
import { isLanguage } from '#lib/kernel/local-words.ts';
import { config } from '#lib/platform/config.server.ts';
import { signInSecret } from './account.server.ts';
import { deleteExpiredSessions, loadSession, touchSession, type SessionRow } from './identity.store.server.ts';
import { isLocked, type Place, type Session } from './session.ts';

// A session is asked of the database at most this often; a sign-out elsewhere is noticed as late. Decision 18 allows 30 s.
const REMEMBERED_MS = 10_000;
const REMEMBERED_MAX = 5_000;
const TOUCH_AFTER_MS = 60_000;
const remembered = new Map<string, { readonly until: number; readonly session: Session }>();

/** The name of the session's cookie: the browser sends the secure one over https only. */
export function sessionCookieName(): string {
	return config.origin.startsWith('https:') ? '__Secure-opora.session_token' : 'opora.session_token';
}

/** Who is signed in with this cookie; undefined when nobody is. A sign of life is noted once a minute, unless the session is locked. */
export async function findSession(cookie: string | undefined, now: Date): Promise<Session | undefined> {
	const token = tokenOf(cookie);
	if (!token) return undefined;
	const known = remembered.get(token);
	if (known && known.until > now.getTime()) return known.session;
	const row = await loadSession(token);
	if (!row || row.expires_at <= now) return undefined;
	const session = await seen(toSession(token, row), now);
	if (remembered.size >= REMEMBERED_MAX) remembered.clear();
	remembered.set(token, { until: now.getTime() + REMEMBERED_MS, session });
	return session;
}

/** Ends the lock of a session after its password was given again. */
export async function unlock(session: Session, now: Date): Promise<void> {
	await touchSession(session.token, now);
	forgetRemembered();
}

/** Forgets what was remembered of sessions: after a sign-out, a change of roles, a new second factor. */
export function forgetRemembered(): void {
	remembered.clear();
}

/** Deletes sessions that have ended. */
export const deleteEndedSessions = deleteExpiredSessions;

async function seen(session: Session, now: Date): Promise<Session> {
	const quietMs = now.getTime() - session.lastSeenAt.getTime();
	if (isLocked(session, now) || quietMs < TOUCH_AFTER_MS) return session;
	await touchSession(session.token, now);
	return { ...session, lastSeenAt: now };
}

function tokenOf(cookie: string | undefined): string | undefined {
	if (!cookie) return undefined;
	const dot = cookie.lastIndexOf('.');
	const token = cookie.slice(0, dot);
	const given = Buffer.from(cookie.slice(dot + 1), 'base64');
	const made = createHmac('sha256', signInSecret()).update(token).digest();
	return dot > 0 && given.length === made.length && timingSafeEqual(given, made) ? token : undefined;
}

function toSession(token: string, row: SessionRow): Session {
	const places: Place[] = row.memberships.map((membership) => ({
		organisationId: membership.organisation_id,
		workerId: membership.worker_id,
		roles: membership.roles,
		language: isLanguage(membership.language) ? membership.language : undefined,
	}));
	return { token, userId: row.user_id, lastSeenAt: row.last_seen_at, secondFactor: row.second_factor === true, places };
}
