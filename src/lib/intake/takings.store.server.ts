import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { AssignmentReason, TakingReason } from './assignment.ts';

export async function insertAssignment(
	tx: Tx,
	made: { id: Uuid; requestId: Uuid; to: Uuid; reason: AssignmentReason; by: Uuid; sealed: Sealed | null },
): Promise<void> {
	await tx.db
		.insertInto('request_handing')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			request_id: made.requestId,
			from_worker: null,
			to_worker: made.to,
			reason: made.reason,
			at: tx.act.at,
			by_worker: made.by,
			sealed: made.sealed,
		})
		.execute();
}

/** A time a request was somebody's; `reason` and `by` where it was assigned or handed over to them, `handedOver` where there is a page of that. */
export type Taking = {
	readonly id: Uuid;
	readonly worker: Uuid;
	readonly fromAt: Date;
	readonly toAt: Date | null;
	readonly reason: TakingReason | null;
	readonly by: Uuid | null;
	readonly handedOver: boolean;
};

export async function loadTakings(tx: Tx, requestId: Uuid): Promise<(Taking & { sealed: Sealed | null })[]> {
	return (await tx.db
		.selectFrom('request_taking as t')
		.leftJoin('request_handing as a', (join) =>
			join.onRef('a.organisation_id', '=', 't.organisation_id').onRef('a.id', '=', 't.id'),
		)
		.leftJoin('handover as h', (join) =>
			join.onRef('h.organisation_id', '=', 't.organisation_id').onRef('h.id', '=', 't.id'),
		)
		.select((eb) => [
			't.id',
			't.worker_id as worker',
			't.from_at as fromAt',
			't.to_at as toAt',
			eb.fn.coalesce('a.reason', 'h.reason').as('reason'),
			eb.fn.coalesce('a.by_worker', 'h.recorded_by').as('by'),
			eb('h.id', 'is not', null).as('handedOver'),
			'a.sealed',
		])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.request_id', '=', requestId)
		.orderBy('t.from_at', 'desc')
		.orderBy('t.id', 'desc')
		.limit(100)
		.execute()) as (Taking & { sealed: Sealed | null })[];
}
