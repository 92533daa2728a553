import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { acceptanceOf, carriersIn, faultsOf, idsOf, requirementsIn } from './acceptance.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WRITTEN = requirementsIn(readFileSync(path.join(ROOT, 'docs/requirements.md'), 'utf8'));

test('a requirement is proven by passing tests alone, and one failing test is enough to fail it', () => {
	const ended = [
		{ title: 'a page [B4, B5]', passed: true, file: 'a.test.ts' },
		{ title: 'a form [B5]', passed: false, file: 'a.test.ts' },
		{ title: 'no id at all [sl]', passed: true, file: 'b.test.ts' },
	];
	const requirements = requirementsIn('| B4 | …\n| B5 | …\n| B6 | …\n| C1 | …\n\n- B6: not built.\n');
	expect(acceptanceOf(requirements, ended).map(({ id, result }) => [id, result])).toEqual([
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
	expect(WRITTEN.ids.length).toBeGreaterThan(80);
	expect(new Set(WRITTEN.ids).size).toBe(WRITTEN.ids.length);
});

test('every requirement in scope has a test that carries its id, and no test carries another', () => {
	const carried = [...carriersIn(ROOT).values()].flat();
	expect(faultsOf(WRITTEN, carried)).toEqual([]);
	const wrong = [...carried.filter((id) => id !== 'B12'), 'B99', WRITTEN.outOfScope[0]!];
	expect(faultsOf(WRITTEN, wrong)).toEqual([
		'B12 is proven by no test',
		'B99 is no requirement',
		`${WRITTEN.outOfScope[0]} is out of scope and carried by a test`,
	]);
});
