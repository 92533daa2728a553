import type { Role } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';

/** After this long without a sign of life a session is locked until the password is given again, milliseconds. */
export const IDLE_LOCK_MS = 30 * 60 * 1000;

/** Somebody signed in, in each organisation they work for. */
export type Session = {
	readonly token: string;
	readonly userId: string;
	readonly lastSeenAt: Date;
	/** The second factor is set up; without it nothing but setting it up is possible. */
	readonly secondFactor: boolean;
	readonly places: readonly Place[];
};
export type Place = {
	readonly organisationId: Uuid;
	readonly workerId: Uuid;
	readonly roles: readonly Role[];
	readonly language: Language | undefined;
};

/** Tells whether a session was left alone for too long. */
export function isLocked(session: Pick<Session, 'lastSeenAt'>, now: Date): boolean {
	return now.getTime() - session.lastSeenAt.getTime() >= IDLE_LOCK_MS;
}
