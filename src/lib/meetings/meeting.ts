import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Definition, Mode } from '#lib/programmes/definition.ts';
import { modesOfForm, modesOfMeetings } from '#lib/programmes/modes.ts';

export const ATTENDANCES = ['came', 'did-not-come', 'cancelled', 'moved'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
/** A talk follows a guide; a meeting is one of a case; a contact is anything shorter that never counts. */
const MEETING_KINDS = ['talk', 'meeting', 'contact'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** A meeting may be written down this long before it ends, minutes: clocks differ, and one writes while one talks. */
const EARLY_MINUTES = 5;
/** The longest a meeting can last, minutes: a day. */
export const MINUTES_MAX = 1440;

/** What a worker says about a meeting, apart from its words. */
export type MeetingFacts = {
	readonly kind: MeetingKind;
	readonly startedAt: Date;
	readonly minutes: number;
	readonly mode: Mode;
	readonly site: string | undefined;
	readonly onlineReason: string | undefined;
	readonly form: string | undefined;
	readonly service: string | undefined;
	readonly attendance: Attendance;
};

/** Tells whether a meeting counts towards the limit and gets a number: by the definition, and only if somebody came. */
export function counts(definition: Definition, kind: MeetingKind, attendance: Attendance): boolean {
	return attendance === 'came' && definition.meetings.counting.some((counting) => counting === kind);
}

/** The number of the next counting meeting: the lowest that is free, for a voided meeting gives its number back. Refused beyond the limit. */
export function nextOrdinal(free: number, limit: number): Result<number> {
	return free <= limit ? ok(free) : refuse('meeting-limit-reached', { limit });
}

/** Decides whether a meeting can be recorded as it was said. */
export function checkMeeting(definition: Definition, facts: MeetingFacts, now: Date): Result<undefined> {
	const endsMs = facts.startedAt.getTime() + facts.minutes * 60_000;
	if (facts.startedAt.getTime() > now.getTime() + EARLY_MINUTES * 60_000)
		return refuseField('startedOn', 'in-the-future');
	if (facts.attendance === 'came' && facts.minutes < 1) return refuseField('minutes', 'minutes-unreal');
	if (facts.attendance === 'came' && endsMs > now.getTime() + EARLY_MINUTES * 60_000)
		return refuseField('minutes', 'in-the-future');
	const known = checkKeys(definition, facts);
	return known.ok ? checkMode(definition, facts) : known;
}

/** A form of help may be given in some of the modes only: a home visit is not one by telephone. */
function checkMode(definition: Definition, { kind, mode, form }: MeetingFacts): Result<undefined> {
	const offered = kind === 'talk' ? definition.modes : modesOfMeetings(definition);
	if (!offered.includes(mode)) return refuseField('mode', 'choose-one');
	return !form || modesOfForm(definition, form).includes(mode) ? ok() : refuseField('mode', 'mode-not-of-form');
}

function checkKeys(definition: Definition, facts: MeetingFacts): Result<undefined> {
	const known = (list: readonly { key: string }[], key: string | undefined) =>
		key === undefined || list.some((one) => one.key === key);
	if (!known(definition.sites, facts.site)) return refuseField('site', 'choose-one');
	if (!known(definition.onlineReasons, facts.onlineReason)) return refuseField('onlineReason', 'choose-one');
	if (!known(definition.formsOfHelp, facts.form)) return refuseField('form', 'choose-one');
	return known(definition.services, facts.service) ? ok() : refuseField('service', 'choose-one');
}

/** What was written at a meeting: by part of the guide, by prompt. A meeting without a guide has one part, `notes`. */
export type MeetingTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** What was ticked: by prompt, the codes. */
export type MeetingCodes = Readonly<Record<string, readonly string[]>>;

/** A meeting as it is read again. */
export type Meeting = {
	readonly id: Uuid;
	readonly kind: MeetingKind;
	readonly requestId: Uuid | null;
	readonly caseId: Uuid | null;
	readonly startedAt: Date;
	readonly minutes: number;
	readonly mode: Mode;
	readonly site: string | null;
	readonly onlineReason: string | null;
	readonly form: string | null;
	readonly service: string | null;
	readonly guide: string | null;
	readonly attendance: Attendance;
	readonly ordinal: number | null;
	readonly recordedBy: Uuid;
	readonly recordedAt: Date;
	readonly voidedAt: Date | null;
	readonly texts: MeetingTexts;
	readonly codes: MeetingCodes;
	readonly partMinutes: Readonly<Record<string, number>>;
	readonly goals: readonly Uuid[];
	/** The kinds of counselling that were given, with their words where there are any. */
	readonly counselling: readonly { readonly kind: string; readonly words: string }[];
};
