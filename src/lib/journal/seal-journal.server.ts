import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Act, System } from '#lib/kernel/actor.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { keyFor } from '#lib/vault/root-key.server.ts';
import {
	batchesAfter,
	entriesAt,
	entriesBetween,
	firstBatchSlippedInto,
	lastBatch,
	lastSealed,
	oldestUnderWay,
	saveBatch,
	type BatchRow,
	type EntryRow,
} from './journal.store.server.ts';

/**
 * How many entries are read for a batch; one transaction that wrote more is a batch of its own. So many are hashed in some five
 * milliseconds, in which nobody is answered.
 */
const BATCH_MAX = 1_000;
const NOTHING: Buffer = Buffer.alloc(32);

/**
 * Seals the committed entries of an organisation that are not sealed yet: gives them positions, chains their hashes to the
 * batch before, signs. Returns how many were sealed; call again until it returns none.
 */
export async function sealJournal(act: Act<System>, { atMost = BATCH_MAX } = {}): Promise<Result<number>> {
	return lookUp(act, async (tx) => {
		const before = await lastBatch(tx);
		const below = await oldestUnderWay(tx);
		const { entries, sealedBelow } = await wholeTransactions(tx, {
			from: before?.sealed_below ?? '0',
			below,
			atMost,
		});
		if (entries.length === 0) return ok(0);
		await saveBatch(tx, makeBatch(entries, before, sealedBelow), entries);
		return ok(entries.length);
	});
}

/**
 * Entries of whole transactions. A full page may end in the middle of one: what is left of that one waits for the next batch.
 * Where the page holds nothing else, that one transaction is taken whole, however large: else it would wait for ever.
 */
async function wholeTransactions(tx: Tx, range: { from: string; below: string; atMost: number }) {
	const found = await entriesBetween(tx, range);
	const last = found.at(-1)?.written_by;
	if (!last || found.length < range.atMost) return { entries: found, sealedBelow: range.below };
	const entries = found.filter((entry) => entry.written_by !== last);
	if (entries.length > 0) return { entries, sealedBelow: last };
	const next = String(BigInt(last) + 1n);
	return { entries: await entriesBetween(tx, { from: last, below: next, atMost: ALL }), sealedBelow: next };
}
/** As many as the database can be asked for. */
const ALL = 2_147_483_647;

function makeBatch(entries: readonly EntryRow[], before: BatchRow | undefined, sealedBelow: string): BatchRow {
	const first = Number(before?.last_position ?? 0) + 1;
	const n = (before?.n ?? 0) + 1;
	const root = rootOf(before?.root ?? NOTHING, n, entries);
	return {
		n,
		first_position: String(first),
		last_position: String(first + entries.length - 1),
		root,
		signature: sign(null, root, signingKey()),
		sealed_below: sealedBelow,
	};
}

/** A batch of the journal that is sealed: its number, how many entries are sealed with it, and when. */
export type SealedBatch = { readonly n: number; readonly entries: number; readonly sealedAt: Date };
/** The newest sealed batch of the organisation's journal. */
export const newestBatch: (tx: Tx) => Promise<SealedBatch | undefined> = lastSealed;

/** What verification found: how many batches agree, and the first that does not. */
type JournalProof = { readonly batches: number; readonly entries: number; readonly brokenAt?: number };

/** Recomputes every batch of an organisation's journal: a changed, removed, added or reordered entry breaks the first batch it stands in. */
export async function verifyJournal(act: Act<System>): Promise<Result<JournalProof>> {
	return lookUp(act, async (tx) => {
		const slippedInto = await firstBatchSlippedInto(tx);
		let proof: JournalProof = { batches: 0, entries: 0 };
		let previous: Buffer = NOTHING;
		for (;;) {
			const batches = await batchesAfter(tx, proof.batches, 100);
			if (batches.length === 0) return ok(proof);
			for (const batch of batches) {
				const whole = batch.n !== slippedInto && (await agrees(tx, batch, { previous, n: proof.batches + 1 }));
				if (!whole) return ok({ ...proof, brokenAt: batch.n });
				previous = batch.root;
				proof = { batches: batch.n, entries: Number(batch.last_position) };
			}
		}
	});
}

async function agrees(tx: Tx, batch: BatchRow, expected: { previous: Buffer; n: number }): Promise<boolean> {
	const rows = await entriesAt(tx, batch.first_position, batch.last_position);
	const count = Number(batch.last_position) - Number(batch.first_position) + 1;
	if (batch.n !== expected.n || rows.length !== count || rows.some((row) => row.id === null)) return false;
	const root = rootOf(expected.previous, batch.n, rows as unknown as EntryRow[]);
	return root.equals(batch.root) && verify(null, batch.root, createPublicKey(signingKey()), batch.signature);
}

function rootOf(previous: Buffer, n: number, entries: readonly EntryRow[]): Buffer {
	const hash = createHash('sha256').update(previous).update(`batch ${n}\n`);
	for (const entry of entries) hash.update(createHash('sha256').update(canonical(entry)).digest());
	return hash.digest();
}

function canonical(entry: EntryRow): string {
	const { id, at, actor_kind, actor_id, action, subject_ids, record_id, reason } = entry;
	return JSON.stringify([id, at.toISOString(), actor_kind, actor_id, action, subject_ids, record_id, reason]);
}

// Ed25519 from a seed of 32 bytes, in the PKCS#8 form that node:crypto reads (RFC 8410).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey() {
	return createPrivateKey({
		key: Buffer.concat([PKCS8_HEAD, keyFor('journal-signature')]),
		format: 'der',
		type: 'pkcs8',
	});
}
