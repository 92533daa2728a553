import { sql, type CompiledQuery, type Insertable } from 'kysely';
import type { Actor } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { DB } from '#lib/platform/tables.ts';
import type { Entry } from './actions.ts';

const ENTRY = keptQuery((db, entry: Insertable<DB['journal']>) =>
	db.insertInto('journal').values({
		organisation_id: entry.organisation_id,
		at: entry.at,
		id: entry.id,
		actor_kind: entry.actor_kind,
		actor_id: entry.actor_id,
		action: entry.action,
		subject_ids: entry.subject_ids,
		record_id: entry.record_id,
		reason: entry.reason,
	}),
);

export function entryInsert(tx: Tx, id: Uuid, entry: Entry): CompiledQuery {
	return ENTRY.compiled(tx, {
		organisation_id: tx.organisationId,
		at: tx.act.at,
		id,
		actor_kind: tx.act.by.kind,
		actor_id: actorId(tx.act.by),
		action: entry.action,
		subject_ids: [...new Set(entry.subjects)],
		record_id: entry.record ?? null,
		reason: entry.reason ?? null,
	});
}

function actorId(actor: Actor): Uuid | null {
	if (actor.kind === 'worker') return actor.workerId;
	return actor.kind === 'code-holder' || actor.kind === 'proposer' ? actor.subjectId : null;
}

export type EntryRow = {
	readonly id: Uuid;
	readonly at: Date;
	readonly actor_kind: string;
	readonly actor_id: Uuid | null;
	readonly action: string;
	readonly subject_ids: Uuid[];
	readonly record_id: Uuid | null;
	readonly reason: string | null;
};

const COLUMNS = ['id', 'at', 'actor_kind', 'actor_id', 'action', 'subject_ids', 'record_id', 'reason'] as const;

/** The entries about one subject, newest first, from before a place in the list. */
export async function entriesAbout(
	tx: Tx,
	subject: Uuid,
	page: { beforeAt: Date; beforeId: Uuid; atMost: number },
): Promise<EntryRow[]> {
	return tx.db
		.selectFrom(
			sql<{
				at: Date;
				id: Uuid;
			}>`finder.entries_about(${subject}, ${page.beforeAt}, ${page.beforeId}, ${page.atMost})`.as('found'),
		)
		.innerJoin('journal', (join) => join.onRef('journal.at', '=', 'found.at').onRef('journal.id', '=', 'found.id'))
		.where('journal.organisation_id', '=', tx.organisationId)
		.select(COLUMNS.map((column) => `journal.${column}` as const))
		.orderBy('journal.at', 'desc')
		.orderBy('journal.id', 'desc')
		.execute();
}

/** The oldest transaction that may still be under way: entries written before it are all committed. */
export async function oldestUnderWay(tx: Tx): Promise<string> {
	const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(
		tx.db,
	);
	return rows[0]!.xmin;
}

/** Entries of transactions from one up to another, in the order in which they are sealed. */
export async function entriesBetween(
	tx: Tx,
	range: { from: string; below: string; atMost: number },
): Promise<(EntryRow & { written_by: string })[]> {
	type Written = EntryRow & { written_by: string };
	const found = sql<Written>`finder.entries_to_seal(${range.from}::xid8, ${range.below}::xid8, ${range.atMost})`;
	return tx.db
		.selectFrom(found.as('found'))
		.select([...COLUMNS, sql<string>`written_by::text`.as('written_by')])
		.orderBy(sql`found.written_by`)
		.orderBy('found.id')
		.execute();
}

export type BatchRow = {
	n: number;
	first_position: string;
	last_position: string;
	root: Buffer;
	signature: Buffer;
	sealed_below: string;
};

export async function lastBatch(tx: Tx): Promise<BatchRow | undefined> {
	return batches(tx).orderBy('n', 'desc').limit(1).executeTakeFirst();
}

/** The batches after one, in order. */
export async function batchesAfter(tx: Tx, n: number, atMost: number): Promise<BatchRow[]> {
	return batches(tx).where('n', '>', n).orderBy('n').limit(atMost).execute();
}

function batches(tx: Tx) {
	return tx.db
		.selectFrom('journal_batch')
		.select([
			'n',
			'first_position',
			'last_position',
			'root',
			'signature',
			sql<string>`sealed_below::text`.as('sealed_below'),
		])
		.where('organisation_id', '=', tx.organisationId);
}

/** The entries at some positions; a position without its entry gives nulls. */
export async function entriesAt(tx: Tx, first: string, last: string) {
	return tx.db
		.selectFrom('journal_position as p')
		.leftJoin('journal as j', (join) =>
			join
				.onRef('j.organisation_id', '=', 'p.organisation_id')
				.onRef('j.id', '=', 'p.entry_id')
				.onRef('j.at', '=', 'p.entry_at'),
		)
		.select(['p.position', ...COLUMNS.map((column) => `j.${column}` as const)])
		.where('p.organisation_id', '=', tx.organisationId)
		.where('p.position', '>=', first)
		.where('p.position', '<=', last)
		.orderBy('p.position')
		.execute();
}

/** The first batch that somebody slipped an entry into afterwards: written before the batch was sealed, and without a position. */
export async function firstBatchSlippedInto(tx: Tx): Promise<number | undefined> {
	const { rows } = await sql<{ n: number | null }>`
		select (select min(b.n) from journal_batch b where b.organisation_id = j.organisation_id and b.sealed_below > j.written_by) as n
		from journal j
		where j.organisation_id = ${tx.organisationId}
			and j.written_by < (select max(b.sealed_below) from journal_batch b where b.organisation_id = j.organisation_id)
			and not exists (select 1 from journal_position p where p.organisation_id = j.organisation_id and p.entry_id = j.id)
		order by j.written_by limit 1`.execute(tx.db);
	return rows[0]?.n ?? undefined;
}

/** Gives entries their positions and keeps the signed batch over them. */
export async function saveBatch(tx: Tx, batch: BatchRow, entries: readonly EntryRow[]): Promise<void> {
	// As two arrays: a statement of values could not hold every entry of a large transaction.
	const [at, ids] = [entries.map((entry) => entry.at), entries.map((entry) => entry.id)];
	await sql`insert into journal_position (organisation_id, position, entry_at, entry_id)
		select ${tx.organisationId}, ${batch.first_position}::bigint + t.n - 1, t.at, t.id
		from unnest(${at}::timestamptz[], ${ids}::uuid[]) with ordinality as t (at, id, n)`.execute(tx.db);
	await tx.db
		.insertInto('journal_batch')
		.values({ organisation_id: tx.organisationId, ...batch, sealed_at: tx.act.at })
		.execute();
}

/** When the newest batch was sealed, and how far it goes. */
export async function lastSealed(tx: Tx): Promise<{ n: number; entries: number; sealedAt: Date } | undefined> {
	const row = await tx.db
		.selectFrom('journal_batch')
		.select(['n', 'last_position', 'sealed_at'])
		.where('organisation_id', '=', tx.organisationId)
		.orderBy('n', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && { n: row.n, entries: Number(row.last_position), sealedAt: row.sealed_at };
}

/** Which of some things were done since a moment, and by which kind of actor; each once. */
export async function actionsSince(
	tx: Tx,
	since: Date,
	actions: readonly string[],
): Promise<{ action: string; actorKind: string }[]> {
	return tx.db
		.selectFrom('journal')
		.select(['action', 'actor_kind as actorKind'])
		.distinct()
		.where('organisation_id', '=', tx.organisationId)
		.where('at', '>=', since)
		.where('action', 'in', [...actions])
		.limit(100)
		.execute();
}
