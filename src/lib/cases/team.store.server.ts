import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Absence, AbsenceReason } from './team.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

const ABSENCES_MAX = 200;

export const ABSENCES = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('team_absence')
		.select(['id', 'worker_id as worker', 'from_on as from', 'to_on as to', 'reason'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('from_on', 'desc')
		.orderBy('id', 'desc')
		.limit(ABSENCES_MAX)
		.$castTo<Absence>(),
);

export const loadAbsences = (tx: Tx, caseId: Uuid) => ABSENCES.rows(tx, ofCase(tx, caseId));

export async function insertAbsence(
	tx: Tx,
	absence: {
		id: Uuid;
		caseId: Uuid;
		worker: Uuid | undefined;
		from: CalendarDay;
		to: CalendarDay | undefined;
		reason: AbsenceReason;
		by: Uuid;
	},
): Promise<void> {
	await tx.db
		.insertInto('team_absence')
		.values({
			organisation_id: tx.organisationId,
			id: absence.id,
			case_id: absence.caseId,
			worker_id: absence.worker ?? null,
			from_on: absence.from,
			to_on: absence.to ?? null,
			reason: absence.reason,
			recorded_by: absence.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

/** Ends an absence that stands open. False when there is none such. */
export async function endAbsenceOn(tx: Tx, of: { caseId: Uuid; absence: Uuid }, on: CalendarDay): Promise<boolean> {
	const done = await tx.db
		.updateTable('team_absence')
		.set({ to_on: on })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('id', '=', of.absence)
		.where('to_on', 'is', null)
		.where('from_on', '<=', on)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Ends a worker's part in a case, unless they are its key worker. False when they have none. */
export async function endCaseWorker(tx: Tx, of: { caseId: Uuid; worker: Uuid }): Promise<boolean> {
	const done = await tx.db
		.updateTable('case_worker')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('worker_id', '=', of.worker)
		.where('role', '<>', 'key-worker')
		.where('to_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}
