import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealed } from '#lib/platform/tables.ts';

/** Where a value stands. It opens nowhere else. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;

/** Seals bytes under a key of 32 bytes, bound to a place: AES-256-GCM, a new nonce each time. Layout: format, nonce, ciphertext, tag. */
export function sealBytes(key: Buffer, boundTo: string, plain: Buffer): Buffer {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(Buffer.from(boundTo, 'utf8'));
	return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what sealBytes sealed under the same key for the same place; throws for anything else. */
export function openBytes(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
	if (sealed[0] !== FORMAT) throw new Error('sealed in a format that is not known here');
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
	decipher.setAAD(Buffer.from(boundTo, 'utf8'));
	decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
	return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
}

/** Seals a value as JSON for its place in the database. */
export function sealValue(key: Buffer, place: Place, value: unknown): Sealed {
	return sealBytes(key, nameOf(place), Buffer.from(JSON.stringify(value), 'utf8')) as Sealed;
}

/** Opens a value sealed for this place. */
export function openValue<Value>(key: Buffer, place: Place, sealed: Buffer): Value {
	return JSON.parse(openBytes(key, nameOf(place), sealed).toString('utf8')) as Value;
}

/** A place as the name that sealed bytes are bound to. */
export function nameOf(place: Place): string {
	return `${place.table}.${place.column}/${place.row}`;
}
