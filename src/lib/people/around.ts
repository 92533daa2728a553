import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';

/** Who somebody around a person is to them. */
export const AROUND_ROLES = [
	'partner',
	'former-partner',
	'parent',
	'guardian',
	'child',
	'sibling',
	'grandparent',
	'relative',
	'friend',
	'neighbour',
	'employer',
	'school',
	'doctor',
	'social-work',
	'lawyer',
	'other',
] as const;
export type AroundRole = (typeof AROUND_ROLES)[number];

/** What somebody around a person may know of the help. */
export const MAY_KNOW = ['nothing', 'that-helped', 'what-agreed'] as const;
export type MayKnow = (typeof MAY_KNOW)[number];

/** Words about somebody around a person: sealed under the key of the person they stand around. */
export type AroundText = {
	readonly name: string;
	readonly reach: string;
	/** Who they are where no role of ours says it. */
	readonly roleWords: string;
	readonly note: string;
};

/** What is recorded of somebody around a person. */
export type AroundSaid = AroundText & {
	readonly role: AroundRole;
	readonly livesWith: boolean;
	readonly mayKnow: MayKnow;
	readonly neverContact: boolean;
	/** Holds parental responsibility for the person, who is a child. */
	readonly holdsResponsibility: boolean;
};

/** A consent of somebody who decides for a child. */
export type ParentalConsent = { readonly givenOn: CalendarDay; readonly withdrawnOn: CalendarDay | null };

/** Somebody around a person, with the days they were so, and their consents, newest first. */
export type PersonAround = AroundSaid & {
	readonly id: Uuid;
	readonly personId: Uuid;
	/** The record of the person it was written to: another one where two records have become one. */
	readonly recordId: Uuid;
	readonly fromOn: CalendarDay;
	readonly endedOn: CalendarDay | null;
	readonly consents: readonly ParentalConsent[];
};

export const CIRCLES = ['household', 'network', 'key-actors'] as const;
type Circle = (typeof CIRCLES)[number];
const KEY_ACTORS: readonly AroundRole[] = ['employer', 'school', 'doctor', 'social-work', 'lawyer'];

/** Where somebody stands: in the same household, among those close to the person, or among the key actors around. */
export function circleOf({ livesWith, role }: Pick<AroundSaid, 'livesWith' | 'role'>): Circle {
	if (livesWith) return 'household';
	return KEY_ACTORS.includes(role) ? 'key-actors' : 'network';
}

/** The consent that is in force; undefined when none was given or the last one was withdrawn. */
export function consentInForce({ consents }: Pick<PersonAround, 'consents'>): ParentalConsent | undefined {
	return consents.find((one) => one.withdrawnOn === null);
}

const OF_AGE = 18;

/** Whether somebody may be a child: of the year they turn eighteen only the year is known. Nobody is one whose year is unknown. */
export function mayBeChild(birthYear: number | null, today: CalendarDay): boolean {
	return birthYear !== null && Number(today.slice(0, 4)) - birthYear <= OF_AGE;
}

/** What is kept: whoever must never be contacted may know nothing; words for a role only where none of ours fits. */
export function keptAround(said: AroundSaid): AroundSaid {
	return {
		...said,
		mayKnow: said.neverContact ? 'nothing' : said.mayKnow,
		roleWords: said.role === 'other' ? said.roleWords : '',
	};
}
