import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { ContactRule } from './person.ts';

/** A merge that holds. */
type MergeRow = {
	id: Uuid;
	kept_id: Uuid;
	merged_id: Uuid;
	merged_at: Date;
	merged_by: Uuid;
	sealed: Sealed;
};

/** Holds some records in the order of their ids: whoever else merges or changes them waits. */
export async function lockPersons(tx: Tx, ids: readonly Uuid[]): Promise<void> {
	await tx.db
		.selectFrom('person')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', 'in', [...ids])
		.orderBy('id')
		.forNoKeyUpdate()
		.execute();
}

export async function insertMerge(
	tx: Tx,
	merge: { id: Uuid; keptId: Uuid; mergedId: Uuid; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('person_merge')
		.values({
			organisation_id: tx.organisationId,
			id: merge.id,
			kept_id: merge.keptId,
			merged_id: merge.mergedId,
			merged_at: tx.act.at,
			merged_by: merge.by,
			sealed: merge.sealed,
		})
		.execute();
}

/** The merges that hold into one record, oldest first. */
export async function loadMerges(tx: Tx, keptId: Uuid): Promise<MergeRow[]> {
	return tx.db
		.selectFrom('person_merge')
		.select(['id', 'kept_id', 'merged_id', 'merged_at', 'merged_by', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('kept_id', '=', keptId)
		.where('undone_at', 'is', null)
		.orderBy('merged_at')
		.orderBy('id')
		.limit(100)
		.execute();
}

export async function undoMerge(tx: Tx, id: Uuid, by: Uuid): Promise<boolean> {
	const done = await tx.db
		.updateTable('person_merge')
		.set({ undone_at: tx.act.at, undone_by: by })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Keeps anew what a record said before a merge. */
export async function resealMerge(tx: Tx, id: Uuid, sealed: Sealed): Promise<void> {
	await tx.db
		.updateTable('person_merge')
		.set({ sealed })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

/** Says which contact rules of a merged record hold no longer while it is merged. */
export async function liftRules(tx: Tx, mergeId: Uuid, lifted: readonly ContactRule[]): Promise<void> {
	await tx.db
		.updateTable('person_merge')
		.set({ lifted: [...lifted] })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', mergeId)
		.execute();
}

const inOrder = (pair: readonly [Uuid, Uuid]) => [...pair].sort() as [Uuid, Uuid];

export async function insertNotSame(tx: Tx, pair: readonly [Uuid, Uuid], by: Uuid): Promise<void> {
	const [first_id, second_id] = inOrder(pair);
	await tx.db
		.insertInto('not_same_person')
		.values({ organisation_id: tx.organisationId, first_id, second_id, said_at: tx.act.at, said_by: by })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Of which records somebody said that they are not the same person as one of these: pairs, each both ways. */
export async function loadNotSame(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlySet<string>> {
	if (ids.length === 0) return new Set();
	const rows = await tx.db
		.selectFrom('not_same_person')
		.select(['first_id', 'second_id'])
		.where('organisation_id', '=', tx.organisationId)
		.where((eb) => eb.or([eb('first_id', 'in', [...ids]), eb('second_id', 'in', [...ids])]))
		.execute();
	return new Set(rows.flatMap((row) => [`${row.first_id} ${row.second_id}`, `${row.second_id} ${row.first_id}`]));
}

/** The persons who are like somebody in one of some ways, for each asked by its number. */
export async function findLikelyIds(
	tx: Tx,
	asked: readonly (readonly (readonly number[])[])[],
	atMost: number,
): Promise<{ n: number; person_id: Uuid }[]> {
	if (asked.length === 0) return [];
	const { rows } = await sql<{ n: number; person_id: Uuid }>`
		select a.n::integer - 1 as n, f.person_id from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as a(words, n)
		cross join lateral finder.find_persons(a.words, false, ${atMost}) f`.execute(tx.db);
	return rows;
}

export type PersonScope = 'own' | 'team' | 'organisation';

/** The newest persons whom a worker has to do with, from before one on: ids only. */
export async function loadNewestPersons(
	tx: Tx,
	{ scope, before, atMost }: { scope: PersonScope; before: Uuid | undefined; atMost: number },
): Promise<Uuid[]> {
	const worker = tx.act.by.kind === 'worker' ? tx.act.by.workerId : null;
	const own = sql<boolean>`p.id in (select coalesce(x.merged_into, x.id) from access.grant_ as g join person x on x.organisation_id = g.organisation_id and x.id = g.subject_id
		where g.organisation_id = ${tx.organisationId} and g.worker_id = ${worker} and g.relation in ('own', 'stand-in') and g.to_at is null)`;
	const team = sql<boolean>`p.id in (select coalesce(x.merged_into, x.id) from access.subject_team as s join access.team_member as m
		on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
		join person x on x.organisation_id = s.organisation_id and x.id = s.subject_id
		where s.organisation_id = ${tx.organisationId} and m.worker_id = ${worker})`;
	let query = tx.db
		.selectFrom('person as p')
		.select('p.id')
		.where('p.organisation_id', '=', tx.organisationId)
		.where('p.merged_into', 'is', null)
		.orderBy('p.id', 'desc')
		.limit(atMost);
	if (before) query = query.where('p.id', '<', before);
	if (scope === 'own') query = query.where(own);
	if (scope === 'team') query = query.where(sql<boolean>`(${own} or ${team})`);
	return (await query.execute()).map((row) => row.id);
}
