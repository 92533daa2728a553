import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import {
	loadKeyVersions,
	loadOrganisationKey,
	loadSubjectKeys,
	saveOrganisationKey,
	saveSubjectKey,
	type SubjectKind,
} from './keys.store.server.ts';
import { keyFor } from './root-key.server.ts';
import { nameOf, openBytes, openValue, sealBytes, sealValue, type Place } from './sealing.server.ts';

/** The key of one subject, for as long as a transaction needs it. Seals and opens what is about the subject. */
export type SubjectKey = {
	readonly subjectId: Uuid;
	seal(place: Place, value: unknown): Sealed;
	open<Value>(place: Place, sealed: Buffer): Value;
	/** The same for bytes as they are: files. */
	sealBytes(place: Place, bytes: Buffer): Sealed;
	openBytes(place: Place, sealed: Buffer): Buffer;
};

/** The keys of one organisation. */
export type Vault = {
	/** The key of a subject from its wrapped form, which stores load together with the sealed text. */
	keyOf(subjectId: Uuid, wrapped: Buffer): SubjectKey;
	/** A key for a new subject with its wrapped form, for whoever keeps many at once. */
	freshKey(subjectId: Uuid): { readonly key: SubjectKey; readonly wrapped: Buffer };
	/** Makes and keeps the key of a new subject. */
	newKey(kind: SubjectKind, subjectId: Uuid): Promise<SubjectKey>;
	/** The keys of subjects that are here, by their ids; one that was erased is missing. */
	keysOf(subjectIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, SubjectKey>>;
	/** A keyed hash for search, 32 bits, that only this organisation can make. */
	searchHash(text: string): number;
};

// Organisations' keys change only when the root key does; they are few, and unwrapped once per process.
const ORGANISATIONS_MAX = 1_000;
const opened = new Map<string, { readonly key: Buffer; readonly searchKey: Buffer }>();

/** Opens the vault of the organisation the transaction acts in. */
export async function openVault(tx: Tx): Promise<Vault> {
	const { key, searchKey } = await organisationKeys(tx);
	// Many texts of one subject come with the same wrapped key: it is unwrapped once, and forgotten with this vault.
	const unwrapped = new Map<Uuid, { readonly wrapped: Buffer; readonly made: SubjectKey }>();
	const keyOf = (subjectId: Uuid, wrapped: Buffer): SubjectKey => {
		const known = unwrapped.get(subjectId);
		if (known?.wrapped.equals(wrapped)) return known.made;
		const secret = openBytes(key, subjectName(tx, subjectId), wrapped);
		const made: SubjectKey = {
			subjectId,
			seal: (place, value) => sealValue(secret, place, value),
			open: (place, sealed) => openValue(secret, place, sealed),
			sealBytes: (place, bytes) => sealBytes(secret, nameOf(place), bytes) as Sealed,
			openBytes: (place, sealed) => openBytes(secret, nameOf(place), sealed),
		};
		unwrapped.set(subjectId, { wrapped, made });
		return made;
	};
	const freshKey = (subjectId: Uuid) => {
		const wrapped = sealBytes(key, subjectName(tx, subjectId), randomBytes(32));
		return { key: keyOf(subjectId, wrapped), wrapped };
	};
	return {
		keyOf,
		freshKey,
		newKey: async (kind, subjectId) => {
			const fresh = freshKey(subjectId);
			await saveSubjectKey(tx, { id: subjectId, kind, wrapped: fresh.wrapped });
			return fresh.key;
		},
		keysOf: async (subjectIds) => {
			const rows = await loadSubjectKeys(tx, subjectIds);
			return new Map(rows.map((row) => [row.subject_id, keyOf(row.subject_id, row.wrapped)]));
		},
		searchHash: (text) => createHmac('sha256', searchKey).update(text, 'utf8').digest().readInt32BE(0),
	};
}

/** Under which versions the keys of an organisation are wrapped, and how many subjects have a key of each. */
export type KeyVersions = {
	readonly organisation: number;
	readonly subjects: readonly { readonly version: number; readonly count: number }[];
};
/** The versions of the organisation's keys. */
export const keyVersions: (tx: Tx) => Promise<KeyVersions> = loadKeyVersions;

/** Makes the key of a new organisation. The transaction acts as the system of that organisation. */
export async function makeOrganisationKey(tx: Tx): Promise<void> {
	await saveOrganisationKey(tx, sealBytes(keyFor('organisation-keys'), organisationName(tx), randomBytes(32)));
}

async function organisationKeys(tx: Tx) {
	const cacheKey = `${keyFor('organisation-keys').toString('base64')}/${tx.organisationId}`;
	const known = opened.get(cacheKey);
	if (known) return known;
	const wrapped = await loadOrganisationKey(tx);
	if (!wrapped) throw new Error('the organisation has no key');
	const key = openBytes(keyFor('organisation-keys'), organisationName(tx), wrapped);
	const searchKey = Buffer.from(hkdfSync('sha256', key, '', 'opora/search', 32));
	if (opened.size >= ORGANISATIONS_MAX) opened.clear();
	opened.set(cacheKey, { key, searchKey });
	return { key, searchKey };
}

function organisationName(tx: Tx): string {
	return `organisation_key/${tx.organisationId}`;
}

function subjectName(tx: Tx, subjectId: Uuid): string {
	return `subject_key/${tx.organisationId}/${subjectId}`;
}
