import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

export type TaskRow = {
	version: number;
	agreed_on: CalendarDay;
	meeting_id: Uuid | null;
	recorded_by: Uuid;
	sealed: Sealed;
};

export const TASKS = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('agreed_task')
			.select(['version', 'agreed_on', 'meeting_id', 'recorded_by', 'sealed'])
			.where('organisation_id', '=', of.organisationId)
			.where('case_id', '=', of.caseId)
			.orderBy('version', 'desc')
			.limit(200),
	{ sealed: 'bytes' },
);

export const loadTasks = (tx: Tx, caseId: Uuid) => TASKS.rows(tx, ofCase(tx, caseId));

export async function insertTask(
	tx: Tx,
	task: { caseId: Uuid; version: number; agreedOn: CalendarDay; meetingId: Uuid | null; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('agreed_task')
		.values({
			organisation_id: tx.organisationId,
			case_id: task.caseId,
			version: task.version,
			agreed_on: task.agreedOn,
			meeting_id: task.meetingId,
			recorded_by: task.by,
			recorded_at: tx.act.at,
			sealed: task.sealed,
		})
		.execute();
}
