import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

export type NewMeeting = {
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

export async function insertMeeting(tx: Tx, meeting: NewMeeting): Promise<void> {
	await tx.db
		.insertInto('meeting')
		.values({
			organisation_id: tx.organisationId,
			id: meeting.id,
			request_id: meeting.requestId,
			case_id: meeting.caseId,
			appointment_id: meeting.appointmentId,
			kind: meeting.kind,
			form: meeting.form,
			service: meeting.service,
			guide: meeting.guide,
			mode: meeting.mode,
			online_reason: meeting.onlineReason,
			site: meeting.site,
			started_at: meeting.startedAt,
			occurred_on: meeting.occurredOn,
			minutes: meeting.minutes,
			attendance: meeting.attendance,
			counts: meeting.counts,
			ordinal: meeting.ordinal,
			meeting_limit: meeting.meetingLimit,
			recorded_by: meeting.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

export type MeetingParts = {
	texts: { part: string; subject: Uuid; sealed: Sealed }[];
	codes: { field: string; code: string }[];
	minutes: { part: string; minutes: number }[];
	goals: { caseId: Uuid; goal: Uuid }[];
	counselling: { kind: string; subject: Uuid; sealed: Sealed | null }[];
	people: { person: Uuid; role: string }[];
	workers: Uuid[];
};

/** Everything that hangs on a meeting. The rows know only the meeting, so that they travel together. */
export async function insertParts(tx: Tx, meetingId: Uuid, parts: MeetingParts): Promise<void> {
	const key = { organisation_id: tx.organisationId, meeting_id: meetingId };
	const texts = parts.texts.map((one) => ({ ...key, part: one.part, subject_id: one.subject, sealed: one.sealed }));
	const codes = parts.codes.map((one) => ({ ...key, ...one }));
	const minutes = parts.minutes.map((one) => ({ ...key, ...one }));
	const goals = parts.goals.map((one) => ({ ...key, case_id: one.caseId, goal_id: one.goal }));
	const given = parts.counselling.map(({ kind, subject, sealed }) => ({ ...key, kind, subject_id: subject, sealed }));
	const people = parts.people.map((one) => ({ ...key, person_id: one.person, role: one.role }));
	const workers = parts.workers.map((worker) => ({ ...key, worker_id: worker }));
	await Promise.all([
		texts.length > 0 && tx.db.insertInto('meeting_text').values(texts).execute(),
		codes.length > 0 && tx.db.insertInto('meeting_code').values(codes).execute(),
		minutes.length > 0 && tx.db.insertInto('meeting_part').values(minutes).execute(),
		goals.length > 0 && tx.db.insertInto('meeting_goal').values(goals).execute(),
		given.length > 0 && tx.db.insertInto('meeting_counselling').values(given).execute(),
		people.length > 0 && tx.db.insertInto('meeting_person').values(people).execute(),
		workers.length > 0 && tx.db.insertInto('meeting_worker').values(workers).execute(),
	]);
}

export async function takenOrdinals(tx: Tx, caseId: Uuid): Promise<number[]> {
	const rows = await tx.db
		.selectFrom('meeting')
		.select('ordinal')
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('ordinal', 'is not', null)
		.execute();
	return rows.map((row) => row.ordinal!);
}

const COLUMNS = [
	'id',
	'kind',
	'request_id',
	'case_id',
	'started_at',
	'minutes',
	'mode',
	'site',
	'online_reason',
	'form',
	'service',
	'guide',
	'attendance',
	'ordinal',
	'recorded_by',
	'recorded_at',
	'voided_at',
] as const;

/** Which meetings: of a case, of a request, or of both where the one came of the other. */
export type MeetingsOf = {
	readonly caseId?: Uuid | null;
	readonly requestId?: Uuid | null;
	readonly id?: Uuid;
	readonly ids?: readonly Uuid[];
};

function which(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting')
		.where('organisation_id', '=', tx.organisationId)
		.where((eb) =>
			eb.or([
				...(of.caseId ? [eb('case_id', '=', of.caseId)] : []),
				...(of.requestId ? [eb('request_id', '=', of.requestId)] : []),
				...(of.id ? [eb('id', '=', of.id)] : []),
				...(of.ids && of.ids.length > 0 ? [eb('id', 'in', [...of.ids])] : []),
			]),
		);
}

export async function loadMeetings(tx: Tx, of: MeetingsOf, atMost: number) {
	return which(tx, of).select(COLUMNS).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(atMost).execute();
}

/** The sealed texts of meetings with the keys they open under. */
export async function loadTexts(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting_text as t')
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 't.organisation_id').onRef('k.subject_id', '=', 't.subject_id'),
		)
		.select(['t.meeting_id', 't.part', 't.subject_id', 't.sealed', 'k.wrapped'])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.meeting_id', 'in', which(tx, of).select('id'))
		.limit(2_000)
		.execute();
}

export async function loadCodes(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting_code')
		.select(['meeting_id', 'field', 'code'])
		.where('organisation_id', '=', tx.organisationId)
		.where('meeting_id', 'in', which(tx, of).select('id'))
		.limit(5_000)
		.execute();
}

export async function loadPartMinutes(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting_part')
		.select(['meeting_id', 'part', 'minutes'])
		.where('organisation_id', '=', tx.organisationId)
		.where('meeting_id', 'in', which(tx, of).select('id'))
		.limit(2_000)
		.execute();
}

export async function loadMeetingGoals(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting_goal')
		.select(['meeting_id', 'goal_id'])
		.where('organisation_id', '=', tx.organisationId)
		.where('meeting_id', 'in', which(tx, of).select('id'))
		.limit(5_000)
		.execute();
}

/** The kinds of counselling that meetings gave, with the keys their words open under. */
export async function loadCounselling(tx: Tx, of: MeetingsOf) {
	return tx.db
		.selectFrom('meeting_counselling as c')
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 'c.organisation_id').onRef('k.subject_id', '=', 'c.subject_id'),
		)
		.select(['c.meeting_id', 'c.kind', 'c.subject_id', 'c.sealed', 'k.wrapped'])
		.where('c.organisation_id', '=', tx.organisationId)
		.where('c.meeting_id', 'in', which(tx, of).select('id'))
		.orderBy('c.kind')
		.limit(5_000)
		.execute();
}

/** How many meetings of each of some cases were held; contacts in between are none. */
export async function loadHeld(tx: Tx, caseIds: readonly Uuid[]): Promise<{ case_id: Uuid | null; held: string }[]> {
	if (caseIds.length === 0) return [];
	return tx.db
		.selectFrom('meeting')
		.select(['case_id', (eb) => eb.fn.countAll<string>().as('held')])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', 'in', [...caseIds])
		.where('voided_at', 'is', null)
		.where('attendance', '=', 'came')
		.where('kind', '<>', 'contact')
		.groupBy('case_id')
		.execute();
}

/** How many meetings of a case count, and how many there are. */
export async function countMeetings(tx: Tx, caseId: Uuid): Promise<{ counted: number; all: number }> {
	const row = await tx.db
		.selectFrom('meeting')
		.select((eb) => [eb.fn.count<string>('ordinal').as('counted'), eb.fn.countAll<string>().as('all')])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('voided_at', 'is', null)
		.executeTakeFirst();
	return { counted: Number(row?.counted ?? 0), all: Number(row?.all ?? 0) };
}

/** How often each kind of service was given in a case, and how often at home or in the field. */
export async function countServices(
	tx: Tx,
	caseId: Uuid,
): Promise<{ service: string; count: number; inField: number }[]> {
	const rows = await tx.db
		.selectFrom('meeting')
		.select((eb) => [
			'service',
			eb.fn.countAll<string>().as('count'),
			eb.fn.countAll<string>().filterWhere('mode', '=', 'home').as('inField'),
		])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('voided_at', 'is', null)
		.where('attendance', '=', 'came')
		.where('service', 'is not', null)
		.groupBy('service')
		.orderBy('service')
		.execute();
	return rows.map((row) => ({ service: row.service!, count: Number(row.count), inField: Number(row.inField) }));
}

export async function voidMeetingRow(tx: Tx, id: Uuid, by: Uuid): Promise<boolean> {
	const done = await tx.db
		.updateTable('meeting')
		.set({ voided_at: tx.act.at, voided_by: by, ordinal: null })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('voided_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function attachToCase(
	tx: Tx,
	id: Uuid,
	to: { caseId: Uuid; meetingLimit: number; counts: boolean; ordinal: number | null },
): Promise<void> {
	await tx.db
		.updateTable('meeting')
		.set({ case_id: to.caseId, meeting_limit: to.meetingLimit, counts: to.counts, ordinal: to.ordinal })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}
