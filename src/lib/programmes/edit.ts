import { LANGUAGES, type LocalWords } from '#lib/kernel/local-words.ts';
import { isTicked, type Field, type List } from './section.ts';
import {
	blankRow,
	keyFrom,
	pathOf,
	rowsAt,
	takenKeys,
	valueAt,
	withRows,
	withValue,
	wordsOfRow,
	type Draft,
	type Path,
	type Place,
} from './draft.ts';

/** What was typed into the fields of a place, by their paths. A field that is not there stays as it is. */
export type Typed = Readonly<Record<string, unknown>>;

/** What stands in the fields of a place: what somebody saw who changes them. */
export function fieldsSeen(draft: Draft, place: Place): Typed {
	const { group } = place.section;
	const has = group && place.rows.length === 0 ? { group: hasGroup(draft, place) } : {};
	return {
		...Object.fromEntries(place.fields.map((field) => [field.at, valueAt(draft, pathOf(place, field)) ?? null])),
		...has,
	};
}

/** Whether what a section is about is there. */
export function hasGroup(draft: Draft, { section }: Pick<Place, 'section'>): boolean {
	return !section.group || (valueAt(draft, [section.group.at]) ?? null) !== null;
}

/** The draft with the fields of a place changed. `group` says whether what the section is about is there at all. */
export function withFields(draft: Draft, place: Place, typed: Typed): Draft {
	const { group } = place.section;
	if (!group || place.rows.length > 0) return filled(draft, place, typed);
	if (typed.group !== true) return withValue(draft, [group.at], group.empty === 'null' ? null : undefined) as Draft;
	const begun = hasGroup(draft, place) ? draft : (withValue(draft, [group.at], group.blank) as Draft);
	return filled(begun, place, typed);
}

function filled(draft: Draft, place: Place, typed: Typed): Draft {
	return place.fields.reduce<Draft>(
		(so, field) =>
			field.at in typed ? (withValue(so, pathOf(place, field), settled(field, typed[field.at])) as Draft) : so,
		draft,
	);
}

/** A value as a definition holds it: nothing said is left out, or is null, as the field has it. */
function settled(field: Field, value: unknown): unknown {
	const said = field.kind === 'words' ? saidOnly(value as LocalWords | null) : value;
	if (!('empty' in field) || !field.empty || !isNothing(field, said)) return said;
	return field.empty === 'null' ? null : undefined;
}

function isNothing(field: Field, value: unknown): boolean {
	if (field.kind === 'yes') return !isTicked(field, value);
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}

function saidOnly(words: LocalWords | null): LocalWords {
	return Object.fromEntries(LANGUAGES.filter((code) => words?.[code]).map((code) => [code, words![code]]));
}

/** A list of a place, by its name. */
export function listIn(place: Place, name: string): { list: List; path: Path } | undefined {
	const list = place.lists.find((one) => one.at.replaceAll('.', '-') === name);
	return list && { list, path: [...place.path, ...list.at.split('.')] };
}

/** The draft with a row added at the end of a list, and the row's id. `marked`: its key says so. */
export function withNewRow(
	draft: Draft,
	at: { list: List; path: Path },
	{ typed, marked = false }: { typed: Typed; marked?: boolean },
): { draft: Draft; id: string } {
	const rows = rowsAt(draft, at.path);
	const row = at.list.fields.reduce<unknown>(
		(so, field) =>
			field.at in typed ? withValue(so, field.at === '' ? [] : [field.at], settled(field, typed[field.at])) : so,
		blankRow(at.list),
	);
	if (at.list.keyless) return { draft: withRows(draft, at, [...rows, row]), id: String(rows.length) };
	const key = keyOf(draft, at, { row, marked });
	return { draft: withRows(draft, at, [...rows, { key, ...(row as object) }]), id: key };
}

function keyOf(draft: Draft, at: { list: List; path: Path }, { row, marked }: { row: unknown; marked: boolean }) {
	const words = wordsOfRow(at.list, row);
	const own = valueAt(draft, ['language']) as keyof LocalWords;
	const said = words[own] ?? LANGUAGES.map((code) => words[code]).find(Boolean) ?? '';
	const prefix = marked && at.list.mark ? `${at.list.mark} ` : '';
	return keyFrom(`${prefix}${said}`, takenKeys(draft, at));
}

/** The draft with a row added for each line, in the language the programme is written in. */
export function withLines(draft: Draft, at: { list: List; path: Path }, lines: readonly string[]): Draft {
	const own = valueAt(draft, ['language']) as string;
	const first = at.list.fields[0]!;
	return lines.reduce((so, line) => withNewRow(so, at, { typed: { [first.at]: { [own]: line } } }).draft, draft);
}
