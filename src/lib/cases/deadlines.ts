import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { nextReviewOn } from './case.ts';

/** What of an active case has a day: the next review, the end of the agreed period, a step of the plan. */
type DeadlineKind = 'review' | 'period-end' | 'step';
export type Deadline = { readonly kind: DeadlineKind; readonly caseId: Uuid; readonly on: CalendarDay };

/** How many days ahead each is shown: a step the week before, a period early enough to talk about what comes after it. */
export const AHEAD_DAYS: Readonly<Record<DeadlineKind, number>> = { review: 14, 'period-end': 30, step: 7 };

/** The days an active case goes by. */
export type CaseDays = {
	readonly id: Uuid;
	readonly programme: string;
	readonly version: number;
	readonly activeFrom: CalendarDay;
	/** The day of the next review said at the last one. */
	readonly reviewSaid: CalendarDay | null;
	readonly periodUntil: CalendarDay | null;
};

/** What is due in a case, or soon will be. */
export function dueIn(days: CaseDays, definition: Definition, today: CalendarDay): readonly Deadline[] {
	const review = nextReviewOn(definition, days.reviewSaid, days.activeFrom);
	const due = [
		{ kind: 'review', caseId: days.id, on: review },
		{ kind: 'period-end', caseId: days.id, on: days.periodUntil },
	] as const;
	return due.flatMap(({ on, ...one }) => (on && on <= addDays(today, AHEAD_DAYS[one.kind]) ? [{ ...one, on }] : []));
}

/** Deadlines as a day shows them: the longest overdue first. */
export function soonestFirst<Kind extends Deadline>(deadlines: readonly Kind[]): readonly Kind[] {
	return deadlines.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
