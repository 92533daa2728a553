import { expect, test } from 'vitest';
import { people } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';

const opora = anOpora();
const { somebody } = people(opora);

test.each([
	['sl', 'Povejte, kaj vas teži'],
	['cs', 'Řekněte'],
	['en', 'Say what weighs on you'],
] as const)('the first page speaks %s to a browser that does [A3]', async (language, words) => {
	const page = await somebody({ language, javaScript: false });
	await page.goto('/');
	expect(await page.locator('html').getAttribute('lang')).toBe(language);
	expect(await page.locator('h1').innerText()).toContain(words);
});

test('the language chosen on a page is kept, without JavaScript [A3]', async () => {
	const page = await somebody({ language: 'sl', javaScript: false });
	await page.goto('/?lang=cs');
	await page.goto('/privacy');
	expect(await page.locator('html').getAttribute('lang')).toBe('cs');
});
