import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

type Key = { worker: Uuid; form: string; subjectId: Uuid };

export async function upsertDraft(tx: Tx, draft: Key & { sealed: Sealed; expiresAt: Date }): Promise<void> {
	const changed = { sealed: draft.sealed, saved_at: tx.act.at, expires_at: draft.expiresAt };
	await tx.db
		.insertInto('draft')
		.values({
			organisation_id: tx.organisationId,
			worker_id: draft.worker,
			form: draft.form,
			subject_id: draft.subjectId,
			...changed,
		})
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'worker_id', 'form', 'subject_id']).doUpdateSet(changed),
		)
		.execute();
}

export async function loadDraft(tx: Tx, key: Key) {
	return tx.db
		.selectFrom('draft')
		.select(['sealed', 'saved_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', key.worker)
		.where('form', '=', key.form)
		.where('subject_id', '=', key.subjectId)
		.where('expires_at', '>', tx.act.at)
		.executeTakeFirst();
}

/** What a worker began to write, newest first: which forms, about what, when. The words stay sealed. */
export async function loadDraftNames(
	tx: Tx,
	worker: Uuid,
): Promise<{ form: string; subject_id: Uuid; saved_at: Date }[]> {
	return tx.db
		.selectFrom('draft')
		.select(['form', 'subject_id', 'saved_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('expires_at', '>', tx.act.at)
		.orderBy('saved_at', 'desc')
		.limit(200)
		.execute();
}

const GONE = keptQuery((db, { organisationId, worker, form, subjectId }: Key & { organisationId: Uuid }) =>
	db
		.deleteFrom('draft')
		.where('organisation_id', '=', organisationId)
		.where('worker_id', '=', worker)
		.where('form', '=', form)
		.where('subject_id', '=', subjectId),
);

export function deleteDraft(tx: Tx, key: Key): void {
	tx.sendAlong(GONE.compiled(tx, { organisationId: tx.organisationId, ...key }));
}

export async function deleteExpiredDrafts(tx: Tx): Promise<void> {
	await tx.db
		.deleteFrom('draft')
		.where('organisation_id', '=', tx.organisationId)
		.where('expires_at', '<=', tx.act.at)
		.execute();
}
