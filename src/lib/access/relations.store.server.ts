import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Relation } from './access-table.ts';

/** How the worker of this transaction stands to a subject. */
export async function loadRelation(tx: Tx, subject: Uuid): Promise<Relation> {
	return (await loadRelations(tx, [subject])).get(subject) ?? 'none';
}

type Stands = { readonly subject: Uuid; readonly relation: Relation };
const RELATIONS = keptQuery((db, { subjects }: { subjects: readonly Uuid[] }) => ({
	compile: () =>
		sql<Stands>`select subject, case when subject = any ((select access.withheld())::uuid[]) then 'screened' else relation end as relation
			from access.relations_to(${subjects}::uuid[])`.compile(db),
}));

/** How the worker of this transaction stands to each of some subjects. What is restricted is screened from everybody it is kept from. */
export async function loadRelations(tx: Tx, subjects: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Relation>> {
	if (subjects.length === 0) return new Map();
	const rows = await RELATIONS.rows(tx, { subjects });
	return new Map(rows.map((row) => [row.subject, row.relation]));
}
