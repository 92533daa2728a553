import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { isMessageKey } from '#lib/platform/words.server.ts';
import { TEMPLATES } from '../../../programmes/templates.ts';
import { blankDefinition, copyOf } from './blank-definition.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { DEFINITION, readDefinition } from './definition.ts';
import { difference } from './difference.ts';
import { addressOfPlace, keyFrom, missingLanguages, movedRow, placeAt, rowsAt, valueAt, type Draft } from './draft.ts';
import { fieldsSeen, listIn, withFields, withLines, withNewRow } from './edit.ts';
import { placedFault } from './fault-place.ts';
import { choicesOf, kebab, labelOf, nameOf, type Field, type List } from './section.ts';
import { NOT_EDITED, SECTIONS } from './sections.ts';

const small = smallDefinition();
const draft = small as unknown as Draft;
const words = (text: string) => ({ sl: text, cs: text, en: text });
const listAt = (name: string, section: string, address?: string) => listIn(placeAt(draft, section, address)!, name)!;

/** The paths of everything a schema holds, objects opened and lists not. */
function pathsOf(schema: v.GenericSchema, at = ''): readonly string[] {
	const inner = 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
	if (!('entries' in inner)) return [at];
	const entries = Object.entries(inner.entries as Record<string, v.GenericSchema>);
	const isWords = entries.every(([key]) => LANGUAGES.some((code) => code === key));
	return isWords ? [at] : entries.flatMap(([key, one]) => pathsOf(one, at === '' ? key : `${at}.${key}`));
}

describe('the description of the editor', () => {
	const everyList = (lists: readonly List[]): readonly List[] =>
		lists.flatMap((list) => [list, ...everyList(list.lists ?? [])]);
	const lists = everyList(SECTIONS.flatMap((section) => section.lists));
	const fields: readonly [Field, List?][] = [
		...SECTIONS.flatMap((section) => section.fields.map((field): [Field] => [field])),
		...lists.flatMap((list) => list.fields.map((field): [Field, List] => [field, list])),
	];

	test('has every field of a definition in one section, and says why the few others are not edited [A1]', () => {
		const edited = SECTIONS.flatMap((section) => [...section.fields, ...section.lists].map((one) => one.at));
		const all = pathsOf(DEFINITION);
		expect(all.length).toBeGreaterThan(50);
		expect([...edited, ...Object.keys(NOT_EDITED)].toSorted()).toEqual([...all].toSorted());
	});

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

	test('finds its way by address to a section, a row, and a row within a row, and back', () => {
		for (const [section, address] of [
			['guide', ''],
			['guide', 'guide-parts.beginning'],
			['guide', 'guide-parts.beginning.prompts.why'],
			['ways-in', 'waysIn._new'],
		] as const)
			expect(addressOfPlace(placeAt(draft, section, address)!)).toBe(address);
		for (const [section, address] of [
			['nowhere', ''],
			['guide', 'guide-parts'],
			['guide', 'guide-parts.nothing'],
			['guide', 'reasons.grief'],
			['guide', 'guide-parts._new.prompts._new'],
		] as const)
			expect(placeAt(draft, section, address)).toBeUndefined();
	});
});

describe('what an editor changes', () => {
	test('keys are made from the text, are no other row’s, and stay when the text changes', () => {
		const at = listAt('reasons', 'for-whom');
		const first = withNewRow(draft, at, { typed: { text: { sl: 'Ločitev, žalovanje' } } });
		expect(first.id).toBe('locitev-zalovanje');
		const second = withNewRow(first.draft, at, { typed: { text: { sl: 'Ločitev – žalovanje' } } });
		expect(second.id).toBe('locitev-zalovanje-2');
		const place = placeAt(second.draft, 'for-whom', `reasons.${first.id}`)!;
		const renamed = withFields(second.draft, place, { text: { sl: 'Razhod', cs: '', en: '' } });
		expect(rowsAt(renamed, ['reasons']).slice(-2)).toEqual([
			{ key: 'locitev-zalovanje', text: { sl: 'Razhod' } },
			{ key: 'locitev-zalovanje-2', text: { sl: 'Ločitev – žalovanje' } },
		]);
		expect(keyFrom('心', new Set())).toBe('row');
		expect(keyFrom('x'.repeat(80), new Set())).toHaveLength(50);
	});

	test('a prompt’s key is no other prompt’s of the whole guide, and says when it is the person’s own view', () => {
		const at = listAt('prompts', 'guide', 'guide-parts.ways');
		const typed = { label: { sl: 'Why' } };
		expect(withNewRow(draft, at, { typed }).id).toBe('why-2');
		expect(withNewRow(draft, at, { typed, marked: true }).id).toBe('own-view-why');
	});

	test('a text that is emptied is left out, or null, as the definition wants it', () => {
		const none = { sl: '', cs: '', en: '' };
		const place = placeAt(draft, 'title')!;
		expect(valueAt(withFields(draft, place, { motto: { ...none, sl: 'Skupaj' } }), ['motto'])).toEqual({
			sl: 'Skupaj',
		});
		expect(valueAt(withFields(draft, place, { motto: none }), ['motto'])).toBeNull();
		const row = placeAt(draft, 'for-whom', 'reasons.grief')!;
		expect(valueAt(withFields(draft, row, { hint: none }), row.path)).toEqual(small.reasons[0]);
	});

	test('what a section is about comes and goes as a whole', () => {
		const place = placeAt(draft, 'retention')!;
		expect(fieldsSeen(draft, place).group).toBe(false);
		const kept = withFields(draft, place, { group: true, 'retention.caseMonths': 24 });
		expect(valueAt(kept, ['retention', 'caseMonths'])).toBe(24);
		expect(withFields(kept, place, { group: false })).not.toHaveProperty('retention');
		expect(withFields(draft, placeAt(draft, 'funding')!, { group: false })).toHaveProperty('funding', null);
	});

	test('lines become rows in the language of the programme, and rows move as far as there is room', () => {
		const more = withLines(draft, listAt('values', 'title'), ['Prva', 'Druga']);
		expect(valueAt(more, ['values'])).toEqual([{ sl: 'Prva' }, { sl: 'Druga' }]);
		expect(movedRow(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c']);
		expect(movedRow(['a', 'b', 'c'], 2, 'down')).toEqual(['a', 'b', 'c']);
		expect(missingLanguages([valueAt(more, ['values'])])).toEqual({ sl: 0, cs: 2, en: 2 });
	});

	test('every template and every copy of one can be opened in the editor without a change', () => {
		for (const template of TEMPLATES) {
			const copy = copyOf(template, { key: 'copy', title: 'Kopija', language: 'sl' });
			expect(readDefinition(copy), template.key).toHaveProperty('definition.key', 'copy');
			const again = SECTIONS.reduce<Draft>((so, { key }) => {
				const place = placeAt(so, key)!;
				return withFields(so, place, fieldsSeen(so, place));
			}, copy);
			expect(difference(copy, again), template.key).toEqual([]);
		}
	});
});

describe('a fault', () => {
	test.each([
		['title', 'words-missing', 'title', '', 'title-sl'],
		['title.cs', 'text-too-long', 'title', '', 'title-cs'],
		['plan.listed', 'goals-list-empty', 'plan', '', 'plan-listed'],
		['waysIn', 'choose-at-least-one', 'ways-in', '', 'waysIn'],
		['waysIn.3.applications', 'application-list-missing', 'ways-in', 'waysIn.aid-application', 'applications'],
		['guide.parts.0.prompts.1.list', 'prompt-list-empty', 'guide', 'guide-parts.beginning.prompts.why', 'list'],
		['guide.prompts', 'key-twice', 'guide', '', ''],
		['sites.0.hours.en', 'text-too-long', 'places', 'sites.celje', 'hours-en'],
		['forWhom.0', 'own-language-missing', 'for-whom', 'forWhom.0', 'words-sl'],
		['funding.year', 'number-not-whole', 'funding', '', 'funding-year'],
	] as const)('at %s is put right at its field', (...[at, fault, section, place, field]) => {
		expect(placedFault(draft, { at, fault })).toEqual({ at, fault, section, place, field });
	});

	test('each one of a programme begun from scratch leads to a place there is [A1]', () => {
		const blank = blankDefinition({ key: 'new', title: 'Novo', language: 'sl' });
		const read = readDefinition(blank);
		const faults = 'faults' in read ? read.faults.map((one) => placedFault(blank, one)) : [];
		expect(faults.map((one) => `${one.section} ${one.field}`)).toEqual([
			'title summary-sl',
			'ways-in waysIn',
			'who team-text-sl',
			'guide guide-title-sl',
			'guide guide-parts',
			'plan plan-title-sl',
			'conditions agreement-title-sl',
			'meetings duration-text-sl',
		]);
		expect(faults.every((one) => placeAt(blank, one.section, one.place))).toBe(true);
	});
});

describe('the difference', () => {
	test('names what was added, removed, changed and moved, section by section [A1]', () => {
		const [grief, debts, other] = small.reasons;
		const after = smallDefinition({
			title: words('Drugače'),
			reasons: [debts!, { ...other!, hint: words('Kaj drugega') }, { key: 'new', text: words('Novo') }],
			meetings: { limit: 12, counting: ['meeting'] },
			guide: { ...small.guide, parts: small.guide.parts.toReversed() },
		});
		const said = difference(small, after).map(({ section, changes }) => [
			section,
			...changes.map((one) =>
				one.kind === 'field' ? `${one.field.at} ${JSON.stringify(one.after)}` : `${one.kind} ${nameOf(one.list)}`,
			),
		]);
		expect(said).toEqual([
			['title', `title ${JSON.stringify(words('Drugače'))}`],
			['for-whom', 'removed reasons', 'added reasons', 'changed reasons'],
			['meetings', 'meetings.limit 12'],
			['guide', 'order guide-parts'],
		]);
		expect(difference(small, { ...small, reasons: [debts, grief, other] })).toEqual([
			{ section: 'for-whom', changes: [{ kind: 'order', list: expect.anything() }] },
		]);
	});

	test('is none between the same words in another order of their keys', () => {
		const shuffled = Object.fromEntries(Object.entries(small).toReversed());
		expect(difference(small, shuffled)).toEqual([]);
	});

	test.each(TEMPLATES.map((one) => [one.key, one] as const))(
		'is none between %s and itself as the database gives it back: its keys and languages in another order',
		(_key, template) => {
			const turned: unknown = JSON.parse(JSON.stringify(template), (_name, inner: unknown) =>
				typeof inner === 'object' && inner !== null && !Array.isArray(inner)
					? Object.fromEntries(Object.entries(inner).toReversed())
					: inner,
			);
			expect(difference(template, turned as object)).toEqual([]);
		},
	);
});
