// npm run acceptance: each requirement, the tests that carry its id, and how they ended. Files given after it are run alone:
// npm run acceptance -- src/lib/intake/ways-in.test.ts
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acceptanceOf, idsIn, type Ended } from './acceptance/acceptance.ts';

const ROOT = path.dirname(import.meta.dirname);
/** What the runner writes of each file and of each test in it. */
type Report = {
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly { fullName: string; status: string }[];
	}[];
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-acceptance-'));
const file = path.join(folder, 'report.json');
const args = [
	'run',
	...process.argv.slice(2),
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${file}`,
	'-t',
	'\\[[A-Z][0-9]+',
];
spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
	cwd: ROOT,
	stdio: ['ignore', 'ignore', 'inherit'],
});
if (!existsSync(file)) {
	console.error('The tests did not run: npm test says why.');
	process.exit(1);
}
const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
rmSync(folder, { recursive: true });
// A file that cannot be read has no tests to fail: without this, what it proves would merely be missing.
const unread = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
const ended: Ended[] = report.testResults
	.flatMap((one) => one.assertionResults)
	.filter((one) => one.status === 'passed' || one.status === 'failed')
	.map((one) => ({ title: one.fullName, passed: one.status === 'passed' }));
const ids = idsIn(readFileSync(path.join(ROOT, 'docs/requirements.md'), 'utf8'));
const lines = acceptanceOf(ids, ended);
for (const { id, result, tests } of lines) {
	console.log(`${id.padEnd(4)} ${result}`);
	for (const test of tests) console.log(`     ${test.passed ? 'passed' : 'FAILED'}  ${test.title}`);
}
for (const one of unread) console.log(`\nThis file could not be run: ${path.relative(ROOT, one.name)}`);
const count = (result: string) => lines.filter((one) => one.result === result).length;
console.log(
	`\n${lines.length} requirements: ${count('proven')} proven, ${count('failed')} failed, ${count('not proven')} not proven, ${count('out of scope')} out of scope.`,
);
// Of a few files only what failed is a fault; of all of them, what nothing proves is one, too.
const missing = process.argv.length > 2 ? 0 : count('not proven');
process.exitCode = count('failed') + unread.length + missing > 0 ? 1 : 0;
