import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export type DraftOrigin = 'scratch' | 'copy' | 'template' | 'version' | 'offer';
export type DraftRow = {
	programme: string;
	base_version: number | null;
	origin: DraftOrigin;
	definition: unknown;
	revision: number;
	started_by: Uuid;
	started_at: Date;
	changed_by: Uuid;
	changed_at: Date;
};
const COLUMNS = [
	'programme',
	'base_version',
	'origin',
	'definition',
	'revision',
	'started_by',
	'started_at',
	'changed_by',
	'changed_at',
] as const;

export async function loadDrafts(tx: Tx): Promise<DraftRow[]> {
	return tx.db
		.selectFrom('programme_draft')
		.select(COLUMNS)
		.where('organisation_id', '=', tx.organisationId)
		.orderBy('changed_at', 'desc')
		.limit(500)
		.execute() as Promise<DraftRow[]>;
}

export async function loadDraft(tx: Tx, programme: string): Promise<DraftRow | undefined> {
	return ofProgramme(tx, programme).executeTakeFirst() as Promise<DraftRow | undefined>;
}

/** The draft, which nobody else changes until this transaction ends. */
export async function lockDraft(tx: Tx, programme: string): Promise<DraftRow | undefined> {
	return ofProgramme(tx, programme).forUpdate().executeTakeFirst() as Promise<DraftRow | undefined>;
}

function ofProgramme(tx: Tx, programme: string) {
	return tx.db
		.selectFrom('programme_draft')
		.select(COLUMNS)
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', programme);
}

/** Begins a draft; false when there is one already. */
export async function insertDraft(
	tx: Tx,
	draft: { programme: string; baseVersion: number | null; origin: DraftOrigin; definition: object; by: Uuid },
): Promise<boolean> {
	const done = await tx.db
		.insertInto('programme_draft')
		.values({
			organisation_id: tx.organisationId,
			programme: draft.programme,
			base_version: draft.baseVersion,
			origin: draft.origin,
			definition: JSON.stringify(draft.definition),
			revision: 1,
			started_by: draft.by,
			started_at: tx.act.at,
			changed_by: draft.by,
			changed_at: tx.act.at,
		})
		.onConflict((conflict) => conflict.columns(['organisation_id', 'programme']).doNothing())
		.executeTakeFirst();
	return done.numInsertedOrUpdatedRows === 1n;
}

export async function updateDraft(
	tx: Tx,
	draft: { programme: string; definition: object; revision: number; by: Uuid },
): Promise<void> {
	await tx.db
		.updateTable('programme_draft')
		.set({
			definition: JSON.stringify(draft.definition),
			revision: draft.revision,
			changed_by: draft.by,
			changed_at: tx.act.at,
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', draft.programme)
		.execute();
}

export async function deleteDraft(tx: Tx, programme: string): Promise<void> {
	await tx.db
		.deleteFrom('programme_draft')
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', programme)
		.execute();
}
