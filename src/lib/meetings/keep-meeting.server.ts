import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import {
	checkMeeting,
	counts,
	nextOrdinal,
	type MeetingCodes,
	type MeetingFacts,
	type MeetingTexts,
} from './meeting.ts';
import { checkCounselling, type Counselling } from './meeting-guide.ts';
import { insertMeeting, type MeetingParts } from './keep-meeting.store.server.ts';

/** A meeting to be kept: what it was, what was said and ticked, and what it belongs to. */
export type MeetingToKeep = {
	readonly id: Uuid;
	readonly definition: Definition;
	readonly facts: MeetingFacts;
	readonly guide: string | null;
	readonly texts: MeetingTexts;
	readonly codes: MeetingCodes;
	readonly partMinutes: Readonly<Record<string, number>>;
	readonly goals: readonly Uuid[];
	readonly counselling?: readonly Counselling[];
	readonly people: readonly { readonly person: Uuid; readonly role: string }[];
	/** Who led it besides the one who records it. */
	readonly ledWith?: readonly Uuid[];
	/** Whose key the words are sealed under. */
	readonly key: SubjectKey;
	readonly of: {
		readonly requestId: Uuid | null;
		readonly caseId: Uuid | null;
		readonly meetingLimit: number | null;
		readonly appointmentId: Uuid | null;
	};
	/** The lowest number that no counting meeting of the case has. */
	readonly free: number;
	readonly timeZone: string;
};

export const meetingTextPlace = (meeting: Uuid, part: string, subject: Uuid) => ({
	table: 'meeting_text',
	column: 'sealed',
	row: `${meeting}/${part}/${subject}`,
});

export const counsellingPlace = (meeting: Uuid, kind: string) => ({
	table: 'meeting_counselling',
	column: 'sealed',
	row: `${meeting}/${kind}`,
});

/** Keeps a meeting, whole. Part of a use case that has the case locked and journals. */
export function keepMeeting(tx: Tx<Worker>, meeting: MeetingToKeep): Result<undefined> {
	const { facts, definition, of } = meeting;
	const checked = checkMeeting(definition, facts, tx.act.at);
	if (!checked.ok) return checked;
	const given = checkCounselling(definition, meeting.counselling ?? []);
	if (!given.ok) return given;
	const counting = of.caseId !== null && counts(definition, facts.kind, facts.attendance);
	const ordinal = counting ? nextOrdinal(meeting.free, of.meetingLimit!) : ok(null);
	if (!ordinal.ok) return ordinal;
	const row = {
		id: meeting.id,
		...of,
		guide: meeting.guide,
		kind: facts.kind,
		form: facts.form ?? null,
		service: facts.service ?? null,
		mode: facts.mode,
		onlineReason: facts.mode === 'online' ? (facts.onlineReason ?? null) : null,
		site: facts.site ?? null,
		startedAt: facts.startedAt,
		occurredOn: dayOf(facts.startedAt, meeting.timeZone),
		minutes: facts.attendance === 'came' ? facts.minutes : 0,
		attendance: facts.attendance,
		counts: counting,
		ordinal: ordinal.value,
		by: tx.act.by.workerId,
	};
	insertMeeting(tx, row, partsOf(tx, meeting));
	return ok();
}

function partsOf(tx: Tx<Worker>, meeting: MeetingToKeep): MeetingParts {
	const { key, of } = meeting;
	const said = Object.entries(meeting.texts).map(
		([part, prompts]) => [part, Object.fromEntries(Object.entries(prompts).filter(([, text]) => text !== ''))] as const,
	);
	return {
		texts: said
			.filter(([, prompts]) => Object.keys(prompts).length > 0)
			.map(([part, prompts]) => ({
				part,
				subject: key.subjectId,
				sealed: key.seal(meetingTextPlace(meeting.id, part, key.subjectId), prompts),
			})),
		codes: Object.entries(meeting.codes).flatMap(([field, codes]) => codes.map((code) => ({ field, code }))),
		minutes: Object.entries(meeting.partMinutes).map(([part, minutes]) => ({ part, minutes })),
		goals: of.caseId ? meeting.goals : [],
		counselling: (meeting.counselling ?? []).map(({ kind, words }) => ({
			kind,
			subject: key.subjectId,
			sealed: words === '' ? null : key.seal(counsellingPlace(meeting.id, kind), words),
		})),
		people: [...meeting.people],
		workers: [...new Set([tx.act.by.workerId, ...(meeting.ledWith ?? [])])],
	};
}
