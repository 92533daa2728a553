import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBytes, openValue, sealBytes, sealValue, type Place } from './sealing.server.ts';

const key = randomBytes(32);
const place: Place = { table: 'meeting_text', column: 'sealed', row: 'r1' };
const words = fc.string({ unit: 'binary', maxLength: 300 });

describe('what is sealed', () => {
	test('opens again as it was, whatever was written', () => {
		fc.assert(
			fc.property(fc.oneof(words, fc.jsonValue()), (value) => {
				expect(openValue(key, place, sealValue(key, place, value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});

	test.each(['Zala Vzorčnik', 'Růžena 🙏🏽', '\u0000', '\ud83d', '', 'x'.repeat(100_000)])(
		'opens again: case %#',
		(text) => {
			expect(openValue(key, place, sealValue(key, place, text))).toBe(text);
		},
	);

	test('shows nothing of what was written, and never looks the same twice', () => {
		const [once, again] = [sealValue(key, place, 'Od poletja ne spim'), sealValue(key, place, 'Od poletja ne spim')];
		expect(once.toString('latin1')).not.toMatch(/poletja|spim/);
		expect(once.equals(again)).toBe(false);
		expect(once.subarray(1, 13).equals(again.subarray(1, 13))).toBe(false);
	});

	test('is refused when any bit of it was changed', () => {
		fc.assert(
			fc.property(words, fc.nat(), fc.integer({ min: 0, max: 7 }), (text, at, bit) => {
				const changed = Buffer.from(sealValue(key, place, text));
				changed[at % changed.length]! ^= 1 << bit;
				expect(() => openValue(key, place, changed)).toThrow();
			}),
			{ numRuns: 500 },
		);
	});

	test('is refused when any byte of it is another, first to last', () => {
		const sealed = sealValue(key, place, 'Od poletja ne spim');
		for (let at = 0; at < sealed.length; at += 1) {
			const changed = Buffer.from(sealed);
			changed[at]! ^= 0xff;
			expect(() => openValue(key, place, changed), `byte ${at}`).toThrow();
		}
		expect(openValue(key, place, sealed)).toBe('Od poletja ne spim');
	});

	test('is refused when it was cut short or made longer', () => {
		const sealed = sealValue(key, place, 'Od poletja ne spim');
		for (let length = 0; length < sealed.length; length += 1)
			expect(() => openValue(key, place, sealed.subarray(0, length)), `${length} bytes`).toThrow();
		expect(() => openValue(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow();
	});

	test.each([
		['row', { ...place, row: 'r2' }],
		['field', { ...place, column: 'note' }],
		['table', { ...place, table: 'person_text' }],
	])('does not open in another %s', (_, elsewhere) => {
		const sealed = sealValue(key, place, 'Od poletja ne spim');
		expect(() => openValue(key, elsewhere, sealed)).toThrow();
	});

	test('opens nowhere but in its own place and under its own key', () => {
		fc.assert(
			fc.property(words, fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (text, row, other) => {
				fc.pre(row !== other);
				const sealed = sealValue(key, { ...place, row }, text);
				expect(() => openValue(key, { ...place, row: other }, sealed)).toThrow();
				expect(() => openValue(randomBytes(32), { ...place, row }, sealed)).toThrow();
			}),
		);
	});

	test('in a format that is not known is said to be so', () => {
		const sealed = Buffer.from(sealBytes(key, 'here', Buffer.from('x')));
		sealed[0] = 2;
		expect(() => openBytes(key, 'here', sealed)).toThrow('in a format that is not known');
	});
});
