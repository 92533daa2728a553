import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { matchesMac, openEnvelope, sealEnvelope } from './envelope.server.ts';
import { keyFor, mac } from './root-key.server.ts';

testDatabase();
const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-23T09:30:00Z');

test('an envelope gives back what was put in, and is fit for a cookie', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const envelope = sealEnvelope('cookies', { text }, later);
			expect(envelope).toMatch(/^[A-Za-z0-9_-]+$/);
			expect(openEnvelope('cookies', envelope, now)).toEqual({ text });
		}),
	);
});

test('an envelope ends', () => {
	const envelope = sealEnvelope('cookies', 'Zala', later);
	expect(openEnvelope('cookies', envelope, new Date(later.getTime() - 1))).toBe('Zala');
	expect(openEnvelope('cookies', envelope, later)).toBeUndefined();
});

test('an envelope for one thing does not open as one for another', () => {
	expect(openEnvelope('kept-forms', sealEnvelope('cookies', 'Zala', later), now)).toBeUndefined();
});

test('whatever else somebody sends is no envelope', () => {
	const envelope = sealEnvelope('cookies', 'Zala', later);
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant(envelope.slice(1))), (sent) => {
			expect(openEnvelope('cookies', sent, now)).toBeUndefined();
		}),
	);
	expect(openEnvelope('cookies', undefined, now)).toBeUndefined();
});

test('an envelope in which one character was changed does not open', () => {
	const envelope = sealEnvelope('cookies', 'Zala', later);
	// The last character may hold bits that say nothing.
	for (let at = 0; at < envelope.length - 1; at += 1) {
		const changed = [...envelope].with(at, envelope[at] === 'A' ? 'B' : 'A').join('');
		expect(openEnvelope('cookies', changed, now), `character ${at}`).toBeUndefined();
	}
});

test('a keyed hash fits its own text and purpose only', () => {
	const kept = mac('links', 'beseda');
	expect(matchesMac('links', 'beseda', kept)).toBe(true);
	expect(matchesMac('links', 'beseda ', kept)).toBe(false);
	expect(matchesMac('attempts', 'beseda', kept)).toBe(false);
	expect(matchesMac('links', 'beseda', kept.subarray(1))).toBe(false);
	expect(keyFor('links').equals(keyFor('attempts'))).toBe(false);
});
