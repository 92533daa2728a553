// npm run acceptance: each requirement, the tests that carry its id, and how they ended. Files given after it are run alone:
// npm run acceptance -- src/lib/intake/ways-in.test.ts
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acceptanceOf, carriersIn, idsOf, requirementsIn, type Ended, type Line } from './acceptance/acceptance.ts';

const ROOT = path.dirname(import.meta.dirname);
const STDERR = 2;
/** What the runner writes of each file and of each test in it. */
type Report = {
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly { fullName: string; status: string }[];
	}[];
};

const given = process.argv.slice(2);
// A file is run whole: tests of a journey stand on those before them, and not each of those carries an id.
const files = given.length > 0 ? given : [...carriersIn(ROOT).keys()];
console.error(
	given.length > 0 ? '' : `  Running the ${files.length} files whose tests carry an id: some ten minutes.\n`,
);
const report = run(files);
// A file that cannot be read has no tests to fail: without this, what it proves would merely be missing.
const unread = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
const ended: readonly Ended[] = report.testResults.flatMap(({ name, assertionResults }) =>
	assertionResults
		.filter((one) => one.status === 'passed' || one.status === 'failed')
		.map((one) => ({ title: one.fullName, passed: one.status === 'passed', file: path.relative(ROOT, name) })),
);
const lines = acceptanceOf(requirementsIn(readFileSync(path.join(ROOT, 'docs/requirements.md'), 'utf8')), ended);
const beside = ended.filter((one) => !one.passed && idsOf(one.title).length === 0);
print(lines);
for (const one of beside) console.log(`\nFailed in the same files, with no id: ${one.title} (${one.file})`);
for (const one of unread) console.log(`\nThis file could not be run: ${path.relative(ROOT, one.name)}`);
const count = (result: Line['result']) => lines.filter((one) => one.result === result).length;
console.log(
	`\n${lines.length} requirements: ${count('proven')} proven, ${count('failed')} failed, ${count('not proven')} not proven, ${count('out of scope')} out of scope.`,
);
// Of a few files only what failed is a fault; of all of them, what nothing proves is one, too.
const missing = given.length > 0 ? 0 : count('not proven');
process.exitCode = count('failed') + beside.length + unread.length + missing > 0 ? 1 : 0;

/** Runs these files, says on the way how far it is, and reads how each test ended. */
function run(wanted: readonly string[]): Report {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-acceptance-'));
	const file = path.join(folder, 'report.json');
	const args = ['run', ...wanted, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
		cwd: ROOT,
		stdio: ['ignore', STDERR, 'inherit'],
	});
	const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	rmSync(folder, { recursive: true });
	if (text !== undefined) return JSON.parse(text) as Report;
	console.error('The tests did not run: npm test says why.');
	process.exit(1);
}

function print(all: readonly Line[]): void {
	for (const { id, result, tests } of all) {
		console.log(`${id.padEnd(4)} ${result}`);
		for (const test of tests) console.log(`     ${test.passed ? 'passed' : 'FAILED'}  ${test.title} (${test.file})`);
	}
}
