import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exceptionFaults } from './exceptions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'opora-exceptions-'));
	plant('.oxlintrc.json', JSON.stringify({ overrides: [{ files: ['src/**/*.test.ts'], excludeFiles: ['src/b.ts'] }] }));
	plant('.prettierignore', 'node_modules\n.data\ndata\n*.md\n');
	for (const file of ['src/a.test.ts', 'src/b.ts', 'data/rows.json', 'docs/read.md']) plant(file, 'export {};\n');
});
afterEach(() => rmSync(folder, { recursive: true }));
function plant(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
	writeFileSync(path.join(folder, file), text);
}

test('the exceptions of the product are all needed, and none is silent', () => {
	expect(exceptionFaults(ROOT)).toEqual([]);
});

test('exceptions that are needed are no fault', () => {
	expect(exceptionFaults(folder)).toEqual([]);
});

// Put together, so that this file does not silence anything itself.
const SILENCERS = [
	`// ${'oxlint'}-disable-next-line no-unused-vars`,
	`/* ${'eslint'}-disable */`,
	`// @ts-${'ignore'}`,
	`// @ts-${'expect-error'} because`,
	`// @ts-${'nocheck'}`,
	`// ${'prettier'}-ignore`,
	`const one = two as ${'any'};`,
];

describe('a planted fault is found:', () => {
	test.each(SILENCERS)('“%s”', (line) => {
		plant('src/c.ts', `export {};\n${line}\n`);
		expect(exceptionFaults(folder)).toEqual(['src/c.ts:2 silences a check.']);
	});

	test.each(['src/C.svelte', 'scripts/c.mjs', 'journeys/c.ts', 'programmes/c.ts', 'bench/deep/c.ts'])(
		'a silencer in %s',
		(file) => {
			plant(file, SILENCERS[0]!);
			expect(exceptionFaults(folder)).toEqual([`${file}:1 silences a check.`]);
		},
	);

	test('an exception of the linter for files that are no longer there', () => {
		rmSync(path.join(folder, 'src'), { recursive: true });
		expect(exceptionFaults(folder)).toEqual([
			'.oxlintrc.json makes an exception for src/**/*.test.ts, which is not there.',
			'.oxlintrc.json makes an exception for src/b.ts, which is not there.',
		]);
	});

	test('an exception of the formatter for files that are no longer there', () => {
		rmSync(path.join(folder, 'data'), { recursive: true });
		rmSync(path.join(folder, 'docs'), { recursive: true });
		expect(exceptionFaults(folder)).toEqual([
			'.prettierignore makes an exception for data, which is not there.',
			'.prettierignore makes an exception for *.md, which is not there.',
		]);
	});
});
