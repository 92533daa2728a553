import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, uuidv7 } from './ids.ts';

const moments = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('every id is one of ours', () => {
	fc.assert(fc.property(moments, chance, (at, random) => void expect(isUuid(uuidv7(at, random))).toBe(true)));
});

test('ids sort as the moments in which they were made', () => {
	fc.assert(
		fc.property(moments, moments, fc.tuple(chance, chance), (a, b, [first, second]) => {
			fc.pre(a < b);
			expect(uuidv7(a, first) < uuidv7(b, second)).toBe(true);
		}),
	);
});

test('an id tells its moment to the millisecond', () => {
	fc.assert(
		fc.property(moments, chance, (at, random) => {
			expect(Number.parseInt(uuidv7(at, random).replaceAll('-', '').slice(0, 12), 16)).toBe(at);
		}),
	);
});

test('in one moment, 74 random bits tell ids apart', () => {
	fc.assert(
		fc.property(chance, fc.integer({ min: 0, max: 79 }), (random, bit) => {
			const [version, variant] = [bit < 4, bit === 16 || bit === 17];
			fc.pre(!version && !variant);
			const other = Uint8Array.from(random);
			other[Math.floor(bit / 8)]! ^= 0x80 >> (bit % 8);
			expect(uuidv7(0, other)).not.toBe(uuidv7(0, random));
		}),
	);
});

test('too little chance is refused', () => {
	expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
});

test.each([
	'',
	'01900000-0000-7000-8000-00000000000',
	'01900000-0000-4000-8000-000000000001',
	'01900000-0000-7000-C000-000000000001',
	'01900000-0000-7000-8000-00000000000G',
	' 01900000-0000-7000-8000-000000000001',
	"01900000-0000-7000-8000-000000000001'",
	undefined,
	42,
])('%j is no id of ours', (given) => {
	expect(isUuid(given)).toBe(false);
});
