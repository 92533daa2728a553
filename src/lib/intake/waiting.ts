import { daysBetween, dayOf } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import type { RequestFacts } from './request.ts';

/** Why somebody waits: no free place, nobody who could, this site only, they want it later, a group that has not begun. */
export const WAITING_REASONS = ['no-place', 'no-worker', 'site', 'later', 'group', 'other'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];
/** On what ground somebody may come before others; who does decides a person, never the list. */
export const WAITING_PRIORITIES = ['child', 'violence', 'worsening', 'special-needs', 'disadvantage', 'other'] as const;
export type WaitingPriority = (typeof WAITING_PRIORITIES)[number];
/** What a worker says when somebody leaves the list; every other way off it is written by what ends the request. */
export const LEAVINGS = ['into-work', 'person-withdrew'] as const;
export type Leaving = (typeof LEAVINGS)[number];
type LeftWhy = Leaving | 'case-opened' | 'concluded' | 'declined' | 'moved';

/** A time on the waiting list, of a programme and a site. */
export type WaitingStay = {
	readonly id: Uuid;
	readonly requestId: Uuid;
	/** Since when they wait; it never moves. */
	readonly joinedAt: Date;
	readonly site: string | null;
	readonly reason: WaitingReason;
	readonly priority: WaitingPriority | null;
	readonly fromAt: Date;
	readonly putBy: Uuid;
	readonly toAt: Date | null;
	readonly leftWhy: LeftWhy | null;
	readonly leftBy: Uuid | null;
};

/** Where on the list of a site a page ends. */
export type WaitingKey = { readonly joinedAt: Date; readonly id: Uuid };
/** How many wait for a site of a programme, and since when the first of them. An empty site: whichever has room first. */
export type WaitingCount = {
	readonly programme: string;
	readonly site: string | null;
	readonly count: number;
	readonly longestSince: Date;
};

/** Decides whether somebody can be put on the waiting list of a site: not with an ended request, not before their own wish is there where the programme asks for it. */
export function checkJoining(
	definition: Definition,
	request: Pick<RequestFacts, 'outcome' | 'needsOwnWish' | 'initiative'>,
	site: string | undefined,
): Result<undefined> {
	if (request.outcome) return refuse('already-decided');
	if (request.needsOwnWish === 'before-talk' && request.initiative !== 'accepted') return refuse('needs-own-wish');
	return site === undefined || definition.sites.some((one) => one.key === site)
		? ok()
		: refuseField('site', 'choose-one');
}

/** For how many days somebody has been waiting. */
export function daysWaited(since: Date, now: Date, timeZone: string): number {
	return Math.max(0, daysBetween(dayOf(since, timeZone), dayOf(now, timeZone)));
}
