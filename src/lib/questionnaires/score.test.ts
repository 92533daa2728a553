import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from './filling.ts';
import { answers, theInstrument } from './instrument.fixtures.ts';
import { score, type Outcome } from './score.ts';
import { STORIES } from './stories.fixtures.ts';

const instrument = theInstrument();
const LEVELS = ['few', 'some', 'many', 'very-many'];
const { questions } = instrument.forms.self;
const scaleOf = (outcome: Outcome, key: string) => outcome.scales.find((one) => one.scale.key === key)!;
const rankOf = (outcome: Outcome, key: string) => LEVELS.indexOf(scaleOf(outcome, key).band?.level ?? '');

describe('ten written stories give the results that were written with them [B11]', () => {
	test.each(STORIES)('$told', ({ variant, answers: given, expected }) => {
		const outcome = score(instrument, variant, answers(instrument, given));
		for (const key of ['mental', 'relationships', 'addiction'] as const) {
			const { total, band } = scaleOf(outcome, key);
			expect(total === null || band === null ? null : [total, band.level], key).toEqual(expected[key]);
		}
		expect(outcome.safety.map((rule) => rule.item)).toEqual(expected.safety);
		expect(outcome.steps.map((step) => step.key).slice(0, expected.firstSteps.length)).toEqual(expected.firstSteps);
		expect(outcome.reading).toEqual(expected.reading);
	});
});

// Everything in the third module: what is felt, with one safety question among it. Four answers each, or none.
const MODULE = questions.filter((one) => one.module === 'experience');
const SCALES = {
	mental: ['worry', 'joy', 'overwhelmed'],
	relationships: ['lonely', 'guarded'],
	addiction: ['coping', 'cutting-down'],
};
const CODES = MODULE.map((one) => one.options.map((option) => option.code));
const COMBINATIONS = 4 ** MODULE.length;
const digit = (combination: number, place: number) => Math.floor(combination / 4 ** place) % 4;
const answersOf = (combination: number): Answers =>
	Object.assign(
		answers(instrument),
		Object.fromEntries(MODULE.map(({ id }, place) => [id, [CODES[place]![digit(combination, place)]!]])),
	);

describe('every combination of the answers of one module [B11]', () => {
	const base = answers(instrument);
	const outcomes = Array.from({ length: COMBINATIONS }, (_, combination) => {
		const given = { ...base };
		for (const [place, { id }] of MODULE.entries()) given[id] = [CODES[place]![digit(combination, place)]!];
		const outcome = score(instrument, 'self', given);
		return {
			totals: Object.keys(SCALES).map((key) => scaleOf(outcome, key).total),
			ranks: Object.keys(SCALES).map((key) => rankOf(outcome, key)),
			safety: outcome.safety.map((rule) => rule.item).join(),
			first: outcome.steps[0]!.key,
		};
	});

	test('there are all of them', () => {
		expect(MODULE.map((one) => one.id)).toEqual([
			...SCALES.mental,
			...SCALES.relationships,
			...SCALES.addiction,
			'thoughts',
		]);
		expect(outcomes).toHaveLength(65_536);
		expect(answersOf(3)).toEqual({ ...base, worry: ['nearly-daily'] });
	});

	test('gives the total that a person adding up would give', () => {
		const wrong = outcomes.filter(({ totals }, combination) => {
			const points = (ids: readonly string[]) =>
				ids.reduce(
					(sum, id) =>
						sum +
						digit(
							combination,
							MODULE.findIndex((one) => one.id === id),
						),
					0,
				);
			return Object.values(SCALES).some((ids, scale) => totals[scale] !== points(ids));
		});
		expect(wrong).toEqual([]);
	});

	test('a heavier answer never gives a lower level', () => {
		const falls = outcomes.flatMap(({ ranks }, combination) =>
			MODULE.flatMap(({ id }, place) => {
				if (digit(combination, place) === 3) return [];
				const heavier = outcomes[combination + 4 ** place]!;
				return ranks.some((rank, scale) => heavier.ranks[scale]! < rank) ? [`${combination}: ${id}`] : [];
			}),
		);
		expect(falls).toEqual([]);
		expect(new Set(outcomes.map(({ ranks }) => ranks.join())).size).toBeGreaterThan(10);
	});

	test('an answer about not wanting to live puts help first whatever the totals, and nothing else does', () => {
		const place = MODULE.findIndex((one) => one.id === 'thoughts');
		const wrong = outcomes.filter(({ safety, first }, combination) => {
			const alarming = digit(combination, place) > 0;
			return (safety === 'thoughts') !== alarming || (first === 'safe-now') !== alarming;
		});
		expect(wrong).toEqual([]);
	});
});

describe('answers that are missing or unknown', () => {
	const someOf = fc.subarray(questions.map((one) => one.id));
	const codes = fc.tuple(...questions.map((one) => fc.constantFrom(...one.options.map((option) => option.code))));

	test('a scale of which one answer is missing has no total, no level and no partial sum; the others keep theirs [B11]', () => {
		fc.assert(
			fc.property(codes, someOf, (chosen, left) => {
				const whole = Object.fromEntries(questions.map(({ id }, place) => [id, [chosen[place]!]]));
				const partly = Object.fromEntries(Object.entries(whole).filter(([id]) => !left.includes(id)));
				const [full, outcome] = [score(instrument, 'self', whole), score(instrument, 'self', partly)];
				for (const [place, { scale, total, band, missing }] of outcome.scales.entries()) {
					const lacks = scale.parts.flatMap((part) => part.items).filter((id) => left.includes(id));
					expect(missing.map((one) => one.id)).toEqual(lacks);
					if (lacks.length > 0) expect([total, band]).toEqual([null, null]);
					else expect([total, band]).toEqual([full.scales[place]!.total, full.scales[place]!.band]);
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('“I do not know” is no answer that can be scored, and is not zero', () => {
		const known = score(instrument, 'close', answers(instrument));
		const unknown = score(instrument, 'close', answers(instrument, { sleep: 'unknown' }));
		expect(scaleOf(known, 'mental').total).toBe(0);
		expect(scaleOf(unknown, 'mental').total).toBeNull();
		expect(scaleOf(unknown, 'mental').missing.map((one) => one.id)).toEqual(['sleep']);
		expect(scaleOf(unknown, 'relationships').total).toBe(0);
	});

	test('“I do not know” to a safety question raises no alarm, and neither does skipping it', () => {
		for (const id of ['thoughts', 'violence', 'child']) {
			expect(score(instrument, 'close', answers(instrument, { [id]: 'unknown' })).safety).toEqual([]);
			expect(score(instrument, 'close', answers(instrument, { [id]: [] })).safety).toEqual([]);
		}
	});

	test('codes that the questionnaire does not have are worth nothing', () => {
		for (const code of ['99', 'constructor', '__proto__', 'toString', '']) {
			const outcome = score(instrument, 'self', { ...answers(instrument), sleep: [code], thoughts: [code] });
			expect(scaleOf(outcome, 'mental').total).toBeNull();
			expect(outcome.safety).toEqual([]);
		}
	});
});

test('the working shows each answer with its points, and the larger part of a scale decides [B11]', () => {
	const given = answers(instrument, { coping: 'rarely', 'home-addiction': 'very-often', hiding: 'repeatedly' });
	const { parts, total, max, band } = scaleOf(score(instrument, 'self', given), 'addiction');
	expect(parts.map((part) => part.rows.map((row) => [row.question.id, row.codes[0], row.points]))).toEqual([
		[
			['missed', 'never', 0],
			['coping', 'rarely', 1],
			['cutting-down', 'never', 0],
		],
		[
			['home-addiction', 'very-often', 3],
			['adapting', 'never', 0],
			['hiding', 'repeatedly', 2],
		],
	]);
	expect(parts.map((part) => part.total)).toEqual([1, 5]);
	expect([total, max, band!.level]).toEqual([5, 9, 'many']);
});
