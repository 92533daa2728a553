// npm run check: everything that can be seen without running the product. Each check says what it found, and all of them run.
import { execFile } from 'node:child_process';
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

type Faults = readonly string[];
/** What a check found, in sentences; empty when all is well. */
type Check = () => Faults | Promise<Faults>;

const CHECKS: Readonly<Record<string, Check>> = {
	types: tool('svelte-check/bin/svelte-check', ['--output', 'machine', '--fail-on-warnings']),
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
	'schema.sql': program('scripts/schema.ts', ['--check']),
};

const wanted = process.argv.slice(2);
const waiting = Object.entries(CHECKS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
// Two at a time: the longest checks are programs of their own, and a machine has two cores.
await Promise.all([checkInTurn(), checkInTurn()]);

async function checkInTurn(): Promise<void> {
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		const [name, check] = next;
		const began = performance.now();
		const faults = await check();
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		console.log(`  ${faults.length === 0 ? 'well  ' : 'FAULTS'}  ${name} (${seconds} s)`);
		for (const fault of faults) console.log(fault.replace(/^/gm, '          '));
		if (faults.length > 0) process.exitCode = 1;
	}
}

function tool(file: string, args: readonly string[]): Check {
	return program(path.join('node_modules', file), args);
}

function program(file: string, args: readonly string[]): Check {
	return () =>
		new Promise((resolve) => {
			const whereAndHow = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64_000_000 } as const;
			execFile(process.execPath, [file, ...args], whereAndHow, (failure, stdout, stderr) =>
				resolve(failure ? [`${stdout}${stderr}`.trim() || failure.message] : []),
			);
		});
}
