import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A test that was run. */
export type Ended = { readonly title: string; readonly passed: boolean; readonly file: string };
export type Line = {
	readonly id: string;
	readonly result: 'proven' | 'failed' | 'not proven' | 'out of scope';
	readonly tests: readonly Ended[];
};
/** What must work, and what of it is not built for now. */
export type Requirements = { readonly ids: readonly string[]; readonly outOfScope: readonly string[] };

const TEST_FILES = '{src,programmes,scripts,bench,journeys}/**/*.test.ts';
/** Their titles are examples of titles. */
const NOT_THESE = 'scripts/acceptance/';
/** Ids where a title ends: `[B4, B5]'`. */
const AT_AN_END = /\[([A-Z]\d+(?:, [A-Z]\d+)*)\]['"`]/g;

/** Reads docs/requirements.md: a row of its table for each requirement, `- B9, B10: why` for those out of scope. */
export function requirementsIn(text: string): Requirements {
	return {
		ids: [...text.matchAll(/^\| ([A-Z]\d+) \|/gm)].map((match) => match[1]!),
		outOfScope: [...text.matchAll(/^- ([A-Z]\d+(?:, [A-Z]\d+)*): /gm)].flatMap((match) => match[1]!.split(', ')),
	};
}

/** The ids that the title of a test carries: `[B4]`, `[B4, B5]`. */
export function idsOf(title: string): readonly string[] {
	return [...title.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap((match) => match[1]!.split(', '));
}

/** The files whose tests carry ids, with those ids. */
export function carriersIn(root: string): ReadonlyMap<string, readonly string[]> {
	const files = globSync(TEST_FILES, { cwd: root }).filter((file) => !file.startsWith(NOT_THESE));
	const carried = files.toSorted().map((file) => {
		const ends = readFileSync(path.join(root, file), 'utf8').matchAll(AT_AN_END);
		return [file, [...ends].flatMap((match) => match[1]!.split(', '))] as const;
	});
	return new Map(carried.filter(([, ids]) => ids.length > 0));
}

/** What is wrong with the ids that titles carry: a line nothing proves, one that is not there, one said to be out of scope. */
export function faultsOf({ ids, outOfScope }: Requirements, carried: readonly string[]): readonly string[] {
	const known = new Set(ids);
	const said = new Set(carried);
	return [
		...ids.filter((id) => !said.has(id) && !outOfScope.includes(id)).map((id) => `${id} is proven by no test`),
		...[...said].filter((id) => !known.has(id)).map((id) => `${id} is no requirement`),
		...outOfScope.filter((id) => !known.has(id)).map((id) => `${id} is out of scope and no requirement`),
		...outOfScope.filter((id) => said.has(id)).map((id) => `${id} is out of scope and carried by a test`),
	];
}

/** How each requirement stands: proven when a test carries its id and all that do have passed. */
export function acceptanceOf({ ids, outOfScope }: Requirements, ended: readonly Ended[]): readonly Line[] {
	return ids.map((id) => {
		const tests = ended.filter((one) => idsOf(one.title).includes(id));
		if (tests.some((one) => !one.passed)) return { id, result: 'failed', tests };
		if (tests.length > 0) return { id, result: 'proven', tests };
		return { id, result: outOfScope.includes(id) ? 'out of scope' : 'not proven', tests };
	});
}
