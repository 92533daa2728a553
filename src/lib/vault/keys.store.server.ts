import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';

export type SubjectKind = 'person' | 'case' | 'request' | 'worker' | 'organisation' | 'complaint';

export async function loadOrganisationKey(tx: Tx): Promise<Buffer | undefined> {
	const row = await tx.db
		.selectFrom('organisation_key')
		.select('wrapped')
		.where('organisation_id', '=', tx.organisationId)
		.executeTakeFirst();
	return row?.wrapped;
}

export async function saveOrganisationKey(tx: Tx, wrapped: Buffer): Promise<void> {
	await tx.db
		.insertInto('organisation_key')
		.values({ organisation_id: tx.organisationId, wrapped, key_version: 1, created_at: tx.act.at })
		.execute();
}

export async function saveSubjectKey(tx: Tx, subject: { id: Uuid; kind: SubjectKind; wrapped: Buffer }): Promise<void> {
	await tx.db
		.insertInto('subject_key')
		.values({
			organisation_id: tx.organisationId,
			subject_id: subject.id,
			kind: subject.kind,
			wrapped: subject.wrapped,
			key_version: 1,
			created_at: tx.act.at,
		})
		.execute();
}

// An array asked for by itself is not looked into: of one id the planner would think a plan of its own cheaper, and plan each time.
const KEYS = keptQuery((db, { organisationId, ids }: { organisationId: Uuid; ids: readonly Uuid[] }) =>
	db
		.selectFrom('subject_key')
		.select(['subject_id', 'wrapped'])
		.where('organisation_id', '=', organisationId)
		.where('subject_id', '=', sql<Uuid>`any((select ${ids}::uuid[])::uuid[])`),
);

export async function loadSubjectKeys(
	tx: Tx,
	ids: readonly Uuid[],
): Promise<readonly { subject_id: Uuid; wrapped: Buffer }[]> {
	return ids.length === 0 ? [] : KEYS.rows(tx, { organisationId: tx.organisationId, ids: [...ids] });
}

/** Under which versions the keys of the organisation are wrapped, and how many of its subjects under each. */
export async function loadKeyVersions(
	tx: Tx,
): Promise<{ organisation: number; subjects: readonly { version: number; count: number }[] }> {
	const [own, subjects] = await Promise.all([
		tx.db
			.selectFrom('organisation_key')
			.select('key_version')
			.where('organisation_id', '=', tx.organisationId)
			.executeTakeFirstOrThrow(),
		tx.db
			.selectFrom('subject_key')
			.select(['key_version', (eb) => eb.fn.countAll<string>().as('count')])
			.where('organisation_id', '=', tx.organisationId)
			.groupBy('key_version')
			.orderBy('key_version')
			.limit(100)
			.execute(),
	]);
	return {
		organisation: own.key_version,
		subjects: subjects.map((row) => ({ version: row.key_version, count: Number(row.count) })),
	};
}
