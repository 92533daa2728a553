import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Document, DocumentOwner } from './document.ts';

const DOCUMENTS_MAX = 500;

export async function insertDocument(
	tx: Tx,
	made: Pick<Document, 'id' | 'owner' | 'kind' | 'type' | 'bytes' | 'addedBy'> & { sealed: Sealed; content: Sealed },
): Promise<void> {
	const { of, id: ownerId } = made.owner;
	await tx.db
		.insertInto('document')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			case_id: of === 'case' ? ownerId : null,
			person_id: of === 'person' ? ownerId : null,
			kind: made.kind,
			type: made.type,
			bytes: made.bytes,
			added_by: made.addedBy,
			added_at: tx.act.at,
			sealed: made.sealed,
		})
		.execute();
	await tx.db
		.insertInto('document_content')
		.values({ organisation_id: tx.organisationId, document_id: made.id, sealed: made.content })
		.execute();
}

function documents(asked: Pick<Tx, 'db' | 'organisationId'>, { of, id }: DocumentOwner) {
	return asked.db
		.selectFrom('document')
		.select([
			'id',
			'kind',
			'type',
			'bytes',
			'added_by',
			'added_at',
			'sealed',
			'removed_by',
			'removed_at',
			'removal_reason',
			'removal_sealed',
		])
		.where('organisation_id', '=', asked.organisationId)
		.where(of === 'case' ? 'case_id' : 'person_id', '=', id);
}

const documentsOf = (of: DocumentOwner['of']) =>
	keptQuery(
		(db, { organisationId, id }: { organisationId: Uuid; id: Uuid }) =>
			documents({ db, organisationId }, { of, id }).orderBy('id', 'desc').limit(DOCUMENTS_MAX),
		{ sealed: 'bytes', removal_sealed: 'bytes', added_at: 'time', removed_at: 'time' },
	);
const DOCUMENTS = { case: documentsOf('case'), person: documentsOf('person') };

/** The documents of a case or a person, newest first. */
export async function loadDocuments(tx: Tx, { of, id }: DocumentOwner) {
	return DOCUMENTS[of].rows(tx, { organisationId: tx.organisationId, id });
}
export type DocumentRow = Awaited<ReturnType<typeof loadDocuments>>[number];

/** One document of a case or a person. */
export async function loadDocument(tx: Tx, owner: DocumentOwner, id: Uuid): Promise<DocumentRow | undefined> {
	return documents(tx, owner).where('id', '=', id).executeTakeFirst();
}

export async function loadContent(tx: Tx, id: Uuid): Promise<Sealed | undefined> {
	const row = await tx.db
		.selectFrom('document_content')
		.select('sealed')
		.where('organisation_id', '=', tx.organisationId)
		.where('document_id', '=', id)
		.executeTakeFirst();
	return row?.sealed;
}

/** Deletes the content of a document and notes who removed it and why; false when it was removed before. */
export async function removeContent(
	tx: Tx,
	id: Uuid,
	removal: { by: Uuid; reason: string; sealed: Sealed },
): Promise<boolean> {
	const gone = await tx.db
		.deleteFrom('document_content')
		.where('organisation_id', '=', tx.organisationId)
		.where('document_id', '=', id)
		.executeTakeFirst();
	if (gone.numDeletedRows !== 1n) return false;
	await tx.db
		.updateTable('document')
		.set({
			removed_by: removal.by,
			removed_at: tx.act.at,
			removal_reason: removal.reason,
			removal_sealed: removal.sealed,
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
	return true;
}
