import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';

export const COMPLAINT_WAYS = ['spoken', 'phone', 'letter', 'email', 'box', 'other'] as const;
export type ComplaintWay = (typeof COMPLAINT_WAYS)[number];
export const COMPLAINT_OUTCOMES = ['upheld', 'partly', 'not-upheld', 'withdrawn'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** Within how many days a complaint is answered where the organisation has set nothing. Our default; no law's. */
export const ANSWER_DAYS = 30;

/** A complaint without its words. */
export type ComplaintFacts = {
	readonly id: Uuid;
	readonly caseId: Uuid | null;
	readonly receivedOn: CalendarDay;
	readonly way: ComplaintWay;
	readonly anonymous: boolean;
	readonly aboutWorker: Uuid | null;
	readonly dealtBy: Uuid;
	readonly dueOn: CalendarDay;
	readonly outcome: ComplaintOutcome | null;
	readonly answeredOn: CalendarDay | null;
	readonly closedOn: CalendarDay | null;
};

/** What was said, and how whoever said it can be reached; both empty when nobody knows who it was. */
export type ComplaintWords = { readonly words: string; readonly who: string; readonly reach: string };

/** Decides whether a complaint can be taken down like this, and by when it is to be answered. */
export function checkComplaint(
	given: { receivedOn: CalendarDay; aboutWorker: Uuid | undefined; dealtBy: Uuid; today: CalendarDay },
	termDays: number,
): Result<{ dueOn: CalendarDay }> {
	if (given.receivedOn > given.today) return refuseField('receivedOn', 'in-the-future');
	if (given.aboutWorker === given.dealtBy) return refuseField('dealtBy', 'not-whom-it-is-about');
	return ok({ dueOn: addDays(given.receivedOn, termDays) });
}

/** Decides whether a complaint can be answered like this. One that was taken back needs no words. */
export function checkComplaintAnswer(
	facts: ComplaintFacts,
	given: { answeredOn: CalendarDay; outcome: ComplaintOutcome; words: string; today: CalendarDay },
): Result<undefined> {
	if (facts.outcome) return refuse('already-answered');
	if (given.answeredOn > given.today) return refuseField('answeredOn', 'in-the-future');
	if (given.answeredOn < facts.receivedOn) return refuseField('answeredOn', 'too-early');
	if (given.outcome !== 'withdrawn' && given.words === '') return refuseField('answer', 'write-something');
	return ok();
}
