import { expect, test } from 'vitest';
import { choose, isLanguage } from './local-words.ts';

test('words in the wanted language are chosen', () => {
	expect(choose({ sl: 'načrt', cs: 'plán', en: 'plan' }, 'cs')).toEqual({ text: 'plán', language: 'cs' });
});

test.each([
	[{ sl: 'načrt' }, { text: 'načrt', language: 'sl' }],
	[
		{ sl: '', en: 'plan' },
		{ text: 'plan', language: 'en' },
	],
	[
		{ en: 'plan', sl: 'načrt' },
		{ text: 'načrt', language: 'sl' },
	],
	[{}, { text: '', language: 'cs' }],
])('words not yet written in Czech fall back, and say in which language they are: %j', (words, chosen) => {
	expect(choose(words, 'cs')).toEqual(chosen);
});

test('only our languages are languages', () => {
	expect(['sl', 'cs', 'en', 'de', 'SL', '', undefined].filter(isLanguage)).toEqual(['sl', 'cs', 'en']);
});
