// Exceptions to the rules: none is silent, and none outlives what it was made for.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SILENCED = /(?:oxlint|eslint)-disable|@ts-(?:ignore|nocheck|expect-error)|prettier-ignore|\bas any\b/;
// The one place that names them.
const SPEAKS_OF_THEM = 'scripts/checks/exceptions.ts';

type Override = { readonly files: readonly string[]; readonly excludeFiles?: readonly string[] };

/** What is wrong with the exceptions, in sentences; empty when all is well. */
export function exceptionFaults(root: string): readonly string[] {
	return [...silenced(root), ...staleOverrides(root), ...stalePaths(root)];
}

function silenced(root: string): string[] {
	const files = globSync('{src,scripts,programmes,journeys,bench}/**/*.{ts,svelte,mjs}', { cwd: root });
	return files
		.filter((file) => file !== SPEAKS_OF_THEM)
		.flatMap((file) => {
			const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
			return lines.flatMap((line, i) => (SILENCED.test(line) ? [`${file}:${i + 1} silences a check.`] : []));
		});
}

function staleOverrides(root: string): string[] {
	const { overrides } = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as {
		overrides: Override[];
	};
	return overrides
		.flatMap((one) => [...one.files, ...(one.excludeFiles ?? [])])
		.filter((pattern) => globSync(pattern, { cwd: root, exclude: ['node_modules/**'] }).length === 0)
		.map((pattern) => `.oxlintrc.json makes an exception for ${pattern}, which is not there.`);
}

function stalePaths(root: string): string[] {
	const lines = readFileSync(path.join(root, '.prettierignore'), 'utf8').split('\n');
	const made = ['node_modules', 'build', '.svelte-kit', '.data', '.keys'];
	return lines
		.filter((line) => line !== '' && !made.includes(line))
		.filter(
			(line) =>
				globSync(line.includes('*') ? `**/${line}` : line, { cwd: root, exclude: ['node_modules/**'] }).length === 0,
		)
		.map((line) => `.prettierignore makes an exception for ${line}, which is not there.`);
}
