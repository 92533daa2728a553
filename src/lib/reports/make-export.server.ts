import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permitRole, rolesOf } from '#lib/access/access.server.ts';
import { workerWithKey } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { exportPlace, RIGHT_TO, type ExportText } from './ask-export.server.ts';
import type { Export, Row } from './export.ts';
import { countRows, pageOfRows, type PageKey } from './exported-rows.server.ts';
import {
	advanceExport,
	deleteExpired,
	insertChunk,
	loadChunk,
	loadExport,
	lockExport,
} from './exports.store.server.ts';

/** A piece of an export: its rows, and where the next piece begins; no place when it is the last. */
export type Chunk = { readonly rows: readonly Row[]; readonly next: PageKey | undefined };
/** Where a piece stands sealed. */
export const chunkPlace = (id: Uuid, number: number) =>
	({ table: 'export_chunk', column: 'sealed', row: `${id}/${number}` }) as const;

const ROWS_AT_ONCE = 200;

/**
 * Makes an export piece by piece, each in a transaction of its own: no more than a piece is ever in memory, and what was
 * begun goes on where it stopped. Before each piece the rights of whoever asked are looked up anew, and it is read as them.
 */
export async function makeExport(organisationId: Uuid, id: Uuid, at: Date): Promise<void> {
	for (let more = true; more;) {
		const reader = await readerOf(organisationId, id, at);
		if (!reader) return;
		const done = await transaction(reader, (tx) => makePiece(tx, id));
		if (!done.ok && done.problem === 'not-found') await refuseExport(organisationId, id, at);
		more = done.ok && done.value;
	}
}

/** Forgets exports whose time is over. */
export async function forgetExpiredExports(organisationId: Uuid, at: Date): Promise<void> {
	await lookUp({ by: system(organisationId), at }, async (tx) => {
		await deleteExpired(tx);
		return ok();
	});
}

/** Whoever asked, with the roles they have now; nobody when there is nothing to make. */
async function readerOf(organisationId: Uuid, id: Uuid, at: Date): Promise<Act<Worker> | undefined> {
	const found = await lookUp({ by: system(organisationId), at }, async (tx) => {
		const made = await loadExport(tx, id);
		if (made?.state !== 'waiting') return ok(undefined);
		const { workerId } = made;
		return ok({ kind: 'worker' as const, organisationId, workerId, roles: await rolesOf(tx, workerId) });
	});
	return found.ok && found.value ? { by: found.value, at } : undefined;
}

/** Makes the next piece; true when there is another. */
async function makePiece(tx: Tx<Worker>, id: Uuid): Promise<Result<boolean>> {
	const [made, own] = await Promise.all([lockExport(tx, id), workerWithKey(tx, tx.act.by.workerId)]);
	if (!made || !own || !permitRole(tx.act.by, RIGHT_TO[made.list]).ok) return refuse('not-found');
	// Somebody else was at work on it and has ended it.
	if (made.state !== 'waiting') return refuse('already-decided');
	const { part } = own.key.open<ExportText>(exportPlace(id), made.sealed);
	const before = made.chunks === 0 ? undefined : await loadChunk(tx, id, made.chunks);
	const after = before && own.key.open<Chunk>(chunkPlace(id, made.chunks), before).next;
	const [page, rowsAll] = await Promise.all([
		pageOfRows(tx, { made, part }, { after, atMost: ROWS_AT_ONCE }),
		made.rowsAll ?? countRows(tx, { made, part }),
	]);
	const number = made.chunks + 1;
	const sealed = own.key.seal(chunkPlace(id, number), { rows: page.rows, next: page.next } satisfies Chunk);
	await insertChunk(tx, { exportId: id, number, workerId: tx.act.by.workerId, sealed });
	await advanceExport(tx, id, progress(made, { rows: page.rows.length, rowsAll, last: !page.next }));
	record(tx, { action: 'export.made', subjects: page.subjects, record: id });
	return ok(Boolean(page.next));
}

function progress(made: Export, piece: { rows: number; rowsAll: number; last: boolean }) {
	return {
		chunks: made.chunks + 1,
		rowsDone: made.rowsDone + piece.rows,
		rowsAll: piece.rowsAll,
		state: piece.last ? ('ready' as const) : ('waiting' as const),
	};
}

async function refuseExport(organisationId: Uuid, id: Uuid, at: Date): Promise<void> {
	await transaction({ by: system(organisationId), at }, async (tx) => {
		await advanceExport(tx, id, { state: 'refused' });
		record(tx, { action: 'export.refused', subjects: [], record: id });
		return ok();
	});
}
