import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import sl from '../messages/sl.json' with { type: 'json' };
import cs from '../messages/cs.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import { people } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { ON_THE_WAY, pagesOf } from './public-pages.fixtures.ts';

const opora = anOpora();
const { somebody } = people(opora);
const OTHERS = { cs, en } as const;

/** What a page says in the language it is in: its words, and what a screen reader says. Words marked as of another language, and names, are left out. */
async function saidOn(page: Page, path: string, language: string): Promise<readonly string[]> {
	const html = await (await fetch(`${opora.address}${path}?lang=${language}`)).text();
	return page.evaluate(
		([text, lang]) => {
			const seen = new DOMParser().parseFromString(text!, 'text/html');
			const own = (one: Element | null) => (one?.closest('[lang]')?.getAttribute('lang') ?? lang) === lang;
			const all = [...seen.querySelectorAll('title, meta[name=description], body *')].filter(own);
			return all.flatMap((one) => [
				...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent!.trim()),
				...['aria-label', 'alt', 'placeholder', 'content'].map((name) => one.getAttribute(name)?.trim() ?? ''),
			]);
		},
		[html, language] as const,
	);
}

const KEYS = new Set(Object.keys(sl));
/** Sentences that are the same in both languages, and may be: figures, names, words that are international. */
const sameInBoth = (language: keyof typeof OTHERS) =>
	new Set(
		Object.entries(sl)
			.filter(([key, text]) => OTHERS[language][key as keyof typeof sl] === text)
			.map(([, text]) => text),
	);
const isSentence = (text: string) => /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text);

/** Names of organisations, people and streets stay as they are called. */
const NAMES =
	/Slovenska karitas|ZPM Ljubljana|Krizové centrum Smyšlenka|Center za socialno delo Izmišljeno|Neža Janež|^Operativni program|^(Novo mesto|Rečica ob Savinji|Ljubljana, \p{L}+)$|\d, (Novo mesto|Rečica ob Savinji)$|(ulica|cesta|trg) \d/u;

test.each(['cs', 'en'] as const)(
	'no page shows a word of Slovenian, or the key of a message, in %s [A3]',
	async (language) => {
		const page = await somebody();
		await page.goto('/about');
		const same = sameInBoth(language);
		const faults: string[] = [];
		for (const path of [...(await pagesOf(opora)), ...ON_THE_WAY]) {
			const slovenian = new Set(await saidOn(page, path, 'sl'));
			for (const text of await saidOn(page, path, language)) {
				if (KEYS.has(text)) faults.push(`${path} shows the key ${text}`);
				const left = isSentence(text) && slovenian.has(text) && !same.has(text) && !NAMES.test(text);
				if (left) faults.push(`${path} says in Slovenian: ${text}`);
			}
		}
		expect(faults).toEqual([]);
	},
);

test('words that were left in Slovenian, and keys, are found', async () => {
	const page = await somebody();
	await page.goto('/about');
	const slovenian = await saidOn(page, '/calm', 'sl');
	expect(slovenian).toContain('Počasno dihanje');
	expect(await saidOn(page, '/calm', 'cs')).not.toContain('Počasno dihanje');
	expect(isSentence('Počasno dihanje') && !sameInBoth('cs').has('Počasno dihanje')).toBe(true);
	expect(KEYS.has('calm.title')).toBe(true);
});
