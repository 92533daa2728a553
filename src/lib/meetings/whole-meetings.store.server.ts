import { sql, type SelectQueryBuilder } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery, keptTogether } from '#lib/platform/kept-query.server.ts';
import type { DB } from '#lib/platform/tables.ts';

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

/** Which meetings: of a case, of a request, or one. */
export type MeetingsOf = { readonly caseId: Uuid } | { readonly requestId: Uuid } | { readonly id: Uuid };
type Which = { readonly organisationId: Uuid; readonly value: Uuid };

function loadedBy(column: 'case_id' | 'request_id' | 'id', atMost: number) {
	const which = (db: Tx['db'], of: Which) =>
		db.selectFrom('meeting').where('organisation_id', '=', of.organisationId).where(column, '=', of.value);
	const meetings = keptQuery(
		(db, of: Which) => which(db, of).select(COLUMNS).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(atMost),
		{ started_at: 'time', recorded_at: 'time', voided_at: 'time' },
	);
	return { meetings, whole: keptTogether({ meetings, ...partsBy(which) }) };
}

type Choose = (db: Tx['db'], of: Which) => SelectQueryBuilder<DB, 'meeting', object>;
// Found first, and by them what hangs on them: joined, the planner reads the meetings of all cases where one has few of those.
const idsOf = (meetings: SelectQueryBuilder<DB, 'meeting', object>) => sql<Uuid>`any(array(${meetings.select('id')}))`;
const OPENING = { sealed: 'bytes', wrapped: 'bytes' } as const;

/** What hangs on meetings, with the keys their words open under. */
const partsBy = (which: Choose) => ({ ...wordsBy(which), ...factsBy(which) });

const wordsBy = (which: Choose) => ({
	texts: keptQuery(
		(db, of: Which) =>
			db
				.selectFrom('meeting_text as t')
				.innerJoin('subject_key as k', (join) =>
					join.onRef('k.organisation_id', '=', 't.organisation_id').onRef('k.subject_id', '=', 't.subject_id'),
				)
				.select(['t.meeting_id', 't.part', 't.subject_id', 't.sealed', 'k.wrapped'])
				.where('t.organisation_id', '=', of.organisationId)
				.where('t.meeting_id', '=', idsOf(which(db, of)))
				.limit(2_000),
		OPENING,
	),
	counselling: keptQuery(
		(db, of: Which) =>
			db
				.selectFrom('meeting_counselling as c')
				.innerJoin('subject_key as k', (join) =>
					join.onRef('k.organisation_id', '=', 'c.organisation_id').onRef('k.subject_id', '=', 'c.subject_id'),
				)
				.select(['c.meeting_id', 'c.kind', 'c.subject_id', 'c.sealed', 'k.wrapped'])
				.where('c.organisation_id', '=', of.organisationId)
				.where('c.meeting_id', '=', idsOf(which(db, of)))
				.orderBy('c.kind')
				.limit(5_000),
		OPENING,
	),
});

const factsBy = (which: Choose) => ({
	codes: keptQuery((db, of: Which) =>
		db
			.selectFrom('meeting_code')
			.select(['meeting_id', 'field', 'code'])
			.where('organisation_id', '=', of.organisationId)
			.where('meeting_id', '=', idsOf(which(db, of)))
			.limit(5_000),
	),
	minutes: keptQuery((db, of: Which) =>
		db
			.selectFrom('meeting_part')
			.select(['meeting_id', 'part', 'minutes'])
			.where('organisation_id', '=', of.organisationId)
			.where('meeting_id', '=', idsOf(which(db, of)))
			.limit(2_000),
	),
	goals: keptQuery((db, of: Which) =>
		db
			.selectFrom('meeting_goal')
			.select(['meeting_id', 'goal_id'])
			.where('organisation_id', '=', of.organisationId)
			.where('meeting_id', '=', idsOf(which(db, of)))
			.limit(5_000),
	),
});

const LOADED = { case: loadedBy('case_id', 200), request: loadedBy('request_id', 500), one: loadedBy('id', 1) };

function asked(tx: Tx, of: MeetingsOf) {
	const { organisationId } = tx;
	if ('caseId' in of) return { by: LOADED.case, values: { organisationId, value: of.caseId } };
	if ('requestId' in of) return { by: LOADED.request, values: { organisationId, value: of.requestId } };
	return { by: LOADED.one, values: { organisationId, value: of.id } };
}

/** Meetings alone, newest first. */
export async function loadMeetings(tx: Tx, of: MeetingsOf) {
	const { by, values } = asked(tx, of);
	return by.meetings.rows(tx, values);
}

/** Meetings, newest first, with all that hangs on them, sealed: one statement. */
export async function loadWhole(tx: Tx, of: MeetingsOf) {
	const { by, values } = asked(tx, of);
	return by.whole(tx, values);
}
export type WholeMeetings = Awaited<ReturnType<typeof loadWhole>>;
