import { choose, LANGUAGES, type LocalWords } from '#lib/kernel/local-words.ts';
import { rowsAt, valueAt, wordsOfRow, type Draft, type Path } from './draft.ts';
import type { Definition } from './definition.ts';
import type { Field, List } from './section.ts';
import { SECTIONS } from './sections.ts';

/** What differs between two definitions, as it concerns people: a field, a row that came or went, an order. */
export type Change =
	| {
			readonly kind: 'field';
			readonly field: Field;
			readonly list?: List;
			readonly before: unknown;
			readonly after: unknown;
			/** What the rows are called that it names by their keys. */
			readonly names?: { readonly before: readonly LocalWords[]; readonly after: readonly LocalWords[] };
	  }
	| { readonly kind: 'added' | 'removed'; readonly list: List; readonly words: LocalWords }
	| { readonly kind: 'changed'; readonly list: List; readonly words: LocalWords; readonly changes: readonly Change[] }
	| { readonly kind: 'order'; readonly list: List };
export type SectionChanges = { readonly section: string; readonly changes: readonly Change[] };

/** What differs, section by section; sections that are the same are left out. */
export function difference(before: object, after: object): readonly SectionChanges[] {
	const both = { before, after, whole: { before, after } };
	return SECTIONS.map(({ key, fields, lists }) => ({
		section: key,
		changes: [
			...fields.flatMap((field) => fieldChange(field, both)),
			...lists.flatMap((list) => listChanges(list, both)),
		],
	})).filter(({ changes }) => changes.length > 0);
}

type Pair = { readonly before: unknown; readonly after: unknown };
/** A part of the two definitions, and the whole of them. */
type Both = Pair & { readonly whole: Pair };

function fieldChange(field: Field, both: Both, list?: List): readonly Change[] {
	const path = field.at === '' ? [] : field.at.split('.');
	const [before, after] = [valueAt(both.before, path) ?? null, valueAt(both.after, path) ?? null];
	if (same(before, after)) return [];
	const names = namesOf(field, { before, after, whole: both.whole });
	return [{ kind: 'field', field, ...(list ? { list } : {}), before, after, ...(names ? { names } : {}) }];
}

/** What rows are called whose keys stand in a field, each in its own definition. A key that no row has says itself. */
function namesOf(field: Field, { before, after, whole }: Both) {
	if (field.kind !== 'key' && field.kind !== 'keys') return undefined;
	const called = (keys: unknown, definition: unknown) => {
		const rows = rowsAt(definition as Draft, [field.of]) as Definition[typeof field.of];
		return [keys ?? []].flat().map((key) => rows.find((row) => row.key === key)?.text ?? sameInAll(String(key)));
	};
	return { before: called(before, whole.before), after: called(after, whole.after) };
}

const sameInAll = (said: string): LocalWords => Object.fromEntries(LANGUAGES.map((code) => [code, said]));

function listChanges(list: List, both: Both): readonly Change[] {
	const path: Path = list.at.split('.');
	const [before, after] = [byId(list, both.before, path), byId(list, both.after, path)];
	const stayed = [...after.keys()].filter((id) => before.has(id));
	const order = [...before.keys()].filter((id) => after.has(id));
	return [
		...[...before].flatMap(([id, row]) => (after.has(id) ? [] : [told('removed', list, row)])),
		...[...after].flatMap(([id, row]) => (before.has(id) ? [] : [told('added', list, row)])),
		...stayed.flatMap((id) => rowChange(list, { before: before.get(id), after: after.get(id), whole: both.whole })),
		...(same(stayed, order) ? [] : [{ kind: 'order' as const, list }]),
	];
}

function told(kind: 'added' | 'removed', list: List, row: unknown): Change {
	return { kind, list, words: wordsOfRow(list, row) };
}

function rowChange(list: List, both: Both): readonly Change[] {
	const changes = [
		...list.fields.flatMap((field) => fieldChange(field, both, list)),
		...(list.lists ?? []).flatMap((inner) => listChanges(inner, both)),
	];
	return changes.length > 0 ? [{ kind: 'changed', list, words: wordsOfRow(list, both.after), changes }] : [];
}

/** Rows by what tells them apart over time: their key, or what they say. In whatever order the database gives the languages back, it is the same. */
function byId(list: List, data: unknown, path: Path): ReadonlyMap<string, unknown> {
	const idOf = (row: unknown) =>
		list.keyless ? choose(wordsOfRow(list, row), LANGUAGES[0]).text || canonical(row) : String(valueAt(row, ['key']));
	return new Map(rowsAt(data as Draft, path).map((row) => [idOf(row), row]));
}

/** Whether two values say the same, in whatever order they were written. */
export function same(one: unknown, other: unknown): boolean {
	return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
	return JSON.stringify(value ?? null, (_key, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}
