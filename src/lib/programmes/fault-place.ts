import { LANGUAGES, type Language } from '#lib/kernel/local-words.ts';
import type { DefinitionFault } from './faults.ts';
import { addressOfPlace, idOf, rowsAt, valueAt, type Draft, type Path, type Place } from './draft.ts';
import { nameOf, type Field, type List, type Section } from './section.ts';
import { SECTIONS } from './sections.ts';

/** A fault with where it is put right: the section, the row, and the field or list that the page marks. */
export type PlacedFault = DefinitionFault & {
	readonly section: string;
	/** The address of the row within the section; empty for the section itself. */
	readonly place: string;
	/** The name of the field on its page; empty when only the place is known. */
	readonly field: string;
};
type Spot = Pick<Place, 'path' | 'fields' | 'lists' | 'rows'>;

/** Finds where a fault is put right. */
export function placedFault(draft: Draft, fault: DefinitionFault): PlacedFault {
	const steps = fault.at.split('.');
	const section = SECTIONS.find((one) => ownerOf(one, steps)) ?? SECTIONS[0]!;
	const spot = spotOf(draft, { ...section, path: [], rows: [] }, steps);
	return { ...fault, section: section.key, place: addressOfPlace(spot.at), field: nameIn(draft, spot) };
}

function ownerOf({ fields, lists, group }: Section, steps: readonly string[]): boolean {
	const paths = [...fields, ...lists].map((one) => one.at);
	if (group && steps[0] === group.at) return true;
	return paths.some((at) => begins(steps, at.split('.')) || begins(at.split('.'), steps.slice(0, 1)));
}

const begins = (steps: readonly string[], path: readonly string[]) => path.every((step, i) => steps[i] === step);

type Found = { readonly at: Spot; readonly rest: readonly string[]; readonly field?: Field; readonly list?: List };

function spotOf(draft: Draft, at: Spot, steps: readonly string[]): Found {
	const list = at.lists.find((one) => begins(steps, one.at.split('.')));
	const row = list && rowOf(draft, { at, list, steps });
	if (row) return spotOf(draft, row, steps.slice(list.at.split('.').length + 1));
	if (list) return { at, list, rest: [] };
	const field = at.fields.find((one) => one.at === '' || begins(steps, one.at.split('.')));
	return { at, field, rest: field ? steps.slice(field.at === '' ? 0 : field.at.split('.').length) : [] };
}

function rowOf(
	draft: Draft,
	{ at, list, steps }: { at: Spot; list: List; steps: readonly string[] },
): Spot | undefined {
	const listPath: Path = [...at.path, ...list.at.split('.')];
	const index = Number(steps[list.at.split('.').length] ?? NaN);
	const row = rowsAt(draft, listPath)[index];
	if (row === undefined) return undefined;
	const path = [...listPath, index];
	return {
		path,
		fields: list.fields,
		lists: list.lists ?? [],
		rows: [...at.rows, { list, id: idOf(list, row, index), path }],
	};
}

function nameIn(draft: Draft, { field, list, rest }: Found): string {
	if (list) return nameOf(list);
	if (!field) return '';
	if (field.kind !== 'words') return fieldName(field);
	const said = LANGUAGES.find((code) => code === rest[0]);
	return fieldName(field, said ?? (valueAt(draft, ['language']) as Language));
}

/** The name of a field on its page; words have one in each language. */
export function fieldName({ at }: Pick<Field, 'at'>, language?: Language): string {
	return [at === '' ? 'words' : at.replaceAll('.', '-'), ...(language ? [language] : [])].join('-');
}
