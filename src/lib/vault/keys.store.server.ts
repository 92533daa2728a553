import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export type SubjectKind = 'person' | 'case' | 'request' | 'worker' | 'organisation';

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

export async function loadSubjectKeys(
	tx: Tx,
	ids: readonly Uuid[],
): Promise<readonly { subject_id: Uuid; wrapped: Buffer }[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('subject_key')
		.select(['subject_id', 'wrapped'])
		.where('organisation_id', '=', tx.organisationId)
		.where('subject_id', 'in', [...ids])
		.execute();
}
