import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';

/** What a colleague is in a case, besides its key worker. */
export const JOINING_ROLES = ['second-worker', 'advocate', 'volunteer'] as const;
export type JoiningRole = (typeof JOINING_ROLES)[number];
/** Why somebody of the team is not there. */
export const ABSENCE_REASONS = ['illness', 'leave', 'left', 'training', 'not-found-yet', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Somebody of the team who is not there for a time; without a name, a colleague who is yet to be found. */
export type Absence = {
	readonly id: Uuid;
	readonly worker: Uuid | null;
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
	readonly reason: AbsenceReason;
};

/** Whether an absence covers a day. */
function covers(absence: Pick<Absence, 'from' | 'to'>, on: CalendarDay): boolean {
	return absence.from <= on && (absence.to === null || absence.to >= on);
}

/**
 * How many a meeting counts as led by: whoever led it, and each absence on that day of somebody who did not. The database
 * counts the same.
 */
export function ledBy(workers: readonly Uuid[], absences: readonly Absence[], on: CalendarDay): number {
	const away = absences.filter((one) => covers(one, on)).map((one) => one.worker ?? one.id);
	return new Set([...workers, ...away]).size;
}

/** Whether so many may meet so many members of a family: one alone may talk with one, with several only as many as the programme asks. */
export function teamIsThere(
	teamMin: number,
	meeting: { readonly unit: 'person' | 'family'; readonly members: number; readonly led: number },
): boolean {
	return meeting.unit === 'person' || meeting.members < 2 || meeting.led >= teamMin;
}
