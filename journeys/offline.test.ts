import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, people } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { BLIZU } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody } = people(opora);

/** Waits until the site works behind the page, and has kept what it keeps. */
async function everythingKept(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
}

/** The addresses of all that is kept in the browser. */
async function keptIn(page: Page): Promise<readonly string[]> {
	const requests = await page.evaluate(async () => {
		const names = await caches.keys();
		const stores = await Promise.all(names.map((name) => caches.open(name)));
		return (await Promise.all(stores.map((store) => store.keys()))).flat().map((one) => one.url);
	});
	return requests.map((url) => url.slice(opora.address.length)).toSorted();
}

test.each([
	['sl', 'Ni povezave', 'Počasno dihanje'],
	['cs', 'Nejste připojeni', 'Pomalé dýchání'],
	['en', 'No connection', 'Slow breathing'],
] as const)(
	'without a network there are the helplines and the exercises, in %s [A7]',
	async (language, title, exercise) => {
		const page = await somebody({ language, width: 360 });
		await page.goto('/');
		await everythingKept(page);
		await page.context().setOffline(true);
		await page.goto('/p/slovenska-karitas/blizu');
		expect(await page.locator('h1').innerText()).toBe(title);
		expect(await page.locator('html').getAttribute('lang')).toBe(language);
		expect(await page.getByRole('main').innerText()).toContain(exercise);
		expect(await page.locator('.helplines a[href="tel:116123"]').count()).toBe(1);
		// Its styles came along, and its fonts.
		expect(await page.evaluate(() => getComputedStyle(document.querySelector('.exercise')!).borderTopStyle)).toBe(
			'solid',
		);
		expect(await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next"', 'č'))).toBe(true);
		await expectAccessible(page, 'no network');
		await page.context().setOffline(false);
		await page.reload();
		expect(await page.locator('h1').innerText()).toBe('Blizu');
	},
);

test('only that one page is kept, with what it needs: nothing of what somebody looked at or wrote', async () => {
	const page = await somebody();
	await page.goto('/');
	await everythingKept(page);
	await page.goto(`${BLIZU}/who`);
	await page.check('[name=forWhom][value=self]');
	await page.locator('main form button').click();
	await page.waitForURL('**/weighs');
	await page.goto('/code');
	await page.goto('/reading/grief');
	const kept = await keptIn(page);
	expect(kept.filter((path) => !/^\/_app\/immutable\/assets\/[^/]+\.(css|woff2)$/.test(path))).toEqual([
		'/door.js',
		'/favicon.svg',
		'/offline?lang=sl',
	]);
	expect(kept.some((path) => path.endsWith('.css'))).toBe(true);
	expect(kept.filter((path) => path.endsWith('.woff2'))).toHaveLength(2);
	// Red control: the same look finds a page that is kept.
	await page.evaluate(async () => (await caches.open('planted')).put('/code', new Response('x')));
	expect(await keptIn(page)).toContain('/code');
});

test('a form that is sent without a network is not swallowed: the browser says so, and can send it again', async () => {
	const page = await somebody();
	await page.goto('/');
	await everythingKept(page);
	await page.goto(`${BLIZU}/who`);
	await page.check('[name=forWhom][value=self]');
	await page.context().setOffline(true);
	const failed = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
	await page.locator('main form button').click({ noWaitAfter: true });
	expect(new URL((await failed).url()).pathname).toBe(`${BLIZU}/who`);
});
