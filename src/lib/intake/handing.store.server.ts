import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { HandingReason } from './waiting.ts';

export async function insertHanding(
	tx: Tx,
	handing: {
		id: Uuid;
		requestId: Uuid;
		from: Uuid | null;
		to: Uuid;
		reason: HandingReason;
		by: Uuid;
		sealed: Sealed | null;
	},
): Promise<void> {
	await tx.db
		.insertInto('request_handing')
		.values({
			organisation_id: tx.organisationId,
			id: handing.id,
			request_id: handing.requestId,
			from_worker: handing.from,
			to_worker: handing.to,
			reason: handing.reason,
			at: tx.act.at,
			by_worker: handing.by,
			sealed: handing.sealed,
		})
		.execute();
}

/** A time a request was somebody's; `reason` and `by` where it was given to them. */
export type Taking = {
	readonly id: Uuid;
	readonly worker: Uuid;
	readonly fromAt: Date;
	readonly toAt: Date | null;
	readonly reason: HandingReason | null;
	readonly by: Uuid | null;
};

export async function loadTakings(tx: Tx, requestId: Uuid): Promise<(Taking & { sealed: Sealed | null })[]> {
	return (await tx.db
		.selectFrom('request_taking as t')
		.leftJoin('request_handing as h', (join) =>
			join.onRef('h.organisation_id', '=', 't.organisation_id').onRef('h.id', '=', 't.id'),
		)
		.select([
			't.id',
			't.worker_id as worker',
			't.from_at as fromAt',
			't.to_at as toAt',
			'h.reason',
			'h.by_worker as by',
			'h.sealed',
		])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.request_id', '=', requestId)
		.orderBy('t.from_at', 'desc')
		.orderBy('t.id', 'desc')
		.limit(100)
		.execute()) as (Taking & { sealed: Sealed | null })[];
}
