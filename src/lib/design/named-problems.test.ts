import { describe, expect, test } from 'vitest';
import { withNames } from './named-problems.ts';

const summary = (...links: readonly (readonly [field: string, text: string])[]) =>
	`<div class="error-summary" role="alert"><h2>Manjka</h2><ul>${links.map(([field, text]) => `<li><a href="#${field}">${text}</a></li>`).join('')}</ul></div>`;
const field = (name: string, label: string) =>
	`<div class="field"><label for="${name}">${label}</label><p class="error" id="${name}-error">Manjka.</p><input id="${name}"></div>`;
const texts = (html: string) => [...html.matchAll(/<a href="#[^"]*">([^<]*)</g)].map((one) => one[1]);
const EMPTY = 'To polje ne more ostati prazno.';

describe('a summary of errors', () => {
	test('names the fields of a sentence that stands there twice', () => {
		const page = `${summary(['email', EMPTY], ['password', EMPTY])}${field('email', 'E-naslov')}${field('password', 'Geslo&nbsp;<span>(neobvezno)</span>')}`;
		expect(texts(withNames(page))).toEqual([
			'E-naslov: to polje ne more ostati prazno.',
			'Geslo: to polje ne more ostati prazno.',
		]);
	});

	test('names a question by its legend', () => {
		const question = `<fieldset><legend class=""><h1 class="q">Kako &amp; kje?</h1></legend><p id="mode-error">Manjka.</p></fieldset>`;
		const page = `${summary(['mode', EMPTY], ['email', EMPTY])}${question}${field('email', 'E-naslov')}`;
		expect(texts(withNames(page))[0]).toBe('Kako &amp; kje: to polje ne more ostati prazno.');
	});

	test('leaves sentences as they are that say by themselves what they are of, and fields that are not there', () => {
		const page = `${summary(['email', EMPTY], ['day', 'Izberite dan.'], ['gone', EMPTY])}${field('email', 'E-naslov')}${field('day', 'Dan')}`;
		expect(texts(withNames(page))).toEqual(['E-naslov: to polje ne more ostati prazno.', 'Izberite dan.', EMPTY]);
	});

	test('gives no field the name of the one before it', () => {
		const bare = `<p id="until-error">Manjka.</p><input id="until">`;
		const page = `${summary(['from', EMPTY], ['until', EMPTY])}${field('from', 'Od')}${bare}`;
		expect(texts(withNames(page))).toEqual(['Od: to polje ne more ostati prazno.', EMPTY]);
	});

	test('is the only thing that changes', () => {
		const page = `<p><a href="#email">${EMPTY}</a><a href="#password">${EMPTY}</a></p>${field('email', 'E-naslov')}`;
		expect(withNames(page)).toBe(page);
	});
});
