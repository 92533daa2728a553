import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { EpisodeReason, GoalStanding, Standing, StepUp } from './way.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

const ROWS_MAX = 1_000;

export const STANDINGS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('goal_standing')
		.select(['goal_id as goal', 'assessed_on as on', 'standing', 'recorded_by as by'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('assessed_on')
		.orderBy('recorded_at')
		.orderBy('id')
		.limit(ROWS_MAX)
		.$castTo<GoalStanding>(),
);

export async function insertStandings(
	tx: Tx,
	caseId: Uuid,
	standings: readonly { id: Uuid; goal: Uuid; on: CalendarDay; standing: Standing; by: Uuid }[],
): Promise<void> {
	await tx.db
		.insertInto('goal_standing')
		.values(
			standings.map((one) => ({
				organisation_id: tx.organisationId,
				id: one.id,
				case_id: caseId,
				goal_id: one.goal,
				assessed_on: one.on,
				standing: one.standing,
				recorded_by: one.by,
				recorded_at: tx.act.at,
			})),
		)
		.execute();
}

export const PHASES = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_phase')
		.select(['phase', 'from_on as from', 'recorded_by as by'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('from_on')
		.limit(20),
);

export const loadPhases = (tx: Tx, caseId: Uuid) => PHASES.rows(tx, ofCase(tx, caseId));

export async function insertPhase(
	tx: Tx,
	phase: { caseId: Uuid; phase: string; from: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('case_phase')
		.values({
			organisation_id: tx.organisationId,
			case_id: phase.caseId,
			phase: phase.phase,
			from_on: phase.from,
			recorded_by: phase.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

export const STEP_UP = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('step_up')
			.select(['stepped_on', 'reason', 'recorded_by', 'sealed'])
			.where('organisation_id', '=', of.organisationId)
			.where('case_id', '=', of.caseId),
	{ sealed: 'bytes' },
);

export const loadStepUp = async (tx: Tx, caseId: Uuid) => (await STEP_UP.rows(tx, ofCase(tx, caseId)))[0];

export async function insertStepUp(
	tx: Tx,
	step: { caseId: Uuid; on: CalendarDay; reason: StepUp['reason']; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('step_up')
		.values({
			organisation_id: tx.organisationId,
			case_id: step.caseId,
			stepped_on: step.on,
			reason: step.reason,
			recorded_by: step.by,
			recorded_at: tx.act.at,
			sealed: step.sealed,
		})
		.execute();
}

export const EPISODE = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('episode as e')
			.innerJoin('case_ as c', (join) =>
				join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.earlier_case_id'),
			)
			.select([
				'e.reason',
				'e.recorded_by',
				'e.sealed',
				'c.id',
				'c.number',
				'c.opened_on',
				'c.closed_on',
				'c.counted',
				'c.meeting_limit',
			])
			.where('e.organisation_id', '=', of.organisationId)
			.where('e.case_id', '=', of.caseId),
	{ sealed: 'bytes' },
);

export const loadEpisode = async (tx: Tx, caseId: Uuid) => (await EPISODE.rows(tx, ofCase(tx, caseId)))[0];

/** The last case somebody had under a programme. */
export async function loadEarlierCase(tx: Tx, person: Uuid, programme: string) {
	return tx.db
		.selectFrom('case_ as c')
		.innerJoin('case_member as m', (join) =>
			join.onRef('m.organisation_id', '=', 'c.organisation_id').onRef('m.case_id', '=', 'c.id'),
		)
		.select(['c.id', 'c.number', 'c.opened_on', 'c.closed_on', 'c.counted', 'c.meeting_limit'])
		.where('c.organisation_id', '=', tx.organisationId)
		.where('c.programme', '=', programme)
		.where('m.person_id', '=', person)
		.orderBy('c.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function insertEpisode(
	tx: Tx,
	episode: { caseId: Uuid; earlier: Uuid; reason: EpisodeReason; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('episode')
		.values({
			organisation_id: tx.organisationId,
			case_id: episode.caseId,
			earlier_case_id: episode.earlier,
			reason: episode.reason,
			recorded_by: episode.by,
			recorded_at: tx.act.at,
			sealed: episode.sealed,
		})
		.execute();
}
