import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { carriedResult, tickable } from './carried-result.ts';
import { aFilling, answers, theInstrument } from './instrument.fixtures.ts';
import { score } from './score.ts';

const instrument = theInstrument();
const given = answers(instrument, { worry: 'nearly-daily', sleep: 'nearly-daily', thoughts: 'passing', hiding: [] });
const filling = aFilling(instrument, given);
const outcome = score(instrument, 'self', given);
const when = { language: 'sl', filledOn: '2026-11-23' as CalendarDay } as const;
const carry = (...ticked: readonly string[]) => carriedResult({ instrument, filling, outcome }, ticked, when);

describe('what goes along with a request', () => {
	test('is nothing when nothing is ticked, or only what is not there [B11]', () => {
		expect(carry()).toBeUndefined();
		expect(carry('everything', '__proto__', '')).toBeUndefined();
	});

	test('is the one scale that was ticked, in the words that were on the screen, and nothing of the rest', () => {
		expect(carry('mental')).toEqual({
			name: 'Kako sem?',
			version: instrument.scoring.version,
			variant: 'self',
			language: 'sl',
			filledOn: '2026-11-23',
			scales: [{ title: 'Duševna stiska', level: 'nekaj znakov', total: 6, max: 21 }],
			safety: [],
			answers: [],
		});
	});

	test('a scale without a level cannot go along', () => {
		expect(tickable(outcome)).toEqual(['safety', 'mental', 'relationships', 'answers']);
		expect(carry('addiction')).toBeUndefined();
	});

	test('the safety answers go along only on their own tick', () => {
		expect(carry('mental')!.safety).toEqual([]);
		const question = instrument.forms.self.questions.find((one) => one.id === 'thoughts')!;
		expect(carry('safety')).toMatchObject({
			scales: [],
			answers: [],
			safety: [{ question: question.text.sl, answer: 'Da, prišle so in spet odšle' }],
		});
		expect(tickable(score(instrument, 'self', answers(instrument)))).not.toContain('safety');
	});

	test('all answers are those that were given, with their points, and no skipped question', () => {
		const { answers: all, scales } = carry('answers')!;
		expect(scales).toEqual([]);
		expect(all).toHaveLength(instrument.forms.self.questions.length - 1);
		expect(all.find((one) => one.answer === 'Skoraj vsak dan')).toMatchObject({ points: 3 });
		expect(all[0]).toEqual({ question: 'Koliko ste stari?', answer: 'Od 30 do 64 let', points: null });
	});

	test('speaks the language of whoever sends it', () => {
		const said = carriedResult({ instrument, filling, outcome }, ['mental'], { ...when, language: 'cs' });
		expect(said).toMatchObject({
			name: 'Jak mi je?',
			language: 'cs',
			scales: [{ title: 'Psychická tíseň', level: 'několik známek' }],
		});
	});
});
