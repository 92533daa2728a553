import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Outcome } from './request.ts';

export async function insertTaking(tx: Tx, taking: { id: Uuid; requestId: Uuid; worker: Uuid }): Promise<void> {
	await tx.db
		.insertInto('request_taking')
		.values({
			organisation_id: tx.organisationId,
			id: taking.id,
			request_id: taking.requestId,
			worker_id: taking.worker,
			from_at: tx.act.at,
		})
		.execute();
}

export async function endTaking(tx: Tx, requestId: Uuid): Promise<void> {
	await tx.db
		.updateTable('request_taking')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.where('to_at', 'is', null)
		.execute();
}

export async function insertOutcome(
	tx: Tx,
	outcome: {
		requestId: Uuid;
		kind: Outcome;
		by: Uuid | null;
		reason?: string;
		agreement?: 'agreed' | 'none';
		sealed?: Sealed;
	},
): Promise<void> {
	const key = { organisation_id: tx.organisationId, request_id: outcome.requestId };
	await tx.db
		.insertInto('request_outcome')
		.values({
			...key,
			kind: outcome.kind,
			at: tx.act.at,
			recorded_by: outcome.by,
			reason: outcome.reason ?? null,
			agreement: outcome.agreement ?? null,
		})
		.execute();
	if (outcome.sealed)
		await tx.db
			.insertInto('request_outcome_text')
			.values({ ...key, sealed: outcome.sealed })
			.execute();
}

export async function loadOutcome(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('request_outcome as o')
		.leftJoin('request_outcome_text as t', (join) =>
			join.onRef('t.organisation_id', '=', 'o.organisation_id').onRef('t.request_id', '=', 'o.request_id'),
		)
		.select(['o.kind', 'o.at', 'o.recorded_by', 'o.reason', 'o.agreement', 't.sealed'])
		.where('o.organisation_id', '=', tx.organisationId)
		.where('o.request_id', '=', requestId)
		.executeTakeFirst();
}

/** The open requests somebody has, longest first. */
export async function loadTakenBy(tx: Tx, worker: Uuid): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('request_taking as t')
		.leftJoin('request_outcome as o', (join) =>
			join.onRef('o.organisation_id', '=', 't.organisation_id').onRef('o.request_id', '=', 't.request_id'),
		)
		.select('t.request_id')
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.worker_id', '=', worker)
		.where('t.to_at', 'is', null)
		.where('o.kind', 'is', null)
		.orderBy('t.request_id')
		.limit(1_000)
		.execute();
	return rows.map((row) => row.request_id);
}
