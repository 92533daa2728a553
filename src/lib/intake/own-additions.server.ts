import type { Act, CodeHolder } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { insertAddition, loadAdditions } from './additions.store.server.ts';
import { loadRequest } from './intake.store.server.ts';

/** Something the person added to their request with their code; unseen until somebody who works on it has read it. */
export type Addition = { readonly id: Uuid; readonly at: Date; readonly words: string; readonly seenAt: Date | null };

const additionPlace = (id: Uuid) => ({ table: 'request_addition', column: 'sealed', row: id });

/** Adds something to one's own request, for whoever works on it. It stops nothing: no clock, no appointment. */
export async function addToOwnRequest(
	act: Act<CodeHolder>,
	input: { command: Uuid; words: string },
): Promise<Result<undefined>> {
	// A proposer has said what they had to say: what comes now is the person's.
	if (act.by.kind === 'proposer') return refuse('not-found');
	const requestId = act.by.subjectId;
	return transaction(act, async (tx) => {
		const [facts, keys] = await Promise.all([
			loadRequest(tx, requestId),
			openVault(tx).then((vault) => vault.keysOf([requestId])),
		]);
		const key = keys.get(requestId);
		if (!facts || !key) return refuse('not-found');
		if (facts.outcome) return refuse('already-decided');
		if (await claim(tx, input.command, 'add-to-request')) {
			const sealed = key.seal(additionPlace(input.command), { words: input.words });
			await insertAddition(tx, { id: input.command, requestId, sealed });
		}
		record(tx, { action: 'request.added-to', subjects: [requestId], record: input.command });
		return ok();
	});
}

/** What was added to a request, oldest first, opened. Journaled by whoever shows it. */
export async function additionsOf(tx: Tx, requestId: Uuid, key: SubjectKey | undefined): Promise<readonly Addition[]> {
	const rows = await loadAdditions(tx, requestId);
	if (!key) return [];
	return rows.map(({ id, added_at: at, seen_at: seenAt, sealed }) => ({
		id,
		at,
		seenAt,
		words: key.open<{ words: string }>(additionPlace(id), sealed).words,
	}));
}
