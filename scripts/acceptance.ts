// npm run acceptance: each requirement, the tests that carry its id, and how they ended.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acceptanceOf, idsIn, type Ended } from './acceptance/acceptance.ts';

const ROOT = path.dirname(import.meta.dirname);
/** What the runner writes of each test. */
type Report = {
	readonly testResults: readonly { readonly assertionResults: readonly { fullName: string; status: string }[] }[];
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-acceptance-'));
const file = path.join(folder, 'report.json');
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '-t', '\\[[A-Z][0-9]+'];
spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
	cwd: ROOT,
	stdio: ['ignore', 'ignore', 'inherit'],
});
const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
rmSync(folder, { recursive: true });
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
const count = (result: string) => lines.filter((one) => one.result === result).length;
console.log(
	`\n${lines.length} requirements: ${count('proven')} proven, ${count('failed')} failed, ${count('not proven')} not proven, ${count('out of scope')} out of scope.`,
);
process.exitCode = count('failed') > 0 ? 1 : 0;
