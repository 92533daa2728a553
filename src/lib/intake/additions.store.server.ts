import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

export async function insertAddition(tx: Tx, made: { id: Uuid; requestId: Uuid; sealed: Sealed }): Promise<void> {
	await tx.db
		.insertInto('request_addition')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			request_id: made.requestId,
			added_at: tx.act.at,
			sealed: made.sealed,
		})
		.execute();
}

export async function loadAdditions(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('request_addition')
		.select(['id', 'added_at', 'seen_at', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.orderBy('added_at')
		.orderBy('id')
		.limit(200)
		.execute();
}

/** From now on what was added counts as seen. Travels with what ends the transaction. */
export function markAdditionsSeen(tx: Tx, requestId: Uuid, by: Uuid): void {
	tx.sendAlong(
		tx.db
			.updateTable('request_addition')
			.set({ seen_at: tx.act.at, seen_by: by })
			.where('organisation_id', '=', tx.organisationId)
			.where('request_id', '=', requestId)
			.where('seen_at', 'is', null)
			.compile(),
	);
}

/** Of some requests, those with something added that nobody who works on them has seen. */
export async function loadUnseen(tx: Tx, requestIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
	if (requestIds.length === 0) return new Set();
	const rows = await tx.db
		.selectFrom('request_addition')
		.select('request_id')
		.distinct()
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', 'in', [...requestIds])
		.where('seen_at', 'is', null)
		.execute();
	return new Set(rows.map((row) => row.request_id));
}
