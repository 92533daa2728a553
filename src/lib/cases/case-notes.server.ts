import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { leadsOf, permit } from '#lib/access/access.server.ts';
import { colleaguesWho } from '#lib/identity/colleagues.server.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { readsNote, type CaseNote, type CaseNoteKind, type CaseNoteWords } from './case-note.ts';
import { insertCaseNote, loadCaseNotes, loadCaseNoteWorkers } from './case-notes.store.server.ts';
import { caseUnderChange } from './case-under-change.server.ts';

/** A note as it is written. */
export type WrittenNote = CaseNoteWords & {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly kind: CaseNoteKind;
	readonly heldOn: CalendarDay;
	readonly workers: readonly Uuid[];
};

const place = (note: Uuid) => ({ table: 'case_note', column: 'sealed', row: note });

/** Writes down a supervision or a case conference about a case (W7). */
export async function writeCaseNote(act: Act<Worker>, input: WrittenNote): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'note.write', input.caseId);
		if (!found.ok) return found;
		const { facts, key, today } = found.value;
		if (input.heldOn > today) return refuseField('heldOn', 'in-the-future');
		if (input.heldOn < facts.openedOn) return refuseField('heldOn', 'too-early');
		const here = new Set((await colleaguesWho(tx, 'note.write')).map((one) => one.id));
		if (input.workers.some((one) => !here.has(one))) return refuseField('workers', 'choose-some');
		if (await claim(tx, input.command, 'write-case-note')) {
			const { command: id, text, outside } = input;
			const sealed = key.seal(place(id), { text, outside });
			await insertCaseNote(tx, { ...input, id, recordedBy: act.by.workerId, sealed });
		}
		dropDraft(tx, { form: 'note', subjectId: input.caseId });
		record(tx, { action: 'note.written', subjects: [input.caseId], record: input.command });
		return ok();
	});
}

/** The notes of a case that the worker may read, newest first, with the names of who took part. */
export async function readCaseNotes(
	act: Act<Worker>,
	input: { caseId: Uuid },
): Promise<Result<{ notes: readonly CaseNote[]; names: ReadonlyMap<Uuid, string> }>> {
	return transaction(act, async (tx) => {
		const { caseId } = input;
		const [allowed, rows, keys, leads] = await Promise.all([
			permit(tx, 'note.read', caseId),
			loadCaseNotes(tx, caseId),
			openVault(tx).then((vault) => vault.keysOf([caseId])),
			leadsOf(tx, caseId),
		]);
		if (!allowed.ok) return allowed;
		const key = keys.get(caseId);
		const ids = rows.map((row) => row.id);
		const took = Map.groupBy(await loadCaseNoteWorkers(tx, ids), (row) => row.note_id);
		const reader = { worker: act.by.workerId, leads };
		const notes = rows
			.map(({ sealed, ...row }) => ({
				...row,
				workers: (took.get(row.id) ?? []).map((one) => one.worker_id),
				open: () => key?.open<CaseNoteWords>(place(row.id), sealed) ?? { text: '', outside: '' },
			}))
			.filter((note) => readsNote(note, reader))
			.map(({ open, ...note }) => ({ ...note, ...open() }));
		const names = await namesOf(
			tx,
			notes.flatMap((note) => [note.recordedBy, ...note.workers]),
		);
		record(tx, { action: 'note.read', subjects: [caseId, ...notes.map((note) => note.id)] });
		return ok({ notes, names });
	});
}
