import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { entriesAbout, type EntryRow } from './journal.store.server.ts';
import { record } from './journal.server.ts';

const PAGE = 50;
const LAST_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff' as Uuid;

/** A place in a journal: the entry a page goes on from. */
type JournalPlace = { readonly at: Date; readonly id: Uuid };

/** Who did and who saw what of a person, a case or a request, newest first. Reading it is an entry itself. */
export async function readJournal(
	act: Act<Worker>,
	input: { subjectId: Uuid; before?: JournalPlace },
): Promise<Result<{ entries: readonly EntryRow[]; more: boolean }>> {
	return transaction(act, async (tx) => {
		const allowed = await permit(tx, 'journal.read', input.subjectId);
		if (!allowed.ok) return allowed;
		const before = input.before ?? { at: new Date(act.at.getTime() + 60_000), id: LAST_ID };
		const found = await entriesAbout(tx, input.subjectId, {
			beforeAt: before.at,
			beforeId: before.id,
			atMost: PAGE + 1,
		});
		record(tx, { action: 'journal.read', subjects: [input.subjectId] });
		return ok({ entries: found.slice(0, PAGE), more: found.length > PAGE });
	});
}

export type { EntryRow };
