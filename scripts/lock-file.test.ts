import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = {
	readonly integrity?: string;
	readonly os?: string | readonly string[];
	readonly optional?: boolean;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, Locked>>;

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
	readonly packages: Packages;
};

/** What packages ask for and the lock file does not have, where Node would look for it: then `npm ci` refuses it. */
function notLocked(all: Packages): readonly string[] {
	return Object.entries(all).flatMap(([at, one]) =>
		Object.keys({ ...one.dependencies, ...one.optionalDependencies }).filter(
			(name) => !foldersAbove(at).some((folder) => `${folder}node_modules/${name}` in all),
		),
	);
}

function foldersAbove(at: string): readonly string[] {
	const steps = at === '' ? [] : at.split(/(?<=\/)(?=node_modules\/)/);
	return [
		'',
		...steps.map(
			(_, i) =>
				`${steps
					.slice(0, i + 1)
					.join('')
					.replace(/\/$/, '')}/`,
		),
	];
}

/** What is installed without a hash to hold it to. */
const withoutHash = (all: Packages) => Object.keys(all).filter((at) => at !== '' && !all[at]!.integrity);

test('the lock file has every package that another asks for, those for other machines too: `npm ci` takes it', () => {
	expect(Object.keys(packages).length).toBeGreaterThan(250);
	expect(notLocked(packages)).toEqual([]);
	const { 'node_modules/@oxlint/binding-win32-x64-msvc': _left, ...others } = packages;
	expect(notLocked(others)).toEqual(['@oxlint/binding-win32-x64-msvc']);
});

test('nothing is without a hash but what the registry did not offer: the typesetter and the linter for other machines', () => {
	const open = withoutHash(packages);
	expect(open.filter((at) => !/\/(typst-ts-node-compiler|@oxlint\/binding)-/.test(at))).toEqual([]);
	expect(open.every((at) => packages[at]!.optional && packages[at]!.os)).toBe(true);
	expect(open.filter((at) => at.endsWith('linux-x64-gnu'))).toEqual([]);
	expect(withoutHash({ ...packages, 'node_modules/kysely': {} })).toContain('node_modules/kysely');
});
