import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export async function insertStandIn(
	tx: Tx,
	worker: Uuid,
	of: { subjects: readonly Uuid[]; from: Date; to: Date },
): Promise<void> {
	await tx.db
		.insertInto('access.grant_')
		.values(
			of.subjects.map((subject) => ({
				organisation_id: tx.organisationId,
				worker_id: worker,
				subject_id: subject,
				relation: 'stand-in',
				from_at: of.from,
				to_at: of.to,
			})),
		)
		// Whoever stands in twice from the same moment stands in for as long as the longer of the two.
		.onConflict((conflict) =>
			conflict
				.columns(['organisation_id', 'worker_id', 'subject_id', 'relation', 'from_at'])
				.doUpdateSet({ to_at: sql`greatest(grant_.to_at, excluded.to_at)` }),
		)
		.execute();
}

export async function endStandInGrants(
	tx: Tx,
	worker: Uuid,
	of: { subjects: readonly Uuid[]; from: Date },
): Promise<void> {
	await tx.db
		.updateTable('access.grant_')
		.set({ to_at: sql`greatest(from_at, ${tx.act.at})` })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('subject_id', 'in', [...of.subjects])
		.where('relation', '=', 'stand-in')
		.where('from_at', '=', of.from)
		.where('to_at', '>', tx.act.at)
		.execute();
}

export async function loadScreenedFrom(tx: Tx, worker: Uuid, subjects: readonly Uuid[]): Promise<boolean> {
	const row = await tx.db
		.selectFrom('access.grant_')
		.select('subject_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('subject_id', 'in', [...subjects])
		.where('relation', '=', 'screened')
		.where('to_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export async function endAllGrants(tx: Tx, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('access.grant_')
		.set({ to_at: sql`greatest(from_at, ${tx.act.at})` })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('relation', '<>', 'screened')
		.where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', tx.act.at)]))
		.execute();
}

export async function loadLeads(tx: Tx, subject: Uuid): Promise<boolean> {
	const { rows } = await sql<{ leads: boolean }>`select access.leads(${subject}) as leads`.execute(tx.db);
	return rows[0]?.leads ?? false;
}
