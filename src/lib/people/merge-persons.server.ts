import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey, type Vault } from '#lib/vault/vault.server.ts';
import { insertMerge, insertNotSame, loadMerges, lockPersons, resealMerge, undoMerge } from './merges.store.server.ts';
import { detailsAgain, mergedDetails, type Chosen, type Told } from './merging.ts';
import { mergePlace, openText, textPlace, type MergeText } from './open-persons.server.ts';
import { hashesOf } from './people.server.ts';
import { loadFacts, loadPersons, saveFacts, updatePerson, type PersonRow } from './people.store.server.ts';

type Pair = { readonly keptId: Uuid; readonly mergedId: Uuid };

const REFUSED = {
	merge_of_records_apart: 'already-merged',
	person_merge_once: 'already-merged',
	merge_undone_once: 'not-merged',
} as const;

/** Makes two records of one person one: the merged one points to the one that stays, and nothing else moves. */
export async function mergePersons(
	act: Act<Worker>,
	input: Pair & { command: Uuid; chosen: Chosen; countryPrefix: string },
): Promise<Result<undefined>> {
	const { keptId, mergedId, command: id } = input;
	const merge = async (tx: Tx<Worker>) => {
		const found = await pairToMerge(tx, input);
		if (!found.ok) return found;
		const { kept, merged } = found.value;
		const subjects = [keptId, mergedId];
		record(tx, { action: 'person.merged', subjects, record: id });
		if (!(await claim(tx, id, 'merge-persons'))) return ok();
		if (kept.standing === 'merged' || merged.standing === 'merged') return refuse('already-merged');
		if (merged.standing === 'carries-others') return refuse('merged-carries-others');
		const before = kept.told;
		const chosen = mergedDetails({ kept: before, merged: merged.told }, input.chosen);
		const sealed = kept.key.seal(mergePlace(id), { before, chosen } satisfies MergeText);
		await insertMerge(tx, { id, keptId, mergedId, by: act.by.workerId, sealed });
		await keepTold(tx, kept, { told: chosen, alsoFound: await namesBefore(tx, kept), prefix: input.countryPrefix });
		return ok();
	};
	return transaction(act, merge, REFUSED);
}

/** Makes one record two again, exactly as they were, but for what somebody has changed since. */
export async function unmergePersons(
	act: Act<Worker>,
	input: Pair & { countryPrefix: string },
): Promise<Result<undefined>> {
	const unmerge = async (tx: Tx<Worker>) => {
		const { keptId, mergedId } = input;
		const allowed = await permit(tx, 'person.merge', keptId);
		if (!allowed.ok) return allowed;
		await lockPersons(tx, [keptId, mergedId]);
		const [kept, merges] = [await recordOf(tx, keptId), await loadMerges(tx, keptId)];
		const ended = merges.find((one) => one.merged_id === mergedId);
		if (!kept || !ended) return refuse('not-merged');
		const open = (one: { id: Uuid; sealed: typeof ended.sealed }) =>
			kept.key.open<MergeText>(mergePlace(one.id), one.sealed);
		const said = open(ended);
		if (!(await undoMerge(tx, ended.id, act.by.workerId))) return refuse('not-merged');
		// What later merges took for what stood before came of this one, where it says the same.
		for (const later of merges.slice(merges.indexOf(ended) + 1)) {
			const { before, chosen } = open(later);
			await resealMerge(
				tx,
				later.id,
				kept.key.seal(mergePlace(later.id), { before: detailsAgain(before, said), chosen }),
			);
		}
		const told = detailsAgain(kept.told, said);
		await keepTold(tx, kept, { told, alsoFound: await namesBefore(tx, kept), prefix: input.countryPrefix });
		record(tx, { action: 'person.unmerged', subjects: [keptId, mergedId], record: ended.id });
		return ok();
	};
	return transaction(act, unmerge, REFUSED);
}

/** Remembers that two persons are not one: the pair is not offered again. */
export async function sayNotSame(act: Act<Worker>, input: Pair): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const { keptId, mergedId } = input;
		const found = await pairToMerge(tx, input);
		if (!found.ok) return found;
		if (found.value.merged.row.stays === keptId) return refuse('already-merged');
		await insertNotSame(tx, [keptId, mergedId], act.by.workerId);
		record(tx, { action: 'person.not-same', subjects: [keptId, mergedId] });
		return ok();
	});
}

/** One record of a person with all that it says by itself. */
export type OneRecord = {
	readonly row: PersonRow;
	readonly pseudonym: Uuid;
	readonly told: Told;
	readonly key: SubjectKey;
	readonly vault: Vault;
	readonly standing: 'alone' | 'merged' | 'carries-others';
};

/** Two records that the worker may merge, held against others. */
async function pairToMerge(
	tx: Tx<Worker>,
	{ keptId, mergedId }: Pair,
): Promise<Result<{ kept: OneRecord; merged: OneRecord }>> {
	if (keptId === mergedId) return refuse('not-found');
	const [first, second] = await Promise.all([
		permit(tx, 'person.merge', keptId),
		permit(tx, 'person.merge', mergedId),
		lockPersons(tx, [keptId, mergedId]),
	]);
	if (!first.ok) return first;
	if (!second.ok) return second;
	const [kept, merged] = [await recordOf(tx, keptId), await recordOf(tx, mergedId)];
	return kept && merged ? ok({ kept, merged }) : refuse('not-found');
}

/** A record by itself, whatever it is merged with; undefined when it is not here. */
export async function recordOf(tx: Tx, id: Uuid): Promise<OneRecord | undefined> {
	const [vault, rows] = await Promise.all([openVault(tx), loadPersons(tx, [id])]);
	const row = rows.find((one) => one.id === id);
	if (!row) return undefined;
	const { pseudonym, ...text } = openText(vault, row);
	const facts = await loadFacts(tx, pseudonym);
	const alone = rows.length === 1 ? 'alone' : 'carries-others';
	return {
		row,
		pseudonym,
		told: { text, anonymous: row.anonymous, facts },
		key: vault.keyOf(row.id, row.wrapped),
		vault,
		standing: row.stays === id ? alone : 'merged',
	};
}

/** The names by which a record went before each merge that holds: it is still found by them. */
async function namesBefore(tx: Tx, { row, key }: OneRecord) {
	const merges = await loadMerges(tx, row.id);
	return merges.map((one) => key.open<MergeText>(mergePlace(one.id), one.sealed).before.text);
}

async function keepTold(
	tx: Tx,
	{ row, pseudonym, key, vault }: OneRecord,
	{ told, alsoFound, prefix }: { told: Told; alsoFound: readonly Told['text'][]; prefix: string },
): Promise<void> {
	await updatePerson(tx, {
		id: row.id,
		anonymous: told.anonymous,
		sealed: key.seal(textPlace(row.id), { ...told.text, pseudonym }),
		hashes: hashesOf(vault, [told.text, ...alsoFound], prefix),
	});
	await saveFacts(tx, pseudonym, told.facts);
}
