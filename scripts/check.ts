// npm run check: everything that can be seen without running the product. Each check says what it found, and all of them run.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { componentFaults } from './checks/components.ts';
import { exceptionFaults } from './checks/exceptions.ts';
import { routeFaults } from './checks/listed-routes.ts';
import { cataloguesIn, messageFaults } from './checks/messages.ts';

const ROOT = path.dirname(import.meta.dirname);
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const files = (...patterns: string[]) => patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();

/** What a check found, in sentences; empty when all is well. */
type Check = () => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
	formatting: tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
	'size and habits': tool('oxlint/bin/oxlint', ['--format', 'unix', '--quiet']),
	// The sheet of the design is a sample: its words are invented, and only engineers read it.
	components: () =>
		files('src/**/*.svelte')
			.filter((file) => !file.startsWith('src/routes/design/'))
			.flatMap((file) => componentFaults(file, text(file))),
	floors: tool(
		'dependency-cruiser/bin/dependency-cruiser.mjs',
		'--config floors.cjs --output-type err src scripts programmes journeys'.split(' '),
	),
	routes: () => routeFaults(path.join(ROOT, 'src/routes')),
	messages: () =>
		messageFaults(
			cataloguesIn(path.join(ROOT, 'messages')),
			files('src/**/*.{ts,svelte}', 'scripts/**/*.ts').map((file) => text(file)),
		),
	exceptions: () => exceptionFaults(ROOT),
	types: tool('svelte-check/bin/svelte-check', ['--output', 'machine', '--fail-on-warnings']),
	'schema.sql': program('scripts/schema.ts', ['--check']),
};

const wanted = process.argv.slice(2);
for (const [name, check] of Object.entries(CHECKS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const began = performance.now();
	const faults = check();
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	console.log(`  ${faults.length === 0 ? 'well  ' : 'FAULTS'}  ${name} (${seconds} s)`);
	for (const fault of faults) console.log(fault.replace(/^/gm, '          '));
	if (faults.length > 0) process.exitCode = 1;
}

function tool(file: string, args: readonly string[]): Check {
	return program(path.join('node_modules', file), args);
}

function program(file: string, args: readonly string[]): Check {
	return () => {
		const done = spawnSync(process.execPath, [file, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64_000_000 });
		return done.status === 0 ? [] : [`${done.stdout}${done.stderr}`.trim()];
	};
}
