import { CompiledQuery } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

type NewMeeting = {
	id: Uuid;
	requestId: Uuid | null;
	caseId: Uuid | null;
	appointmentId: Uuid | null;
	kind: string;
	form: string | null;
	service: string | null;
	guide: string | null;
	mode: string;
	onlineReason: string | null;
	site: string | null;
	startedAt: Date;
	occurredOn: CalendarDay;
	minutes: number;
	attendance: string;
	counts: boolean;
	ordinal: number | null;
	meetingLimit: number | null;
	by: Uuid;
};

export type MeetingParts = {
	texts: { part: string; subject: Uuid; sealed: Sealed }[];
	codes: { field: string; code: string }[];
	minutes: { part: string; minutes: number }[];
	goals: readonly Uuid[];
	counselling: { kind: string; subject: Uuid; sealed: Sealed | null }[];
	people: { person: Uuid; role: string }[];
	workers: Uuid[];
};

const MEETING = `with kept as (
	insert into meeting (organisation_id, id, request_id, case_id, appointment_id, kind, form, service, guide, mode, online_reason, site,
		started_at, occurred_on, minutes, attendance, counts, ordinal, meeting_limit, recorded_by, recorded_at)
	values ($1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20::uuid, $21)
), texts as (
	insert into meeting_text (organisation_id, meeting_id, part, subject_id, sealed)
	select $1, $2, * from unnest($22::text[], $23::uuid[], $24::bytea[])
), codes as (
	insert into meeting_code (organisation_id, meeting_id, field, code) select $1, $2, * from unnest($25::text[], $26::text[])
), minutes as (
	insert into meeting_part (organisation_id, meeting_id, part, minutes) select $1, $2, * from unnest($27::text[], $28::smallint[])
), goals as (
	insert into meeting_goal (organisation_id, meeting_id, case_id, goal_id) select $1, $2, $4, * from unnest($29::uuid[])
), people as (
	insert into meeting_person (organisation_id, meeting_id, person_id, role) select $1, $2, * from unnest($30::uuid[], $31::text[])
)
insert into meeting_worker (organisation_id, meeting_id, worker_id) select $1, $2, * from unnest($32::uuid[])`;
// Their trigger looks at the meeting, so it has to be there: not in the same statement.
const COUNSELLING = `insert into meeting_counselling (organisation_id, meeting_id, kind, subject_id, sealed)
	select $1, $2, * from unnest($3::text[], $4::uuid[], $5::bytea[])`;

/** Keeps a meeting with everything that hangs on it, in one statement: sent along, so that the transaction fails if it does. */
export function insertMeeting(tx: Tx, meeting: NewMeeting, parts: MeetingParts): void {
	const of = [tx.organisationId, meeting.id];
	const { counselling } = parts;
	tx.sendAlong(CompiledQuery.raw(MEETING, [tx.organisationId, ...valuesOf(tx, meeting), ...listsOf(parts)]));
	if (counselling.length === 0) return;
	const lists = [
		counselling.map((one) => one.kind),
		counselling.map((one) => one.subject),
		counselling.map((one) => one.sealed),
	];
	tx.sendAlong(CompiledQuery.raw(COUNSELLING, [...of, ...lists]));
}

function valuesOf(tx: Tx, meeting: NewMeeting): unknown[] {
	const { id, requestId, caseId, appointmentId, kind, form, service, guide, mode, onlineReason, site } = meeting;
	const { startedAt, occurredOn, minutes, attendance, counts, ordinal, meetingLimit, by } = meeting;
	const what = [id, requestId, caseId, appointmentId, kind, form, service, guide, mode, onlineReason, site];
	const when = [startedAt, occurredOn, minutes, attendance, counts, ordinal, meetingLimit, by, tx.act.at];
	return [...what, ...when];
}

function listsOf({ texts, codes, minutes, goals, people, workers }: MeetingParts): unknown[] {
	return [
		texts.map((one) => one.part),
		texts.map((one) => one.subject),
		texts.map((one) => one.sealed),
		codes.map((one) => one.field),
		codes.map((one) => one.code),
		minutes.map((one) => one.part),
		minutes.map((one) => one.minutes),
		goals,
		people.map((one) => one.person),
		people.map((one) => one.role),
		workers,
	];
}
