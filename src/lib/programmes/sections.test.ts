import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { isMessageKey } from '#lib/platform/words.server.ts';
import { TEMPLATES } from '../../../programmes/templates.ts';
import { DEFINITION } from './definition.ts';
import { choicesOf, kebab, labelOf, type Field, type List } from './section.ts';
import { NOT_EDITED, SECTIONS } from './sections.ts';

/** The paths of everything a schema holds, through objects and the rows of lists. */
function pathsOf(schema: v.GenericSchema, at = ''): readonly string[] {
	if ('wrapped' in schema) return pathsOf(schema.wrapped as v.GenericSchema, at);
	if ('item' in schema) return pathsOf(schema.item as v.GenericSchema, at);
	if (!('entries' in schema)) return [at];
	const entries = Object.entries(schema.entries as Record<string, v.GenericSchema>);
	return areWords(entries.map(([key]) => key)) ? [at] : entries.flatMap(([key, one]) => pathsOf(one, under(at, key)));
}

/** The paths of everything that stands in a definition. */
function pathsIn(value: unknown, at = ''): readonly string[] {
	if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, at));
	const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
	if (keys.length === 0 || areWords(keys)) return value === null || keys.length === 0 ? [] : [at];
	return Object.entries(value as object).flatMap(([key, one]) =>
		typeof one === 'object' ? pathsIn(one, under(at, key)) : [under(at, key)],
	);
}

const under = (at: string, key: string) => (at === '' ? key : `${at}.${key}`);
const areWords = (keys: readonly string[]) => keys.every((key) => LANGUAGES.some((code) => code === key));

/** Which of some paths the editor changes, in a section or in a row of a list. */
const edited: ReadonlySet<string> = new Set(
	SECTIONS.flatMap((section) => [
		...section.fields.map((one) => one.at),
		...section.lists.flatMap((one) => inRows(one)),
	]),
);
function inRows(list: List, above = ''): readonly string[] {
	const at = under(above, list.at);
	const fields = list.fields.map((one) => (one.at === '' ? at : `${at}.${one.at}`));
	return [...fields, ...(list.lists ?? []).flatMap((one) => inRows(one, at))];
}

/** The paths that are neither changed by the editor nor said to be fixed. */
const forgotten = (paths: readonly string[]) =>
	[...new Set(paths)].filter(
		(at) => !edited.has(at) && !(at in NOT_EDITED) && !(at.endsWith('.key') && '*.key' in NOT_EDITED),
	);

describe('the description of the editor', () => {
	const everyList = (lists: readonly List[]): readonly List[] =>
		lists.flatMap((list) => [list, ...everyList(list.lists ?? [])]);
	const lists = everyList(SECTIONS.flatMap((section) => section.lists));
	const fields: readonly [Field, List?][] = [
		...SECTIONS.flatMap((section) => section.fields.map((field): [Field] => [field])),
		...lists.flatMap((list) => list.fields.map((field): [Field, List] => [field, list])),
	];

	test('has every field of a definition, down to the rows of its lists, and says why the few others are not edited [A1]', () => {
		const all = pathsOf(DEFINITION);
		expect(all.length).toBeGreaterThan(150);
		expect(forgotten(all)).toEqual([]);
		// Nothing is edited, or said to be fixed, that no definition has.
		const fixed = Object.keys(NOT_EDITED).filter((at) => at !== '*.key');
		expect([...edited, ...fixed].filter((at) => !all.includes(at))).toEqual([]);
		expect([...edited].filter((at) => at in NOT_EDITED)).toEqual([]);
	});

	test('a field is missed that a definition, a row or a row within a row has and the editor does not [A1]', () => {
		const colour = v.optional(v.string());
		const { guide, sites } = DEFINITION.entries;
		const prompt = v.strictObject({ ...guide.entries.parts.item.entries.prompts.item.entries, colour });
		const parts = v.array(v.strictObject({ ...guide.entries.parts.item.entries, prompts: v.array(prompt) }));
		for (const [at, entries] of [
			['colour', { colour }],
			['sites.colour', { sites: v.array(v.strictObject({ ...sites.item.entries, colour })) }],
			['guide.parts.prompts.colour', { guide: v.strictObject({ ...guide.entries, parts }) }],
		] as const)
			expect(forgotten(pathsOf(v.strictObject({ ...DEFINITION.entries, ...entries })))).toEqual([at]);
	});

	test.each(TEMPLATES.map((one) => [one.key, one] as const))(
		'has everything that stands in %s [A1]',
		(_key, template) => {
			expect(pathsIn(template).length).toBeGreaterThan(100);
			expect(forgotten(pathsIn(template))).toEqual([]);
			expect(forgotten(pathsIn({ ...template, reasons: [{ key: 'a', colour: 'green' }] }))).toEqual(['reasons.colour']);
		},
	);

	test('has a name in every language for every section, list, field and choice [A3]', () => {
		const keys = [
			...SECTIONS.flatMap(({ key }) => [`editor.section.${key}`, `editor.section.${key}-text`]),
			...SECTIONS.flatMap(({ key, group }) => (group ? [`editor.group.${key}`] : [])),
			...lists.map((list) => `editor.list.${kebab(list.at)}`),
			...fields.map(([field, list]) => `editor.label.${labelOf(field, list)}`),
			...fields.flatMap(([field, list]) =>
				'options' in field ? field.options.map((one) => `editor.choice.${choicesOf(field, list)}.${one}`) : [],
			),
		];
		expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
	});
});
