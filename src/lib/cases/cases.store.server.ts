import { sql } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { NO_LIMIT, type CaseCondition, type CaseFacts } from './case.ts';
import type { ListedCase } from './case-list.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

/** No case has more members or workers; where it had, the rest would not be shown. */
const ROWS_OF_A_CASE = 200;

/** The next number of a year: 2026-0418. The year's row is locked until the transaction ends. */
export async function nextNumber(tx: Tx, year: number): Promise<string> {
	const row = await tx.db
		.insertInto('case_number')
		.values({ organisation_id: tx.organisationId, year, last: 1 })
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'year']).doUpdateSet({ last: sql`case_number.last + 1` }),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return `${year}-${String(row.last).padStart(4, '0')}`;
}

type NewCase = {
	id: Uuid;
	number: string;
	programme: string;
	version: number;
	requestId: Uuid | null;
	unit: 'person' | 'family';
	familyId: Uuid | null;
	meetingLimit: number | null;
	teamMin: number;
	openedOn: CalendarDay;
	openedBy: Uuid;
};

export async function insertCase(tx: Tx, made: NewCase): Promise<void> {
	await tx.db
		.insertInto('case_')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			number: made.number,
			programme: made.programme,
			version: made.version,
			request_id: made.requestId,
			unit: made.unit,
			family_id: made.familyId,
			meeting_limit: made.meetingLimit ?? NO_LIMIT,
			team_min: made.teamMin,
			opened_on: made.openedOn,
			opened_by: made.openedBy,
		})
		.execute();
}

export async function insertMembers(
	tx: Tx,
	caseId: Uuid,
	{ members, from }: { members: readonly { person: Uuid; roles: string[] }[]; from: CalendarDay },
): Promise<void> {
	await tx.db
		.insertInto('case_member')
		.values(
			members.map((member) => ({
				organisation_id: tx.organisationId,
				case_id: caseId,
				person_id: member.person,
				roles: member.roles,
				from_on: from,
			})),
		)
		.execute();
}

export async function insertCaseWorker(
	tx: Tx,
	caseId: Uuid,
	given: { worker: Uuid; role: 'key-worker' | 'second-worker' | 'advocate' | 'volunteer' },
): Promise<void> {
	await tx.db
		.insertInto('case_worker')
		.values({
			organisation_id: tx.organisationId,
			case_id: caseId,
			worker_id: given.worker,
			role: given.role,
			from_at: tx.act.at,
		})
		.execute();
}

export async function insertConditions(tx: Tx, caseId: Uuid, conditions: readonly CaseCondition[]): Promise<void> {
	if (conditions.length === 0) return;
	await tx.db
		.insertInto('case_condition')
		.values(
			conditions.map((one) => ({
				organisation_id: tx.organisationId,
				case_id: caseId,
				condition: one.condition,
				party_id: one.partyId,
			})),
		)
		.execute();
}

/** The facts of cases, to be narrowed by whoever asks; a case is `c`. */
export function selectFacts(of: Pick<Tx, 'db' | 'organisationId'>) {
	return of.db
		.selectFrom('case_ as c')
		.select([
			'c.id',
			'c.number',
			'c.programme',
			'c.version',
			'c.request_id as requestId',
			'c.unit',
			'c.family_id as familyId',
			'c.meeting_limit as meetingLimit',
			'c.counted',
			'c.unmet',
			'c.opened_on as openedOn',
			'c.active_from as activeFrom',
			'c.closed_on as closedOn',
		])
		.where('c.organisation_id', '=', of.organisationId);
}

/** The facts of one case. */
export const CASE = keptQuery((db, { organisationId, caseId }: OfCase) =>
	selectFacts({ db, organisationId }).where('c.id', '=', caseId).$castTo<CaseFacts>(),
);

export const loadCase = async (tx: Tx, id: Uuid) => (await CASE.rows(tx, ofCase(tx, id)))[0];

/** How many workers the programme of a case asks for. */
export const TEAM_MIN = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_')
		.select('team_min')
		.where('organisation_id', '=', of.organisationId)
		.where('id', '=', of.caseId),
);

export async function setActiveFrom(tx: Tx, id: Uuid, from: CalendarDay | null): Promise<void> {
	await tx.db
		.updateTable('case_')
		.set({ active_from: from })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

/**
 * Begins a period in which a case is active. One that ended on the day it began, and begins again that day, is the same
 * one. False when a longer one began that day.
 */
export async function openPeriod(tx: Tx, id: Uuid, from: CalendarDay): Promise<boolean> {
	const done = await tx.db
		.insertInto('case_active_period')
		.values({ organisation_id: tx.organisationId, case_id: id, from_on: from })
		.onConflict((conflict) =>
			conflict
				.columns(['organisation_id', 'case_id', 'from_on'])
				.doUpdateSet({ to_on: null })
				.where('case_active_period.to_on', '=', from),
		)
		.executeTakeFirst();
	return done.numInsertedOrUpdatedRows === 1n;
}

export async function closePeriod(tx: Tx, id: Uuid, to: CalendarDay): Promise<void> {
	await tx.db
		.updateTable('case_active_period')
		.set({ to_on: to })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', id)
		.where('to_on', 'is', null)
		.execute();
}

/** When a case was active. */
export const PERIODS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_active_period')
		.select(['from_on', 'to_on'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('from_on')
		.limit(ROWS_OF_A_CASE),
);

/** The members of a case, those who left too. */
export const MEMBERS = keptQuery((db, of: OfCase) =>
	membersOf(db, of.organisationId).where('case_id', '=', of.caseId).limit(ROWS_OF_A_CASE),
);

/** The present workers of a case. */
export const WORKERS = keptQuery((db, of: OfCase) =>
	workersOf(db, of.organisationId).where('case_id', '=', of.caseId).limit(ROWS_OF_A_CASE),
);

function membersOf(db: Tx['db'], organisation: Uuid) {
	return db
		.selectFrom('case_member')
		.select(['case_id', 'person_id', 'roles', 'to_on'])
		.where('organisation_id', '=', organisation)
		.orderBy('from_on')
		.orderBy('person_id');
}

function workersOf(db: Tx['db'], organisation: Uuid) {
	return db
		.selectFrom('case_worker')
		.select(['case_id', 'worker_id', 'role'])
		.where('organisation_id', '=', organisation)
		.where('to_at', 'is', null);
}

export async function loadMembers(
	tx: Tx,
	caseIds: readonly Uuid[],
): Promise<{ case_id: Uuid; person_id: Uuid; roles: string[]; to_on: CalendarDay | null }[]> {
	const [one, ...others] = caseIds;
	if (!one) return [];
	if (others.length === 0) return MEMBERS.rows(tx, ofCase(tx, one));
	return membersOf(tx.db, tx.organisationId)
		.where('case_id', 'in', [...caseIds])
		.limit(ROWS_OF_A_CASE * caseIds.length)
		.execute();
}

export async function loadCaseWorkers(
	tx: Tx,
	caseIds: readonly Uuid[],
): Promise<{ case_id: Uuid; worker_id: Uuid; role: string }[]> {
	const [one, ...others] = caseIds;
	if (!one) return [];
	if (others.length === 0) return WORKERS.rows(tx, ofCase(tx, one));
	return workersOf(tx.db, tx.organisationId)
		.where('case_id', 'in', [...caseIds])
		.limit(ROWS_OF_A_CASE * caseIds.length)
		.execute();
}

export async function loadCasesById(tx: Tx, ids: readonly Uuid[]): Promise<ListedCase[]> {
	if (ids.length === 0) return [];
	return (await selectFacts(tx)
		.select('c.last_met_on as lastMetOn')
		.where('c.id', 'in', [...new Set(ids)])
		.execute()) as ListedCase[];
}

export async function loadCaseByNumber(tx: Tx, number: string): Promise<ListedCase | undefined> {
	return (await selectFacts(tx)
		.select('c.last_met_on as lastMetOn')
		.where('c.number', '=', number)
		.executeTakeFirst()) as ListedCase | undefined;
}

export async function loadCaseOfRequest(tx: Tx, request: Uuid): Promise<CaseFacts | undefined> {
	return (await selectFacts(tx).where('c.request_id', '=', request).executeTakeFirst()) as CaseFacts | undefined;
}
