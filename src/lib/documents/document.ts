import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { EXTENSIONS, typeOf, type DocumentType } from './file-type.ts';

/** What a document is. */
export const DOCUMENT_KINDS = [
	'agreement',
	'consent',
	'application',
	'decision',
	'certificate',
	'report',
	'letter',
	'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why a document is removed. */
export const REMOVAL_REASONS = [
	'wrong-person',
	'wrong-file',
	'twice',
	'person-asked',
	'no-longer-needed',
	'other',
] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** What a document belongs to. */
export type DocumentOwner = { readonly of: 'case' | 'person'; readonly id: Uuid };

/** A document as it stands in a list. */
export type Document = {
	readonly id: Uuid;
	readonly owner: DocumentOwner;
	readonly kind: DocumentKind;
	readonly type: DocumentType;
	readonly bytes: number;
	readonly name: string;
	readonly note: string;
	readonly addedBy: Uuid;
	readonly addedAt: Date;
	/** When, by whom and why it was removed; its content is gone. */
	readonly removal:
		{ readonly by: Uuid; readonly at: Date; readonly reason: RemovalReason; readonly words: string } | undefined;
};

/** A file as somebody sends it. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** Long enough for any name; a name that is longer loses its middle, never its ending. */
const NAME_MAX = 120;

/** Decides whether a file can be kept: not empty, not too large, of a kind that is taken, and what its name says it is. */
export function checkFile(file: SentFile, bytesMax: number): Result<{ name: string; type: DocumentType }> {
	if (file.bytes.length === 0) return refuseField('file', file.name === '' ? 'file-missing' : 'file-empty');
	if (file.bytes.length > bytesMax) return refuseField('file', 'file-too-large', { max: megabytes(bytesMax) });
	const type = typeOf(file.bytes);
	if (!type) return refuseField('file', 'file-not-taken');
	const name = cleanName(file.name);
	const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	return EXTENSIONS[type].includes(ending) ? ok({ name, type }) : refuseField('file', 'file-differs', { type });
}

/** A size as people say it, in megabytes. */
export const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

// What would hide the real ending or leave the folder it is saved in: folders before it, signs that nobody sees or that turn
// the direction of writing, what a file system takes for its own.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** The name of a file, as it may be shown and saved. */
export function cleanName(given: string): string {
	const last = given.split(/[\\/]/).at(-1) ?? '';
	const name = last
		.replace(HIDDEN, '')
		.replace(/[<>:"|?*]/g, '_')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	if (name.length <= NAME_MAX) return name;
	const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
	return `${[...name].slice(0, NAME_MAX - ending.length - 1).join('')}…${ending}`;
}
