import { describe, expect, test } from 'vitest';
import { joined, type Entry } from './journal-rows.ts';

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const entry = (id: string, at: string, changes: Partial<Entry> = {}): Entry => ({
	id,
	at: new Date(at),
	who: 'Vida Zgledna',
	action: 'case.opened',
	reason: null,
	...changes,
});

describe('the rows of a journal', () => {
	test('neighbours that say the same of one day are one row, with how often and since when', () => {
		const rows = joined(
			[entry('3', '2026-11-23T12:09:00Z'), entry('2', '2026-11-23T11:00:00Z'), entry('1', '2026-11-23T08:00:00Z')],
			dayOf,
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ id: '3', times: 3, from: new Date('2026-11-23T08:00:00Z') });
	});

	test.each([
		['somebody else', { who: 'Maja Vzorčna' }],
		['something else', { action: 'case.read' }],
		['another reason', { reason: 'because' }],
	])('%s stays a row of its own, and nothing is joined across it', (_, other) => {
		const rows = joined(
			[
				entry('3', '2026-11-23T12:00:00Z'),
				entry('2', '2026-11-23T11:00:00Z', other),
				entry('1', '2026-11-23T10:00:00Z'),
			],
			dayOf,
		);
		expect(rows.map((row) => [row.id, row.times])).toEqual([
			['3', 1],
			['2', 1],
			['1', 1],
		]);
	});

	test('another day is another row', () => {
		const rows = joined([entry('2', '2026-11-23T00:01:00Z'), entry('1', '2026-11-22T23:59:00Z')], dayOf);
		expect(rows).toHaveLength(2);
	});
});
