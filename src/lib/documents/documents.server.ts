import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Relation } from '#lib/access/access-table.ts';
import { permit } from '#lib/access/access.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import {
	checkFile,
	type Document,
	type DocumentKind,
	type DocumentOwner,
	type RemovalReason,
	type SentFile,
} from './document.ts';
import {
	insertDocument,
	loadContent,
	loadDocument,
	loadDocuments,
	removeContent,
	type DocumentRow,
} from './documents.store.server.ts';
import { MEDIA_TYPES, type DocumentType } from './file-type.ts';

// The id in the address may be a case's where a person's is asked for.
const NO_OWNER = {
	document_organisation_id_case_id_fkey: 'not-found',
	document_organisation_id_person_id_fkey: 'not-found',
} as const;

type Which = { readonly owner: DocumentOwner; readonly id: Uuid };
type DocumentText = { readonly name: string; readonly note: string };

const place = (column: 'sealed' | 'removal_sealed', id: Uuid) => ({ table: 'document', column, row: id }) as const;
const contentPlace = (id: Uuid) => ({ table: 'document_content', column: 'sealed', row: id }) as const;

/** Keeps a file of a case or a person, sealed under the key of that case or person. */
export async function addDocument(
	act: Act<Worker>,
	input: { command: Uuid; owner: DocumentOwner; kind: DocumentKind; note: string; file: SentFile },
): Promise<Result<undefined>> {
	const { command: id, owner, kind, note, file } = input;
	return transaction(
		act,
		async (tx) => {
			const [allowed, key] = await Promise.all([permit(tx, 'document.change', owner.id), keyOf(tx, owner)]);
			if (!allowed.ok) return allowed;
			if (!key) return refuse('not-found');
			const checked = checkFile(file, config.documentBytesMax);
			if (!checked.ok) return checked;
			const { name, type } = checked.value;
			record(tx, { action: 'document.added', subjects: [owner.id], record: id, reason: kind });
			if (!(await claim(tx, id, 'add-document'))) return ok();
			await insertDocument(tx, {
				id,
				owner,
				kind,
				type,
				bytes: file.bytes.length,
				addedBy: act.by.workerId,
				sealed: key.seal(place('sealed', id), { name, note } satisfies DocumentText),
				content: key.sealBytes(contentPlace(id), Buffer.from(file.bytes)),
			});
			return ok();
		},
		NO_OWNER,
	);
}

/** The documents of a case or a person, newest first, removed ones too. The caller decides who may see them, and journals. */
export async function documentsOf(tx: Tx, owner: DocumentOwner): Promise<readonly Document[]> {
	const [key, rows] = await Promise.all([keyOf(tx, owner), loadDocuments(tx, owner)]);
	return key ? rows.map((row) => opened(key, owner, row)) : [];
}

/** The same for whoever has the key, or will have it: they open them when they may. */
export async function sealedDocumentsOf(
	tx: Tx,
	owner: DocumentOwner,
): Promise<(key: SubjectKey) => readonly Document[]> {
	const rows = await loadDocuments(tx, owner);
	return (key) => rows.map((row) => opened(key, owner, row));
}

/** Reads what is known of one document, and who added and removed it. */
export async function readDocument(
	act: Act<Worker>,
	{ owner, id }: Which,
): Promise<Result<{ document: Document; names: ReadonlyMap<Uuid, string>; relation: Relation }>> {
	return transaction(act, async (tx) => {
		const found = await permitted(tx, 'document.read', { owner, id });
		if (!found.ok) return found;
		const { document, relation } = found.value;
		const names = await namesOf(tx, [document.addedBy, ...(document.removal ? [document.removal.by] : [])]);
		record(tx, { action: 'document.seen', subjects: [owner.id], record: id, reason: document.kind });
		return ok({ document, names, relation });
	});
}

/** Gives the file itself. */
export async function takeDocument(
	act: Act<Worker>,
	{ owner, id }: Which,
): Promise<Result<{ name: string; mediaType: string; bytes: Buffer }>> {
	return transaction(act, async (tx) => {
		const [found, content] = await Promise.all([permitted(tx, 'document.read', { owner, id }), loadContent(tx, id)]);
		if (!found.ok) return found;
		const { document, key } = found.value;
		if (!content) return refuse('not-found');
		record(tx, { action: 'document.given', subjects: [owner.id], record: id, reason: document.kind });
		const bytes = key.openBytes(contentPlace(id), content);
		return ok({ name: document.name, mediaType: MEDIA_TYPES[document.type], bytes });
	});
}

/** Removes a document: its content is deleted; that it was there, and why it is not any more, stays. */
export async function removeDocument(
	act: Act<Worker>,
	{ owner, id, reason, words }: Which & { reason: RemovalReason | undefined; words: string },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await permitted(tx, 'document.change', { owner, id });
		if (!found.ok) return found;
		if (!reason) return refuseField('reason', 'choose-one');
		if (reason === 'other' && words === '') return refuseField('words', 'write-something');
		const sealed = found.value.key.seal(place('removal_sealed', id), words);
		if (!(await removeContent(tx, id, { by: act.by.workerId, reason, sealed }))) return refuse('document-removed');
		record(tx, { action: 'document.removed', subjects: [owner.id], record: id, reason });
		return ok();
	});
}

async function keyOf(tx: Tx, { id }: DocumentOwner): Promise<SubjectKey | undefined> {
	return (await (await openVault(tx)).keysOf([id])).get(id);
}

async function permitted(tx: Tx<Worker>, action: 'document.read' | 'document.change', { owner, id }: Which) {
	const [allowed, key, row] = await Promise.all([
		permit(tx, action, owner.id),
		keyOf(tx, owner),
		loadDocument(tx, owner, id),
	]);
	if (!allowed.ok) return allowed;
	return key && row ? ok({ document: opened(key, owner, row), key, relation: allowed.value }) : refuse('not-found');
}

function opened(key: SubjectKey, owner: DocumentOwner, row: DocumentRow): Document {
	const { removed_by: by, removed_at: at, removal_reason: reason, removal_sealed: sealed } = row;
	return {
		...key.open<DocumentText>(place('sealed', row.id), row.sealed),
		id: row.id,
		owner,
		kind: row.kind as DocumentKind,
		type: row.type as DocumentType,
		bytes: row.bytes,
		addedBy: row.added_by,
		addedAt: row.added_at,
		removal:
			by && at && reason && sealed
				? { by, at, reason: reason as RemovalReason, words: key.open<string>(place('removal_sealed', row.id), sealed) }
				: undefined,
	};
}
