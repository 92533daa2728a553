import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { LANGUAGES, type Language } from '#lib/kernel/local-words.ts';
import { PROBLEMS } from '#lib/kernel/problems.ts';
import { isMessageKey, languageOfBrowser, wordsIn, type MessageKey, type MessageValues } from './words.server.ts';
import sl from '../../../messages/sl.json' with { type: 'json' };
import { cataloguesIn } from '../../../scripts/checks/messages.ts';

const CATALOGUES = cataloguesIn(new URL('../../../messages', import.meta.url).pathname);
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 11, 12, 21, 22, 100, 101, 102, 103, 105, 111, 1002];
type Part = ReturnType<IntlMessageFormat['getAst']>[number];
const KINDS = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, tag: 8 };

/** The values a message needs, with every option of its choices, and this figure for every count. */
function valuesFor(parts: readonly Part[], count: number): MessageValues[] {
	return parts.reduce<MessageValues[]>(
		(all, part) => {
			const options = optionsOf(part, count);
			return all.flatMap((values) => options.map((option) => ({ ...values, ...option })));
		},
		[{}],
	);
}

function optionsOf(part: Part, count: number): MessageValues[] {
	if (!('value' in part)) return [{}];
	if (part.type === KINDS.argument) return [{ [part.value]: `besede ${count}` }];
	if (part.type === KINDS.number) return [{ [part.value]: count }];
	if (part.type === KINDS.date || part.type === KINDS.time) return [{ [part.value]: new Date(0) }];
	if (part.type !== KINDS.plural && part.type !== KINDS.select) return [{}];
	const { value: name, options } = part as { value: string; options: Record<string, { value: Part[] }> };
	const inner = Object.values(options).flatMap((option) => valuesFor(option.value, count));
	const merged = Object.assign({}, ...inner) as MessageValues;
	const own = part.type === KINDS.plural ? [count] : Object.keys(options);
	return own.map((value) => ({ ...merged, [name]: value }));
}

function everySentence(language: Language, count: number): string[] {
	const { t } = wordsIn(language);
	return Object.entries(CATALOGUES[language]!).flatMap(([key, text]) => {
		const ast = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();
		return valuesFor(ast, count).map((values) => t(key as MessageKey, values));
	});
}

describe.each(LANGUAGES)('the words in %s', (language) => {
	test.each(PROBLEMS)('say what is the matter with “%s”', (problem) => {
		expect(isMessageKey(`problem.${problem}`)).toBe(true);
		const details = { count: 2, min: 12, max: 200, limit: 12, at: 'goals', features: 'x', type: 'PDF' };
		const sentence = wordsIn(language).t(`problem.${problem}`, details);
		expect(sentence).toMatch(/^\p{Lu}.*\p{L}.*[.?!]$/u);
		expect(sentence).not.toMatch(/[{}]|undefined/);
	});

	test.each(COUNTS)('are whole sentences with the figure %i', (count) => {
		const sentences = everySentence(language, count);
		expect(sentences.length).toBeGreaterThanOrEqual(Object.keys(sl).length);
		expect(sentences.filter((sentence) => /[{}]|undefined|\[object/.test(sentence) || sentence.trim() === '')).toEqual(
			[],
		);
	});
});

test('a message without its value is an error, never half a sentence', () => {
	const counting: MessageKey = 'problem.has-open-work';
	expect(() => wordsIn('sl').t(counting)).toThrow(/count/);
});

describe('counting', () => {
	const missing = (language: Language) => (count: number) => wordsIn(language).t('condition.missing', { count });

	test('Slovenian has its dual', () => {
		expect([1, 2, 3, 4, 5, 101, 102, 104, 105].map(missing('sl'))).toEqual([
			'manjka 1',
			'manjkata 2',
			'manjkajo 3',
			'manjkajo 4',
			'manjka 5',
			'manjka 101',
			'manjkata 102',
			'manjkajo 104',
			'manjka 105',
		]);
	});

	test('Czech tells two to four from five', () => {
		const unmet = (count: number) => wordsIn('cs').t('problem.conditions-unmet', { count });
		expect([1, 2, 4, 5, 22].map((count) => /chyb.*$/.exec(unmet(count))?.[0])).toEqual([
			'chybí 1 podmínka.',
			'chybějí 2 podmínky.',
			'chybějí 4 podmínky.',
			'chybí 5 podmínek.',
			'chybí 22 podmínek.',
		]);
	});

	test('two is never said as one or as five, wherever Slovenian counts', () => {
		const alike = (a: number, b: number) =>
			Object.entries(CATALOGUES.sl!)
				.filter(([, text]) => /plural,/.test(text))
				.filter(([key, text]) => {
					const ast = new IntlMessageFormat(text, 'sl', undefined, { ignoreTag: true }).getAst();
					const say = (count: number) =>
						valuesFor(ast, count)
							.map((values) => wordsIn('sl').t(key as MessageKey, values))
							.join('|')
							.replace(/\d+/g, '#');
					return say(a) === say(b);
				})
				.map(([key]) => key);
		expect(alike(2, 5)).toEqual([]);
		expect(alike(2, 1)).toEqual([]);
	});
});

describe('days, times and figures', () => {
	const noon = new Date('2026-11-22T08:05:00Z');
	test.each([
		['sl', '22. 11. 2026', '9.05'],
		['cs', '22. 11. 2026', '9:05'],
		['en', '22/11/2026', '9:05'],
	] as const)('are written as in %s', (language, day, time) => {
		const words = wordsIn(language);
		expect(words.day('2026-11-22' as CalendarDay).replaceAll('\u00a0', ' ')).toBe(day);
		expect(words.day(noon).replaceAll('\u00a0', ' ')).toBe(day);
		expect(words.time(noon)).toBe(time);
	});

	test('a date stays together at the end of a line: its number with its month, and one in figures whole', () => {
		const day = '2026-11-22' as CalendarDay;
		for (const language of ['sl', 'cs'] as const) {
			expect(wordsIn(language).day(day)).toBe('22.\u00a011.\u00a02026');
			expect(wordsIn(language).longDay(day)).toMatch(/ 22\.\u00a0listopadu?\u00a02026| 22\.\u00a0november\u00a02026/);
		}
	});

	test('a day without an hour is the same day in every time zone', () => {
		for (const zone of ['Europe/Ljubljana', 'America/New_York', 'Pacific/Auckland'])
			expect(wordsIn('en', zone).longDay('2026-11-22' as CalendarDay)).toContain('22 November\u00a02026');
	});

	test('names are sorted as the language sorts them', () => {
		expect(['Žiga', 'Čuček', 'Zala', 'Cene', 'Šter'].sort(wordsIn('sl').compare)).toEqual([
			'Cene',
			'Čuček',
			'Šter',
			'Zala',
			'Žiga',
		]);
		expect(['Chalupa', 'Hora', 'Cibulka'].sort(wordsIn('cs').compare)).toEqual(['Cibulka', 'Hora', 'Chalupa']);
	});
});

describe('the language of a browser', () => {
	test.each([
		['cs-CZ,cs;q=0.9,en;q=0.8', 'cs'],
		['de-DE,de;q=0.9,en;q=0.8', 'en'],
		['en;q=0.3, sl;q=0.7', 'sl'],
		['cs;q=0,en', 'en'],
		['de', 'sl'],
		['', 'sl'],
		[null, 'sl'],
	] as const)('%s is answered in %s', (header, language) => {
		expect(languageOfBrowser(header)).toBe(language);
	});

	test('whatever it says, the answer is a language of ours', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				(header) => void expect(LANGUAGES).toContain(languageOfBrowser(header)),
			),
		);
	});
});
