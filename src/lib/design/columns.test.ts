import { expect, test } from 'vitest';
import { toTheLeft } from './columns.ts';

const PLAN = { key: 'plan', left: 400, right: 500 } as const;
const PEOPLE = { key: 'people', left: 300, right: 350 } as const;
const left = (columns: { left: number; right: number }) => [...toTheLeft(columns, [PLAN, PEOPLE])];

test('a short column gets what stands beside it, as long as that brings the ends nearer', () => {
	expect(left({ left: 500, right: 2000 })).toEqual(['plan', 'people']);
	expect(left({ left: 900, right: 1900 })).toEqual(['plan']);
	expect(left({ left: 1000, right: 1600 })).toEqual(['plan']);
});

test('what would make the other column too long stays', () => {
	expect(left({ left: 1600, right: 1600 })).toEqual([]);
	expect(left({ left: 2000, right: 1000 })).toEqual([]);
	expect(left({ left: 1000, right: 1400 })).toEqual(['people']);
});
