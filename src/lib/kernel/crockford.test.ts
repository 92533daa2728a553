import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inThrees, readCrockford, toCrockford } from './crockford.ts';

const LENGTH = 26;
const codes = fc
	.uint8Array({ minLength: 17, maxLength: 17 })
	.map((bytes) => ({ bytes, code: toCrockford(bytes, LENGTH) }));

test('every code is read again as it was made', () => {
	fc.assert(fc.property(codes, ({ code }) => void expect(readCrockford(code, LENGTH)).toBe(code)));
});

test('a code is read in groups, with spaces, and in lower case', () => {
	fc.assert(
		fc.property(codes, ({ code }) => {
			expect(readCrockford(inThrees(code), LENGTH)).toBe(code);
			expect(readCrockford(` ${inThrees(code).replaceAll('-', ' ').toLowerCase()} `, LENGTH)).toBe(code);
		}),
	);
});

test('letters that look alike are read alike: O as 0, I and L as 1', () => {
	fc.assert(
		fc.property(codes, fc.constantFrom('I', 'i', 'L', 'l'), fc.constantFrom('O', 'o'), ({ code }, one, zero) => {
			expect(readCrockford(code.replaceAll('1', one).replaceAll('0', zero), LENGTH)).toBe(code);
		}),
	);
});

test('no code has a letter that looks like another', () => {
	fc.assert(fc.property(codes, ({ code }) => void expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)));
});

test('no bit of the bytes is lost: other bytes make another code', () => {
	fc.assert(
		fc.property(codes, fc.integer({ min: 0, max: 129 }), ({ bytes, code }, bit) => {
			const other = Uint8Array.from(bytes);
			other[Math.floor(bit / 8)]! ^= 0x80 >> (bit % 8);
			expect(toCrockford(other, LENGTH)).not.toBe(code);
		}),
	);
});

test('a character too many, too few, or of no code is not read', () => {
	fc.assert(
		fc.property(codes, fc.constantFrom('U', 'Č', '!', '😀'), ({ code }, strange) => {
			expect(readCrockford(`${code}7`, LENGTH)).toBeUndefined();
			expect(readCrockford(code.slice(1), LENGTH)).toBeUndefined();
			expect(readCrockford(strange + code.slice(1), LENGTH)).toBeUndefined();
		}),
	);
});

test('a code cannot be longer than its bytes', () => {
	expect(() => toCrockford(new Uint8Array(3), 5)).toThrow(RangeError);
});

test('a code is shown in groups of three', () => {
	expect(inThrees('7K2M9Q4')).toBe('7K2-M9Q-4');
	expect(inThrees('')).toBe('');
});
