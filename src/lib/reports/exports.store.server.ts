import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Export } from './export.ts';

/** An export with what is sealed of it. */
type KeptExport = Export & { readonly sealed: Sealed };

export async function insertExport(
	tx: Tx,
	made: Omit<Export, 'state' | 'rowsAll' | 'rowsDone' | 'chunks' | 'askedAt'> & { sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('export_')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			worker_id: made.workerId,
			list: made.list,
			format: made.format,
			language: made.language,
			names: made.names,
			reason: made.reason,
			asked_at: tx.act.at,
			expires_at: made.expiresAt,
			sealed: made.sealed,
		})
		.execute();
}

/** An export that is still kept, with what is sealed of it. */
export async function loadExport(tx: Tx, id: Uuid): Promise<KeptExport | undefined> {
	return (await keptExport(tx, id).executeTakeFirst()) as KeptExport | undefined;
}

/** Loads an export and holds it: whoever else works on it waits. */
export async function lockExport(tx: Tx, id: Uuid): Promise<KeptExport | undefined> {
	return (await keptExport(tx, id).forUpdate().executeTakeFirst()) as KeptExport | undefined;
}

function keptExport(tx: Tx, id: Uuid) {
	return tx.db
		.selectFrom('export_')
		.select([
			'id',
			'worker_id as workerId',
			'list',
			'format',
			'language',
			'names',
			'reason',
			'state',
			'rows_all as rowsAll',
			'rows_done as rowsDone',
			'chunks',
			'asked_at as askedAt',
			'expires_at as expiresAt',
			'sealed',
		])
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('expires_at', '>', tx.act.at);
}

/** Notes how far an export is. */
export async function advanceExport(
	tx: Tx,
	id: Uuid,
	to: Partial<Pick<Export, 'state' | 'rowsAll' | 'rowsDone' | 'chunks'>>,
): Promise<void> {
	await tx.db
		.updateTable('export_')
		.set({
			...(to.state !== undefined && { state: to.state }),
			...(to.rowsAll !== undefined && { rows_all: to.rowsAll }),
			...(to.rowsDone !== undefined && { rows_done: to.rowsDone }),
			...(to.chunks !== undefined && { chunks: to.chunks }),
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

export async function insertChunk(
	tx: Tx,
	chunk: { exportId: Uuid; number: number; workerId: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('export_chunk')
		.values({
			organisation_id: tx.organisationId,
			export_id: chunk.exportId,
			number: chunk.number,
			worker_id: chunk.workerId,
			sealed: chunk.sealed,
		})
		.execute();
}

export async function loadChunk(tx: Tx, exportId: Uuid, number: number): Promise<Sealed | undefined> {
	const row = await tx.db
		.selectFrom('export_chunk')
		.select('sealed')
		.where('organisation_id', '=', tx.organisationId)
		.where('export_id', '=', exportId)
		.where('number', '=', number)
		.executeTakeFirst();
	return row?.sealed;
}

/** Deletes exports whose time is over; their pieces go with them. */
export async function deleteExpired(tx: Tx): Promise<void> {
	await tx.db
		.deleteFrom('export_')
		.where('organisation_id', '=', tx.organisationId)
		.where('expires_at', '<=', tx.act.at)
		.execute();
}
