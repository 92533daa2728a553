import * as v from 'valibot';
import { may } from '#lib/access/access-table.ts';
import { choice, commandId, optionalChoice, optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { DOCUMENT_KINDS, megabytes, REMOVAL_REASONS, type DocumentOwner } from '#lib/documents/document.ts';
import { DOCUMENT_TYPES } from '#lib/documents/file-type.ts';
import { addDocument, readDocument, removeDocument, takeDocument } from '#lib/documents/documents.server.ts';
import { found, idFrom, workerAct, workerFileForm, workerForm, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { numbered } from './numbered.server.ts';

type Event = RouteEvent & {
	readonly params: {
		readonly organisation: string;
		readonly case?: string;
		readonly person?: string;
		readonly document?: string;
	};
};

const WORDS_MAX = 2_000;
const SENT = v.object({ command: commandId(), kind: choice(DOCUMENT_KINDS), note: optionalLine() });
const REMOVED = v.object({ reason: optionalChoice(REMOVAL_REASONS), words: optionalText(WORDS_MAX) });

/** Whose documents an address is about. */
function ownerOf({ params }: Event): DocumentOwner {
	return params.case === undefined
		? { of: 'person', id: idFrom(params.person) }
		: { of: 'case', id: idFrom(params.case) };
}

/** The address of whom the documents are about. */
function baseOf({ params }: Event, { of, id }: DocumentOwner): string {
	return `/desk/${params.organisation}/${of === 'case' ? 'cases' : 'people'}/${id}`;
}

/** What the form for a new document says of files. */
export const fileLimits = () => ({ max: megabytes(config.documentBytesMax), types: DOCUMENT_TYPES });

/** Takes a document that was sent. */
export function sendDocument(event: Event) {
	const owner = ownerOf(event);
	return workerFileForm(event, {
		schema: SENT,
		run: (act, input, file) => addDocument(act, { ...input, owner, file }),
		goTo: () => baseOf(event, owner),
	});
}

/** A document for its page. */
export async function documentPage(event: Event) {
	const act = workerAct(event);
	const owner = ownerOf(event);
	const { document, names, relation } = found(await readDocument(act, { owner, id: idFrom(event.params.document) }));
	return {
		document,
		names,
		name: await numbered(event, owner),
		base: baseOf(event, owner),
		can: { remove: may(act.by.roles, 'document.change', relation) },
	};
}

/** Removes the document of a page. */
export function removal(event: Event) {
	const owner = ownerOf(event);
	const id = idFrom(event.params.document);
	return workerForm(event, {
		schema: REMOVED,
		run: (act, input) => removeDocument(act, { ...input, owner, id }),
		goTo: () => `${baseOf(event, owner)}/documents/${id}`,
	});
}

/** The file of a document, to be saved and never shown: nothing in it runs here. */
export async function documentFile(event: Event): Promise<Response> {
	const which = { owner: ownerOf(event), id: idFrom(event.params.document) };
	const { name, mediaType, bytes } = found(await takeDocument(workerAct(event), which));
	const plain = name.replace(/[^a-zA-Z0-9._ -]/g, '_');
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
			'content-length': String(bytes.length),
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
}

/** A name as a header may carry it (RFC 5987). */
const encoded = (name: string) =>
	encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
