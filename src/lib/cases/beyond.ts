import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';

// What reaches beyond the case to others: what is done on the client's behalf, and contacts mediated with other providers.

/** Towards whom somebody acts on the client's behalf. */
export const TOWARDS = [
	'office',
	'court',
	'school',
	'health',
	'employer',
	'housing',
	'bank',
	'family',
	'other',
] as const;
export const ACT_RESULTS = ['achieved', 'partly', 'refused', 'no-answer'] as const;
export type ActResult = (typeof ACT_RESULTS)[number];

/** An act of advocacy: on which day, towards whom, about what, and what came of it (B8). */
export type AdvocacyAct = {
	readonly id: Uuid;
	readonly on: CalendarDay;
	readonly towards: (typeof TOWARDS)[number];
	/** Towards whom exactly. */
	readonly whom: string;
	readonly about: string;
	readonly by: Uuid;
	readonly result: { readonly kind: ActResult; readonly on: CalendarDay; readonly words: string } | null;
};

/** What kind of provider a contact is made with. */
export const PROVIDERS = [
	'health',
	'mental-health',
	'social-services',
	'benefits',
	'housing',
	'employment',
	'legal',
	'education',
	'other',
] as const;
export const CONTACT_OUTCOMES = ['taken-over', 'waiting', 'refused', 'not-reached', 'not-wanted'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A contact with another provider, agreed with the client (C9): who agreed, when and how; when it was made, and what came of it. */
export type MediatedContact = {
	readonly id: Uuid;
	readonly provider: (typeof PROVIDERS)[number];
	/** With whom exactly. */
	readonly whom: string;
	readonly about: string;
	readonly agreedBy: Uuid;
	readonly agreedOn: CalendarDay;
	readonly agreedForm: 'oral' | 'written';
	readonly by: Uuid;
	readonly withdrawnOn: CalendarDay | null;
	readonly madeOn: CalendarDay | null;
	readonly outcome: { readonly kind: ContactOutcome; readonly on: CalendarDay; readonly words: string } | null;
};

/** Where a mediated contact stands. */
export type ContactState = 'agreed' | 'made' | 'ended' | 'withdrawn';

/** Where a contact stands. A withdrawal stops one that was not made; one that was made has been. */
export function contactState({ withdrawnOn, madeOn, outcome }: MediatedContact): ContactState {
	if (outcome) return 'ended';
	if (madeOn) return 'made';
	return withdrawnOn ? 'withdrawn' : 'agreed';
}

/** Decides whether a contact can be made on a day: only while the client agrees. The database refuses the same. */
export function checkContactMade(contact: MediatedContact, on: CalendarDay, today: CalendarDay): Result<undefined> {
	if (contact.withdrawnOn) return refuse('agreement-withdrawn');
	if (contact.madeOn) return refuse('already-decided');
	if (on > today) return refuseField('on', 'in-the-future');
	return on < contact.agreedOn ? refuseField('on', 'before-agreement') : ok();
}

/** Decides whether an outcome can be recorded: of a contact that was made. */
export function checkContactOutcome(contact: MediatedContact, on: CalendarDay, today: CalendarDay): Result<undefined> {
	if (!contact.madeOn) return refuse(contact.withdrawnOn ? 'agreement-withdrawn' : 'contact-not-made');
	if (contact.outcome) return refuse('already-decided');
	if (on > today) return refuseField('on', 'in-the-future');
	return on < contact.madeOn ? refuseField('on', 'too-early') : ok();
}

/** Decides whether the agreement to a contact can be withdrawn on a day: any day after it was given. */
export function checkWithdrawal(contact: MediatedContact, on: CalendarDay, today: CalendarDay): Result<undefined> {
	if (contact.withdrawnOn) return refuse('already-decided');
	if (on > today) return refuseField('on', 'in-the-future');
	return on < contact.agreedOn ? refuseField('on', 'too-early') : ok();
}
