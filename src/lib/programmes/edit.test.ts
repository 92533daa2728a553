import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../../programmes/templates.ts';
import { blankDefinition, copyOf } from './blank-definition.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { readDefinition } from './definition.ts';
import { difference } from './difference.ts';
import {
	addressOfPlace,
	idOf,
	keyFrom,
	missingLanguages,
	movedRow,
	placeAt,
	rowsAt,
	valueAt,
	type Draft,
	type Place,
} from './draft.ts';
import { fieldsSeen, listIn, withFields, withLines, withNewRow } from './edit.ts';
import { placedFault } from './fault-place.ts';
import { nameOf } from './section.ts';
import { SECTIONS } from './sections.ts';

const small = smallDefinition();
const draft = small as unknown as Draft;
const words = (text: string) => ({ sl: text, cs: text, en: text });
const listAt = (name: string, section: string, address?: string) => listIn(placeAt(draft, section, address)!, name)!;

describe('a place in a draft', () => {
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

	test('every template and every copy of one can be opened in the editor, section by section and row by row, without a change', () => {
		for (const template of TEMPLATES) {
			const copy = copyOf(template, { key: 'copy', title: 'Kopija', language: 'sl' });
			expect(readDefinition(copy), template.key).toHaveProperty('definition.key', 'copy');
			const again = SECTIONS.flatMap(({ key }) => placesUnder(copy, placeAt(copy, key)!)).reduce<Draft>(
				(so, place) => withFields(so, place, fieldsSeen(so, place)),
				copy,
			);
			expect(again, template.key).toEqual(copy);
		}
	});

	/** A place and every row within it. */
	function placesUnder(draft: Draft, place: Place): readonly Place[] {
		const rows = place.lists.flatMap((list) =>
			rowsAt(draft, [...place.path, ...list.at.split('.')]).map((row, i) =>
				[nameOf(list), idOf(list, row, i)].join('.'),
			),
		);
		const inside = (row: string) =>
			placeAt(draft, place.section.key, [addressOfPlace(place), row].filter(Boolean).join('.'));
		return [place, ...rows.flatMap((row) => placesUnder(draft, inside(row)!))];
	}

	test('how many a condition or an indication asks for, and who takes no part, stand in a definition only where they are said [A1]', () => {
		const sole = smallDefinition({ indications: [{ key: 'two', text: words('Two') }] }) as unknown as Draft;
		for (const [section, row, field, said, left] of [
			['conditions', 'conditions.expressed-wish', 'namesMin', 2, null],
			['for-whom', 'indications.two', 'membersMin', 2, null],
			['who', 'memberRoles.child', 'takesPart', false, true],
			['guide', 'guide-parts.beginning.prompts.own-view', 'step', 'mapping', null],
			['guide', 'guide-parts.beginning.prompts.own-view', 'becomes', 'agreed-task', null],
		] as const) {
			const place = placeAt(sole, section, row)!;
			const told = withFields(sole, place, { [field]: said });
			expect(valueAt(told, [...place.path, field]), field).toBe(said);
			const untold = withFields(told, place, { [field]: left });
			expect(valueAt(untold, place.path), field).not.toHaveProperty(field);
		}
	});

	test('a prompt of a phase has a key that no prompt of any phase has, whatever the guide’s are called', () => {
		const at = listAt('prompts', 'meetings', 'phases.first');
		expect(withNewRow(draft, at, { typed: { label: { sl: 'Insight' } } }).id).toBe('insight-2');
		expect(withNewRow(draft, at, { typed: { label: { sl: 'Why' } } }).id).toBe('why');
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
		['indications.0.membersMin', 'number-too-large', 'for-whom', 'indications.two', 'membersMin'],
		['conditions.0.namesMin', 'number-too-small', 'conditions', 'conditions.expressed-wish', 'namesMin'],
		['guide.parts.0.prompts.1.step', 'step-unknown', 'guide', 'guide-parts.beginning.prompts.why', 'step'],
		['guide.parts.0.prompts.1.becomes', 'becomes-nothing', 'guide', 'guide-parts.beginning.prompts.why', 'becomes'],
	] as const)('at %s is put right at its field', (...[at, fault, section, place, field]) => {
		const asked = { ...draft, indications: [{ key: 'two', text: words('Two') }] };
		expect(placedFault(asked, { at, fault })).toEqual({ at, fault, section, place, field });
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

	test('tells rows that a field names by what they are called, each in its own version [A1]', () => {
		const [part, ...parts] = small.guide.parts;
		const asking = (step: string, called: string) =>
			smallDefinition({
				course: [{ key: step, text: words(called) }],
				guide: { ...small.guide, parts: [{ ...part!, prompts: [{ ...part!.prompts[0]!, step }] }, ...parts] },
			});
		const said = difference(asking('mapping', 'Mapping'), asking('work', 'Working on it'));
		const [changed] = said.find((one) => one.section === 'guide')!.changes;
		expect(changed).toHaveProperty('changes.0.changes.0.names', {
			before: [words('Mapping')],
			after: [words('Working on it')],
		});
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
