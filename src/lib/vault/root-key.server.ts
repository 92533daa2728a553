import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { config } from '#lib/platform/config.server.ts';

// What keys are made from the root key for. Each purpose has a key of its own, so that none can stand in for another.
export type Purpose =
	| 'organisation-keys'
	| 'return-codes'
	| 'return-code-index'
	| 'unsent'
	| 'unsent-index'
	| 'filling'
	| 'sign-in'
	| 'e-mail-index'
	| 'links'
	| 'cookies'
	| 'kept-forms'
	| 'given-to'
	| 'attempts'
	| 'journal-signature'
	| 'key-proof';

const derived = new Map<string, Buffer>();
let root: { readonly file: string; readonly key: Buffer } | undefined;

/** The key for one purpose, 32 bytes, made from the root key (HKDF with SHA-256). */
export function keyFor(purpose: Purpose): Buffer {
	const known = derived.get(purpose);
	if (known) return known;
	const made = Buffer.from(hkdfSync('sha256', rootKey(), '', `opora/${purpose}`, 32));
	derived.set(purpose, made);
	return made;
}

/** A keyed hash of a text for one purpose, 32 bytes. */
export function mac(purpose: Purpose, text: string): Buffer {
	return createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest();
}

/** Proves which root key this is without telling anything of it; kept in the database since its first start. */
export function keyProof(): Buffer {
	return mac('key-proof', 'this database belongs to this root key');
}

/** Tells whether the database was sealed under this root key. */
export function provesThisKey(proof: Buffer): boolean {
	const ours = keyProof();
	return proof.length === ours.length && timingSafeEqual(proof, ours);
}

/** How the root key is kept: in which kind of place, and whether that is as it should be. Never where, never what. */
export type RootKeyStanding = {
	readonly kind: 'file';
	/** Nobody but its owner can read it. */
	readonly ownerOnly: boolean;
	/** It does not lie in the folder of the data, so no copy of the data holds it. */
	readonly apart: boolean;
};

/** Looks how the root key is kept. */
export function rootKeyStanding(): RootKeyStanding {
	const file = config.rootKeyFile;
	const fromData = path.relative(config.dataFolder, file);
	return {
		kind: 'file',
		ownerOnly: (statSync(file).mode & 0o077) === 0,
		apart: fromData.startsWith('..') || path.isAbsolute(fromData),
	};
}

function rootKey(): Buffer {
	const file = config.rootKeyFile;
	if (root?.file === file) return root.key;
	const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
	if (key.length !== 32) throw new Error('The root key file does not hold a key of 32 bytes.');
	derived.clear();
	root = { file, key };
	return key;
}
