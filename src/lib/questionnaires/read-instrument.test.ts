import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILES, theInstrument } from './instrument.fixtures.ts';
import { readInstrument } from './read-instrument.ts';
import { READING, readingAddress } from './reading-links.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
type Json = Record<string, never>;

/** What is said about the files after somebody has edited one of them. */
function faultsAfter(edit: (files: { self: Json; close: Json; scoring: Json }) => void): readonly string[] {
	const files = structuredClone(FILES) as unknown as { self: Json; close: Json; scoring: Json };
	edit(files);
	const read = readInstrument(files);
	return 'faults' in read ? read.faults : [];
}
const at = (json: Json, ...steps: (string | number)[]): Json =>
	steps.reduce<Json>((found, step) => found[step as string] as unknown as Json, json);
const listAt = (json: Json, ...steps: (string | number)[]) => at(json, ...steps) as unknown as unknown[];

describe('the files of the questionnaire', () => {
	test('are FHIR Questionnaires and a scoring that are read without a fault [B11]', () => {
		expect(readInstrument(FILES)).toHaveProperty('instrument');
		for (const file of [FILES.self, FILES.close]) expect(file.resourceType).toBe('Questionnaire');
	});

	test('are all the files in their folder, so that none is left unread', () => {
		const found = readdirSync(path.join(ROOT, 'questionnaires/how-am-i'));
		expect(found.toSorted()).toEqual(['close.questionnaire.json', 'scoring.json', 'self.questionnaire.json']);
		for (const [name, json] of Object.entries({ 'close.questionnaire': FILES.close, scoring: FILES.scoring }))
			expect(JSON.parse(readFileSync(path.join(ROOT, `questionnaires/how-am-i/${name}.json`), 'utf8'))).toEqual(json);
	});

	test('ask in four modules, about three scales, in between 22 and 28 questions, in both variants [B11]', () => {
		const { forms, scoring } = theInstrument();
		for (const form of Object.values(forms)) {
			expect(form.modules.map((one) => one.id)).toEqual(['basic', 'signs', 'experience', 'environment']);
			expect(form.questions.length).toBeGreaterThanOrEqual(22);
			expect(form.questions.length).toBeLessThanOrEqual(28);
			expect(form.modules.every(({ id }) => form.questions.some((one) => one.module === id))).toBe(true);
		}
		expect(scoring.scales.map((one) => one.key)).toEqual(['mental', 'relationships', 'addiction']);
		expect(scoring.safety.map((one) => one.item)).toEqual(['thoughts', 'violence', 'child']);
	});

	test('word every scored question differently for oneself and for somebody close', () => {
		const { self, close } = theInstrument().forms;
		const ofOneself = new Map(self.questions.map((one) => [one.id, one.text]));
		const same = close.questions.filter(({ id, text }) =>
			Object.values(text).some((one) => Object.values(ofOneself.get(id)!).includes(one)),
		);
		expect(same.map((one) => one.id)).toEqual([]);
	});

	test('lead only to texts for reading that are there', () => {
		const { scoring } = theInstrument();
		const named = [...scoring.safety, ...scoring.also, ...scoring.scales.flatMap((one) => one.bands)].flatMap(
			(one) => one.reading,
		);
		expect([...new Set(named)].toSorted()).toEqual([...READING].toSorted());
		expect(named.filter((slug) => !existsSync(path.join(ROOT, `reading/${slug}.sl.md`)))).toEqual([]);
		expect(readingAddress('grief')).toBe('/reading/grief');
	});
});

describe('a file that is wrong is not read, and the sentence says where', () => {
	const cases: readonly (readonly [what: string, fault: RegExp, edit: Parameters<typeof faultsAfter>[0]])[] = [
		[
			'a language is missing',
			/self: sleep: has no words in "cs"/,
			({ self }) => listAt(self, 'item', 1, 'item', 0, '_text', 'extension').splice(0, 1),
		],
		[
			'an answer without a translation',
			/self: often\/some-days: has no words in "en"/,
			({ self }) => listAt(self, 'contained', 4, 'compose', 'include', 0, 'concept', 1, 'designation').pop(),
		],
		[
			'a question without “why we ask”',
			/close: age: does not say why it is asked/,
			({ close }) => listAt(close, 'item', 0, 'item', 0, 'item').splice(0),
		],
		[
			'a question twice',
			/self: The linkId "age" is there twice/,
			({ self }) => Object.assign(at(self, 'item', 0, 'item', 1), { linkId: 'age' }),
		],
		[
			'a list of answers that is not there',
			/self: age: there is no value set "ages"/,
			({ self }) => Object.assign(at(self, 'item', 0, 'item', 0), { answerValueSet: '#ages' }),
		],
		[
			'another kind of question',
			/self: item\.0\.item\.0\.type/,
			({ self }) => Object.assign(at(self, 'item', 0, 'item', 0), { type: 'string' }),
		],
		['no questionnaire', /self: resourceType/, ({ self }) => Object.assign(self, { resourceType: 'Patient' })],
		[
			'the variants ask different things',
			/do not ask the same questions in the same order/,
			({ close }) => listAt(close, 'item', 1, 'item').pop(),
		],
		[
			'the variants offer different answers',
			/support: its answers differ/,
			({ close }) => listAt(close, 'contained', 6, 'compose', 'include', 0, 'concept').shift(),
		],
		[
			'a version of its own',
			/close: its version is not that of the scoring/,
			({ close }) => Object.assign(close, { version: '9.9.9' }),
		],
		[
			'a gap between bands',
			/mental: its bands do not cover 0 to 21 without gaps/,
			({ scoring }) => Object.assign(at(scoring, 'scales', 0, 'bands', 1), { from: 7 }),
		],
		[
			'bands that end too early',
			/mental: its bands do not cover/,
			({ scoring }) => Object.assign(at(scoring, 'scales', 0, 'bands', 3), { to: 20 }),
		],
		[
			'bands in another order',
			/relationships: its bands are not the levels in order/,
			({ scoring }) => Object.assign(at(scoring, 'scales', 1, 'bands', 0), { level: 'many' }),
		],
		[
			'an answer without points',
			/mental: demands\/hardly-ever has no points/,
			({ scoring }) => Reflect.deleteProperty(at(scoring, 'points', 'often'), 'hardly-ever'),
		],
		[
			'half a point',
			/scoring: points\.often\.some-days: is not a whole number/,
			({ scoring }) => Object.assign(at(scoring, 'points', 'often'), { 'some-days': 0.5 }),
		],
		[
			'a scale about a question that is not there',
			/mental: there is no question "slep"/,
			({ scoring }) => listAt(scoring, 'scales', 0, 'parts', 0, 'items').push('slep'),
		],
		[
			'a safety question that is not there',
			/There is no question "thought"/,
			({ scoring }) => Object.assign(at(scoring, 'safety', 0), { item: 'thought' }),
		],
		[
			'a safety answer that is not there',
			/thoughts: there is no answer "ofen"/,
			({ scoring }) => Object.assign(at(scoring, 'safety', 0), { codes: ['ofen'] }),
		],
		['a step that is not there', /There is no step "rest"/, ({ scoring }) => listAt(scoring, 'always').push('rest')],
		[
			'a text for reading that is not there',
			/scoring: also\.1\.reading\.0: is not a text for reading/,
			({ scoring }) => Object.assign(at(scoring, 'also', 1), { reading: ['sorrow'] }),
		],
		[
			'no headline for a level',
			/There is no headline for "none"/,
			({ scoring }) => Reflect.deleteProperty(at(scoring, 'headlines'), 'none'),
		],
		[
			'a word that nobody reads',
			/scoring: .*bandz|scoring: scales\.0\.bandz/,
			({ scoring }) => Object.assign(at(scoring, 'scales', 0), { bandz: [] }),
		],
		[
			'another rule for what is missing',
			/scoring: missingRule: is not a rule this product knows/,
			({ scoring }) => Object.assign(scoring, { missingRule: 'prorated' }),
		],
	];

	test.each(cases)('%s', (_what, fault, edit) => {
		expect(faultsAfter(edit).join('\n')).toMatch(fault);
	});

	test('nothing is wrong when nothing was edited', () => {
		expect(faultsAfter(() => undefined)).toEqual([]);
	});
});
