import { foldedWords } from '#lib/kernel/folding.ts';
import { LANGUAGES, type Language, type LocalWords } from '#lib/kernel/local-words.ts';
import type { Definition } from './definition.ts';
import { nameOf, type Field, type List, type Section } from './section.ts';
import { SECTIONS } from './sections.ts';

/** A definition that may still be incomplete: what a draft holds. Changed only through this file, never in place. */
export type Draft = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** The id a row has in an address before it is there; no key looks like it. */
export const NEW_ROW = '_new';

/** Where somebody is in a draft: in a section, or in a row of one of its lists, or of a list of that row. */
export type Place = {
	readonly section: Section;
	/** The path of the section's data (nothing) or of the row. */
	readonly path: Path;
	readonly fields: readonly Field[];
	readonly lists: readonly List[];
	/** The rows one came through, outermost first; the last is the row itself. */
	readonly rows: readonly { readonly list: List; readonly id: string; readonly path: Path }[];
};

/** Finds a place by its address: a section, and alternately the names of lists and the ids of rows. */
export function placeAt(draft: Draft, sectionKey: string, address = ''): Place | undefined {
	const section = SECTIONS.find((one) => one.key === sectionKey);
	if (!section) return undefined;
	const steps = address === '' ? [] : address.split('.');
	if (steps.length % 2 === 1) return undefined;
	let place: Place | undefined = { section, path: [], fields: section.fields, lists: section.lists, rows: [] };
	for (let i = 0; place && i < steps.length; i += 2) place = rowIn(draft, place, [steps[i]!, steps[i + 1]!]);
	return place;
}

function rowIn(draft: Draft, place: Place, [listName, id]: readonly [string, string]): Place | undefined {
	const list = place.lists.find((one) => nameOf(one) === listName);
	if (!list || place.rows.at(-1)?.id === NEW_ROW) return undefined;
	const listPath = [...place.path, ...list.at.split('.')];
	const rows = rowsAt(draft, listPath);
	const index = id === NEW_ROW ? rows.length : rows.findIndex((row, i) => idOf(list, row, i) === id);
	if (index < 0) return undefined;
	const path = [...listPath, index];
	return {
		section: place.section,
		path,
		fields: list.fields,
		lists: id === NEW_ROW ? [] : (list.lists ?? []),
		rows: [...place.rows, { list, id, path }],
	};
}

/** The address of a place within its section. */
export function addressOfPlace({ rows }: Pick<Place, 'rows'>): string {
	return rows.flatMap(({ list, id }) => [nameOf(list), id]).join('.');
}

/** What tells a row apart in an address: its key, or its number where rows have none. */
export function idOf(list: List, row: unknown, index: number): string {
	const key = list.keyless ? undefined : valueAt(row as Draft, ['key']);
	return typeof key === 'string' ? key : String(index);
}

/** The rows of a list; none where there is no list yet. */
export function rowsAt(draft: Draft, path: Path): readonly unknown[] {
	const rows = valueAt(draft, path);
	return Array.isArray(rows) ? rows : [];
}

/** What stands at a path. */
export function valueAt(data: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
		data,
	);
}

/** The draft with another value at a path; undefined leaves it out. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined) return value;
	const inner = withValue(valueAt(data, [step]), rest, value);
	if (Array.isArray(data)) return data.with(Number(step), inner);
	const { [step]: _before, ...others } = (data ?? {}) as Record<string | number, unknown>;
	return inner === undefined ? others : { ...others, [step]: inner };
}

/** The path of a field in a place. */
export const pathOf = (place: Place, field: Pick<Field, 'at'>): Path =>
	field.at === '' ? place.path : [...place.path, ...field.at.split('.')];

/** The draft with these rows in a list. */
export function withRows(draft: Draft, at: { list: List; path: Path }, rows: readonly unknown[]): Draft {
	const value = rows.length === 0 && at.list.empty === 'left-out' ? undefined : rows;
	return withValue(draft, at.path, value) as Draft;
}

/** The rows with one moved a place up or down; as they are when it stands at that end. */
export function movedRow(rows: readonly unknown[], index: number, to: 'up' | 'down'): readonly unknown[] {
	const other = to === 'up' ? index - 1 : index + 1;
	if (other < 0 || other >= rows.length) return rows;
	return rows.with(index, rows[other]).with(other, rows[index]);
}

const KEY_MAX = 50;

/** A key made from a text, which no other row has: `Ločitev, 2` becomes `locitev-2`. It stays when the text is changed. */
export function keyFrom(said: string, taken: ReadonlySet<string>): string {
	const plain = foldedWords(said)
		.map((word) => word.replace(/[^a-z0-9]/g, ''))
		.filter((word) => word !== '')
		.join('-')
		.slice(0, KEY_MAX)
		.replace(/-+$/, '');
	const wanted = plain === '' ? 'row' : plain;
	if (!taken.has(wanted)) return wanted;
	for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** The keys that a new row of a list may not have: those of its rows, and of a prompt those of the whole guide, or of all phases. */
export function takenKeys(draft: Draft, at: { list: List; path: Path }): ReadonlySet<string> {
	const rows =
		at.list.at === 'prompts'
			? rowsAt(draft, at.path.slice(0, -2)).flatMap((part) => rowsAt(part as Draft, ['prompts']))
			: rowsAt(draft, at.path);
	return new Set(rows.map((row) => String(valueAt(row, ['key']))));
}

/** A new row as it begins: nothing said, the first of each choice. */
export function blankRow(list: List): unknown {
	const lists = Object.fromEntries((list.lists ?? []).filter((one) => !one.empty).map((one) => [one.at, []]));
	return list.fields.reduce<unknown>(
		(row, field) => withValue(row, field.at === '' ? [] : [field.at], blank(field)),
		lists,
	);
}

function blank(field: Field): unknown {
	if ('empty' in field && field.empty) return field.empty === 'null' ? null : undefined;
	if (field.kind === 'words') return {};
	if (field.kind === 'one') return field.options[0];
	if (field.kind === 'yes') return false;
	if (field.kind === 'many' || field.kind === 'lines') return [];
	return field.kind === 'text' ? '' : null;
}

/** The words a row is known by: its first ones. */
export function wordsOfRow(list: List, row: unknown): LocalWords {
	const first = list.fields.find((field) => field.kind === 'words');
	const said = first && valueAt(row, first.at === '' ? [] : [first.at]);
	return typeof said === 'object' && said !== null ? said : {};
}

/** In which languages something is said in a part of a draft, and elsewhere in it is not: how often each is missing. */
export function missingLanguages(data: unknown): Readonly<Record<Language, number>> {
	const missing = { sl: 0, cs: 0, en: 0 };
	countMissing(data, missing);
	return missing;
}

function countMissing(data: unknown, missing: Record<Language, number>): void {
	if (typeof data !== 'object' || data === null) return;
	const keys = Object.keys(data);
	const areWords = keys.length > 0 && keys.every((key) => LANGUAGES.some((code) => code === key));
	if (!areWords) for (const value of Object.values(data)) countMissing(value, missing);
	else for (const code of LANGUAGES) if (!(code in data)) missing[code] += 1;
}

/** The parts of a draft that belong to a section. */
export function dataOf(draft: Draft, section: Section): readonly unknown[] {
	const paths = [...section.fields, ...section.lists].map((one) => one.at.split('.'));
	return paths.map((path) => valueAt(draft, path));
}

/** A draft as the pages of a programme show it: every list and every text is there, some still empty. */
export const asShown = (draft: Draft) => draft as Definition;
