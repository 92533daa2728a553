import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { acceptanceOf, idsIn, idsOf } from './acceptance.ts';

const TABLE = readFileSync(path.resolve(import.meta.dirname, '../../docs/requirements.md'), 'utf8');

test('a requirement is proven by passing tests alone, and one failing test is enough to fail it', () => {
	const ended = [
		{ title: 'a page [B4, B5]', passed: true },
		{ title: 'a form [B5]', passed: false },
		{ title: 'no id at all [sl]', passed: true },
	];
	expect(acceptanceOf(['B4', 'B5', 'B6', 'C1'], ended).map(({ id, result }) => [id, result])).toEqual([
		['B4', 'proven'],
		['B5', 'failed'],
		['B6', 'out of scope'],
		['C1', 'not proven'],
	]);
});

test('ids are read from titles as they are written there', () => {
	expect(idsOf('a talk has parts [P9, P11] and is kept [A9]')).toEqual(['P9', 'P11', 'A9']);
	expect(idsOf('[p9] and P9 and [P9a]')).toEqual([]);
});

test('the table names every requirement once', () => {
	const ids = idsIn(TABLE);
	expect(ids.length).toBeGreaterThan(80);
	expect(new Set(ids).size).toBe(ids.length);
});
