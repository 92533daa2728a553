import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

type CaseNoteRow = {
	id: Uuid;
	kind: 'supervision' | 'conference';
	heldOn: CalendarDay;
	recordedBy: Uuid;
	sealed: Sealed;
};

export async function insertCaseNote(
	tx: Tx,
	note: CaseNoteRow & { caseId: Uuid; workers: readonly Uuid[] },
): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('case_note')
		.values({
			organisation_id,
			id: note.id,
			case_id: note.caseId,
			kind: note.kind,
			held_on: note.heldOn,
			recorded_by: note.recordedBy,
			recorded_at: tx.act.at,
			sealed: note.sealed,
		})
		.execute();
	const rows = note.workers.map((worker_id) => ({ organisation_id, note_id: note.id, worker_id }));
	if (rows.length > 0) await tx.db.insertInto('case_note_worker').values(rows).execute();
}

/** The notes of a case that the worker of this transaction may read: the database leaves out the others. */
export async function loadCaseNotes(tx: Tx, caseId: Uuid): Promise<CaseNoteRow[]> {
	return (await tx.db
		.selectFrom('case_note')
		.select(['id', 'kind', 'held_on as heldOn', 'recorded_by as recordedBy', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.orderBy('held_on', 'desc')
		.orderBy('id', 'desc')
		.limit(200)
		.execute()) as CaseNoteRow[];
}

export async function loadCaseNoteWorkers(
	tx: Tx,
	notes: readonly Uuid[],
): Promise<{ note_id: Uuid; worker_id: Uuid }[]> {
	if (notes.length === 0) return [];
	return tx.db
		.selectFrom('case_note_worker')
		.select(['note_id', 'worker_id'])
		.where('organisation_id', '=', tx.organisationId)
		.where('note_id', 'in', [...notes])
		.limit(5_000)
		.execute();
}
