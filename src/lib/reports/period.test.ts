import { expect, test } from 'vitest';
import { periodOf, readPeriod } from './period.ts';

test('a period is read from an address, and what cannot be read narrows nothing', () => {
	const read = (query: string) => readPeriod(new URLSearchParams(query));
	expect(read('year=2026&quarter=2')).toMatchObject({ from: '2026-04-01', to: '2026-06-30' });
	expect(read('year=2026&quarter=1')).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
	expect(read('year=2026&quarter=9')).toEqual(periodOf(2026));
	for (const query of ['', 'quarter=1', 'year=26', 'year=2026;']) expect(read(query), query).toEqual(periodOf());
});
