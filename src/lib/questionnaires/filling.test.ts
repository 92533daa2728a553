import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFilling, answers, theInstrument } from './instrument.fixtures.ts';
import { answerAt, bringUpToDate, firstOpen, progressOf, questionAt, skipAt } from './filling.ts';

const instrument = theInstrument();
const form = instrument.forms.self;
const good = (result: ReturnType<typeof answerAt>) => {
	if (!result.ok) throw new Error(result.problem);
	return result.value;
};

describe('filling in', () => {
	test('goes question by question to the end, by answering or by skipping', () => {
		let filling = aFilling(instrument);
		const places: number[] = [];
		for (let place = firstOpen(form, filling); place !== undefined; place = firstOpen(form, filling)) {
			places.push(place);
			const question = questionAt(form, place)!;
			filling =
				place % 3 === 0
					? skipAt(form, filling, place)
					: good(answerAt(form, filling, { place, codes: [question.options[0]!.code] }));
		}
		expect(places).toEqual(form.questions.map((_, i) => i + 1));
		expect(progressOf(form, filling).filter((state) => state === 'skipped')).toHaveLength(
			Math.floor(places.length / 3),
		);
		expect(Object.keys(filling.answers)).toHaveLength(places.length - Math.floor(places.length / 3));
	});

	test('one can go back and answer otherwise, answer what was skipped, and take an answer back', () => {
		const first = good(answerAt(form, aFilling(instrument), { place: 1, codes: ['18-29'] }));
		const other = good(answerAt(form, first, { place: 1, codes: ['30-64'] }));
		expect(other.answers['age']).toEqual(['30-64']);
		const skipped = skipAt(form, other, 1);
		expect(skipped.answers['age']).toBeUndefined();
		expect([progressOf(form, skipped)[0], firstOpen(form, skipped)]).toEqual(['skipped', 2]);
		const again = good(answerAt(form, skipped, { place: 1, codes: ['65-plus'] }));
		expect([progressOf(form, again)[0], again.skipped]).toEqual(['done', []]);
	});

	test('takes one answer where one is asked for, several where several are, and none that is not offered', () => {
		const filling = aFilling(instrument);
		const refused = (place: number, codes: readonly string[]) => !answerAt(form, filling, { place, codes }).ok;
		expect(refused(1, [])).toBe(true);
		expect(refused(1, ['under-18', '18-29'])).toBe(true);
		expect(refused(1, ['120'])).toBe(true);
		expect(refused(1, ['__proto__'])).toBe(true);
		expect(refused(5, ['unknown'])).toBe(true);
		expect(good(answerAt(form, filling, { place: 3, codes: ['loss', 'money', 'loss'] })).answers['events']).toEqual([
			'loss',
			'money',
		]);
	});

	test('there is no question before the first, after the last, or between two', () => {
		for (const place of [0, -1, 27, 1.5, Number.NaN, Infinity]) {
			expect(questionAt(form, place)).toBeUndefined();
			expect(answerAt(form, aFilling(instrument), { place, codes: ['no'] }).ok).toBe(false);
			expect(skipAt(form, aFilling(instrument), place)).toEqual(aFilling(instrument));
		}
	});
});

describe('answers that were given to another version', () => {
	test('keep what is still asked and offered, lose the rest, and the change is told', () => {
		const old = {
			...aFilling(instrument, {
				...answers(instrument),
				sleep: ['hourly'],
				weather: ['fine'],
				age: ['18-29', '30-64'],
			}),
			version: '0.9.0',
			skipped: ['moon', 'joy'],
		};
		const { filling, changed } = bringUpToDate(instrument, old);
		expect(changed).toBe(true);
		expect(filling.version).toBe(form.version);
		expect(filling.answers['sleep']).toBeUndefined();
		expect(filling.answers['weather']).toBeUndefined();
		expect(filling.answers['age']).toEqual(['18-29']);
		expect(filling.answers['worry']).toEqual(['hardly-ever']);
		expect(filling.skipped).toEqual(['joy']);
	});

	test('of the same version nothing is changed', () => {
		const filling = aFilling(instrument, answers(instrument));
		expect(bringUpToDate(instrument, filling)).toEqual({ filling, changed: false });
	});

	test('whatever stands there, only what the questionnaire offers is left', () => {
		const anything = fc.dictionary(
			fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', ...form.questions.map((one) => one.id))),
			fc.array(fc.oneof(fc.string(), fc.constantFrom('no', 'hardly-ever', 'constructor')), { maxLength: 4 }),
		);
		fc.assert(
			fc.property(anything, (given) => {
				const { filling } = bringUpToDate(instrument, aFilling(instrument, given));
				const strange = Object.entries(filling.answers).filter(([id, codes]) => {
					const question = form.questions.find((one) => one.id === id);
					return (
						!question || codes.length === 0 || codes.some((code) => !question.options.some((one) => one.code === code))
					);
				});
				expect(strange).toEqual([]);
			}),
		);
	});
});
