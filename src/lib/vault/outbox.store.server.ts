import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

export async function insertMail(
	tx: Tx,
	mail: { id: Uuid; subjectId: Uuid; kind: string; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('outbox')
		.values({
			organisation_id: tx.organisationId,
			id: mail.id,
			subject_id: mail.subjectId,
			kind: mail.kind,
			sealed: mail.sealed,
			queued_at: tx.act.at,
		})
		.execute();
}

function withKey(tx: Tx) {
	return tx.db
		.selectFrom('outbox as o')
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 'o.organisation_id').onRef('k.subject_id', '=', 'o.subject_id'),
		)
		.select(['o.id', 'o.subject_id', 'o.kind', 'o.sealed', 'o.queued_at', 'o.sent_at', 'k.wrapped'])
		.where('o.organisation_id', '=', tx.organisationId);
}

export async function loadMail(tx: Tx, id: Uuid) {
	return withKey(tx).where('o.id', '=', id).executeTakeFirst();
}

export async function loadNewestMail(tx: Tx, atMost: number, after?: Uuid) {
	const last = sql<boolean>`(o.queued_at, o.id) < (select l.queued_at, l.id from outbox l
		where l.organisation_id = ${tx.organisationId} and l.id = ${after ?? null})`;
	return withKey(tx)
		.$if(after !== undefined, (asked) => asked.where(last))
		.orderBy('o.queued_at', 'desc')
		.orderBy('o.id', 'desc')
		.limit(atMost)
		.execute();
}

export async function markSent(tx: Tx, id: Uuid): Promise<void> {
	await tx.db
		.updateTable('outbox')
		.set({ sent_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

/** How many messages wait to be sent, since when, and when the last one went out. */
export async function loadStanding(tx: Tx): Promise<{ waiting: number; since: Date | null; lastSent: Date | null }> {
	const row = await tx.db
		.selectFrom('outbox')
		.select((eb) => [
			eb.fn.countAll<string>().filterWhere('sent_at', 'is', null).as('waiting'),
			eb.fn.min('queued_at').filterWhere('sent_at', 'is', null).as('since'),
			eb.fn.max('sent_at').as('lastSent'),
		])
		.where('organisation_id', '=', tx.organisationId)
		.executeTakeFirstOrThrow();
	return { waiting: Number(row.waiting), since: row.since, lastSent: row.lastSent };
}
