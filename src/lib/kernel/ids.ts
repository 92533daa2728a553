declare const uuid: unique symbol;
/** A UUID of version 7 in lower case, with hyphens. */
export type Uuid = string & { readonly [uuid]: true };

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Tells whether a text is an id of ours. */
export function isUuid(text: unknown): text is Uuid {
	return typeof text === 'string' && SHAPE.test(text);
}

/** Makes an id from a moment (milliseconds since 1970) and ten random bytes (RFC 9562, version 7). */
export function uuidv7(atMs: number, random: Uint8Array): Uuid {
	if (random.length < 10) throw new RangeError('an id needs ten random bytes');
	const bytes = new Uint8Array(16);
	for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(atMs / 2 ** (8 * (5 - i))) % 256;
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	let hex = '';
	for (const byte of bytes) hex += HEX[byte]!;
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
}
