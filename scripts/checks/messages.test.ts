import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cataloguesIn, messageFaults } from './messages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WELL = {
	sl: {
		'day.title': 'Danes',
		'day.talks': '{n, plural, one {# pogovor} two {# pogovora} few {# pogovori} other {# pogovorov}}',
	},
	cs: { 'day.title': 'Dnes', 'day.talks': '{n, plural, one {# rozhovor} few {# rozhovory} other {# rozhovorů}}' },
	en: { 'day.title': 'Today', 'day.talks': '{n, plural, one {# talk} other {# talks}}' },
};
const SOURCE = `t('day.title'); t('day.talks', { n: 2 });`;
const faults = (changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {}, source = SOURCE) => {
	const languages = ['sl', 'cs', 'en'] as const;
	return messageFaults(Object.fromEntries(languages.map((one) => [one, { ...WELL[one], ...changes[one] }])), [source]);
};

test('messages that are whole have no fault', () => {
	expect(faults()).toEqual([]);
});

test('the messages of the product are whole, in Slovenian, Czech and English [A3]', () => {
	const sources = ['src/**/*.{ts,svelte}', 'scripts/**/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
	const catalogues = cataloguesIn(path.join(ROOT, 'messages'));
	expect(Object.keys(catalogues).toSorted()).toEqual(['cs', 'en', 'sl']);
	expect(Object.keys(catalogues['sl']!).length).toBeGreaterThan(500);
	expect(
		messageFaults(
			catalogues,
			sources.map((file) => readFileSync(path.join(ROOT, file), 'utf8')),
		),
	).toEqual([]);
});

describe('a planted fault is found:', () => {
	test('a message that Czech lacks', () => {
		const { 'day.title': _, ...lacking } = WELL.cs;
		expect(messageFaults({ ...WELL, cs: lacking }, [SOURCE])).toEqual(['cs lacks "day.title".']);
	});

	test('a message that Slovenian lacks', () => {
		expect(faults({ en: { 'day.more': 'More' } }, `${SOURCE} t('day.more')`)).toEqual([
			'en has "day.more", which sl lacks.',
		]);
	});

	test('a message said without its value', () => {
		expect(faults({}, `${SOURCE} t('day.talks')`)).toEqual(['"day.talks" takes {n}, and is said without.']);
	});

	test('an empty message', () => {
		expect(faults({ cs: { 'day.title': ' ' } })).toEqual(['cs "day.title" is empty.']);
	});

	test('a message that cannot be read', () => {
		expect(faults({ en: { 'day.title': 'Today {' } })).toEqual(['en "day.title" is not a message: Today {']);
	});

	test('Slovenian without its dual', () => {
		const text = '{n, plural, one {# pogovor} few {# pogovori} other {# pogovorov}}';
		expect(faults({ sl: { 'day.talks': text } })).toEqual(['sl "day.talks" lacks the form "two" of {n}.']);
	});

	test('Czech without its form for two to four, also inside another choice', () => {
		const text = '{n, plural, one {#} few {{n, plural, one {#} other {#}}} other {#}}';
		expect(faults({ cs: { 'day.talks': text } })).toEqual(['cs "day.talks" lacks the form "few" of {n}.']);
	});

	test('another parameter than in Slovenian', () => {
		expect(faults({ en: { 'day.title': 'Today, {name}' } })).toEqual(['en "day.title" takes {name}, and sl takes {}.']);
	});

	test('a message that no page says', () => {
		expect(faults({}, `t('day.title')`)).toEqual(['No page says "day.talks".']);
	});
});

test('a key that is put together counts as said, and only where it fits', () => {
	expect(faults({}, 't(`day.${kind}`)')).toEqual([]);
	expect(faults({}, 't(`night.${kind}`)')).toEqual(['No page says "day.title".', 'No page says "day.talks".']);
});
