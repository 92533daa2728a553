// Crockford's base 32: no I, L, O, U, so that a code can be read aloud and written on a slip of paper.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes the first `5 × length` bits of some bytes as that many characters. */
export function toCrockford(bytes: Uint8Array, length: number): string {
	let bits = 0;
	let held = 0;
	let text = '';
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= 5 && text.length < length) {
			bits -= 5;
			text += ALPHABET[(held >> bits) & 31];
		}
		held &= (1 << bits) - 1;
	}
	if (text.length < length) throw new RangeError('too few bytes for the code');
	return text;
}

/** Reads what a person typed: upper or lower case, spaces and hyphens anywhere, O as 0, I and L as 1. Undefined when it cannot be a code of that length. */
export function readCrockford(typed: string, length: number): string | undefined {
	const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
	return text.length === length && [...text].every((letter) => ALPHABET.includes(letter)) ? text : undefined;
}

/** A code in groups of three, as it is shown: `7K2-M9Q-…`. */
export function inThrees(code: string): string {
	return code.match(/.{1,3}/g)?.join('-') ?? code;
}
