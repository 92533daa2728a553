import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, people } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { findRequest, KARITAS, panel } from './steps.fixtures.ts';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

/** Whether one can see where one is: the element, or what stands around it, has a ring. */
function focusIsSeen(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const around = [document.activeElement, document.activeElement?.closest('.choice, .door, li, form')];
		const ringed = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
			(outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
		return around.some((one) => one && one !== document.body && ringed(getComputedStyle(one)));
	});
}

/** Presses Tab until the focus is on something; on the way it can be seen at every stop. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let stop = 0; stop < 120; stop += 1) {
		await page.keyboard.press('Tab');
		expect(await focusIsSeen(page), `the focus on ${page.url()}, stop ${stop}`).toBe(true);
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), name)) return;
	}
	throw new Error(`the focus never came to ${name} on ${page.url()}`);
}

/** Goes to something by Tab and presses a key there that leads on. */
async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
	await tabTo(page, name);
	const arrives = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
	await Promise.all([arrives, page.keyboard.press(key)]);
	await page.waitForLoadState();
}

/** Sends the search, as one does who has typed into it. */
async function searched(page: Page): Promise<void> {
	const arrives = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
	await Promise.all([arrives, page.keyboard.press('Enter')]);
	await page.waitForLoadState();
}

test('help is asked for with the keyboard alone, from the first page to the code [A5]', async () => {
	const page = await somebody();
	await page.goto('/');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.matches('a.skip'))).toBe(true);
	expect(await page.locator('a.skip').evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
	await press(page, '.door a[href="/ask"]');
	await press(page, 'main a[href="/ask/slovenska-karitas/blizu"]');
	await press(page, 'main form button');
	await tabTo(page, '#words');
	await page.keyboard.type('Samo s tipkovnico.');
	await press(page, 'main form button');
	await tabTo(page, '[name=mode]');
	await page.keyboard.press('Space');
	await press(page, 'main form button');
	await press(page, 'main form button');
	expect(await page.getByRole('main').innerText()).toContain('Samo s tipkovnico.');
	await press(page, 'main form button');
	expect(await page.locator('.code-shown__code').innerText()).toMatch(/^[0-9A-Z]{3}(-[0-9A-Z]{3}){3}$/);
});

test('a worker signs in, searches with “/” and takes a request with the keyboard alone', async () => {
	const visitor = await somebody();
	await visitor.goto('/ask/slovenska-karitas/blizu');
	const page = await somebody();
	await page.goto('/sign-in');
	await tabTo(page, '#email');
	await page.keyboard.type('ciril@karitas.invalid');
	await tabTo(page, '#password');
	await page.keyboard.type(DEMO_PASSWORD);
	await press(page, 'main form button');
	const row = page.locator('tr', { hasText: 'ciril@karitas.invalid' });
	const digits = (await row.locator('td').last().innerText()).replace(/\D/g, '');
	await tabTo(page, '#code');
	await page.keyboard.type(digits);
	await press(page, 'main form button');
	expect(new URL(page.url()).pathname).toBe(KARITAS);
	await page.keyboard.press('/');
	await page.keyboard.type('Vzorčnik');
	await searched(page);
	expect(new URL(page.url()).searchParams.get('q')).toBe('Vzorčnik');
	expect(await panel(page, /^Ljudje/)).toContain('Vzorčnik');
	await findRequest(page, KARITAS, 'Prevzemite prošnjo');
	await press(page, 'form[action$="/taking"] button');
	expect(await page.getByRole('main').innerText()).toContain('odgovarja Ciril Domišljen');
});

test('a focus that cannot be seen is noticed', async () => {
	const page = await somebody();
	await page.goto('/about');
	await page.evaluate(() => {
		for (const one of document.querySelectorAll('a')) one.style.cssText = 'outline: none; box-shadow: none';
	});
	await expect(tabTo(page, 'main form')).rejects.toThrow(/the focus on/);
});

test('Esc pressed twice leaves at once, and nothing of the page stays on the screen [A6]', async () => {
	const page = await somebody();
	await page.route('**/exit', (route) =>
		route.fulfill({ body: '<title>Vreme</title>Jutri bo jasno.', contentType: 'text/html' }),
	);
	await page.goto('/leaving');
	await page.goto('/ask/slovenska-karitas/blizu/who');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.waitForURL('**/exit');
	expect(await page.locator('body').innerText()).toBe('Jutri bo jasno.');
	await page.goBack();
	expect(new URL(page.url()).pathname).toBe('/closed');
	await page.goBack();
	expect(new URL(page.url()).pathname).toBe('/leaving');
	const left = await page.request.get('/exit', { maxRedirects: 0 });
	expect([left.status(), left.headers()['clear-site-data']]).toEqual([303, '"cache", "cookies", "storage"']);
	expect(new URL(left.headers()['location']!).host).not.toBe(new URL(opora.address).host);
});

test('the search key opens the search on every page of the desk, finds acts and cases, and types a slash in a field', async () => {
	const page = await worker('vida@karitas.invalid');
	await page.goto(`${KARITAS}/requests/new`);
	await page.focus('#words');
	await page.keyboard.type('in/ali');
	expect(await page.inputValue('#words')).toBe('in/ali');
	await page.keyboard.press('Control+k');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-search');
	await page.keyboard.type('vpisite');
	await searched(page);
	await expectAccessible(page, 'what the search of the desk found');
	await press(page, `main a[href="${KARITAS}/requests/new"]`);
	await page.keyboard.press('/');
	await page.keyboard.type('2026-0001');
	await searched(page);
	expect(await page.getByRole('main').innerText()).toContain('2026-0001');
	expect(await page.getByRole('heading', { name: /^Obravnave/ }).count()).toBe(1);
});
