import { expect, test } from 'vitest';
import { isUuid } from '#lib/kernel/ids.ts';
import { newId } from './ids.server.ts';

test('ten thousand ids of one moment are ten thousand ids', () => {
	const at = new Date('2026-11-23T09:00:00Z');
	const made = Array.from({ length: 10_000 }, () => newId(at));
	expect(new Set(made).size).toBe(10_000);
	expect(made.every(isUuid)).toBe(true);
});
