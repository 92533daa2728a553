import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { people, sticksOut } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { CSD, KARITAS } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);
const BLIZU = '/p/slovenska-karitas/blizu';
const PUBLIC = [
	'/',
	'/about',
	'/accessibility',
	'/leaving',
	'/privacy',
	'/p/slovenska-karitas',
	BLIZU,
	'/ask',
	'/code',
	'/sign-in',
];
const ASK = ['/ask/slovenska-karitas/blizu/who', '/p/csd-izmisljeno-polje/prva-socialna-pomoc', '/nowhere'];

/** The addresses of one request, one case and one person of the demo, with their pages. */
async function deskPages(page: Page): Promise<readonly string[]> {
	const first = async (list: string, beginning: string) => {
		await page.goto(`${KARITAS}/${list}`);
		const links = page.locator(`main a[href^="${KARITAS}/${beginning}/0"]`);
		return (await links.first().getAttribute('href'))!;
	};
	const request = await first('requests?view=mine', 'requests');
	const active = await first('cases', 'cases');
	await page.goto(active);
	const person = (await page.locator(`main a[href^="${KARITAS}/people/"]`).first().getAttribute('href'))!;
	return [
		...['', '/requests', '/requests/new', '/cases', '/people?q=a', '/find?q=a', '/account'].map(
			(list) => `${KARITAS}${list}`,
		),
		...['', '/talk', '/time', '/decline', '/journal'].map((part) => `${request}${part}`),
		...['', '/plan', '/meetings/new', '/review', '/closure', '/journal'].map((part) => `${active}${part}`),
		...['', '/details'].map((part) => `${person}${part}`),
	];
}

test('nothing that people have filled sticks out to the side at 320 px, which is 400 % zoom on a desk', async () => {
	const looks = { width: 320 };
	const visitor = await somebody(looks);
	const maja = await worker('maja@karitas.invalid', looks);
	const ada = await worker('ada@karitas.invalid', looks);
	const neva = await worker('neva@csd.invalid', looks);
	await neva.goto(`${CSD}/requests?view=mine`);
	const talk = `${await neva.locator(`main a[href^="${CSD}/requests/0"]`).first().getAttribute('href')}/talk`;
	const visits: readonly (readonly [Page, readonly string[]])[] = [
		[visitor, [...PUBLIC, ...ASK]],
		[maja, await deskPages(maja)],
		[ada, [`${KARITAS}/admin/workers`, `${KARITAS}/admin/workers/new`, `${KARITAS}/admin/outbox`]],
		[neva, [CSD, talk]],
	];
	for (const [page, addresses] of visits)
		for (const address of addresses) {
			await page.goto(address);
			expect(await sticksOut(page), address).toEqual([]);
		}
	await visitor.evaluate(() => (document.querySelector('main')!.style.width = '500px'));
	expect(await sticksOut(visitor)).not.toEqual([]);
});

test('dark is really dark, and light is light', async () => {
	for (const [dark, from, to] of [
		[true, 0, 60],
		[false, 200, 255],
	] as const) {
		const [visitor, maja] = [await somebody({ dark }), await worker('maja@karitas.invalid', { dark })];
		await visitor.goto(BLIZU);
		for (const page of [visitor, maja]) {
			const shade = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
			const [red, green, blue] = /(\d+), (\d+), (\d+)/.exec(shade)!.slice(1).map(Number);
			for (const light of [red, green, blue]) {
				expect(light, `${page.url()} ${shade}`).toBeGreaterThanOrEqual(from);
				expect(light, `${page.url()} ${shade}`).toBeLessThanOrEqual(to);
			}
		}
	}
});

const FUNDER =
	'Program sofinancira Ministrstvo za delo, družino, socialne zadeve in enake možnosti iz sredstev za sofinanciranje socialno varstvenih programov za leto 2024';

test('the page of Blizu prints with its head and the co-funding statement word for word, without the menus [B18, A10]', async () => {
	const page = await somebody();
	await page.goto(BLIZU);
	const shown = async (name: string) => page.locator(name).first().isVisible();
	expect(await page.locator('.funder').innerText()).toContain(FUNDER);
	expect([await shown('.print-head'), await shown('.masthead'), await shown('main .button')]).toEqual([
		false,
		true,
		true,
	]);
	await page.emulateMedia({ media: 'print' });
	expect([await shown('.print-head'), await shown('.masthead'), await shown('main .button')]).toEqual([
		true,
		false,
		false,
	]);
	expect(await page.locator('.print-head').innerText()).toContain('Slovenska karitas');
	expect(await page.locator('.funder').innerText()).toContain(FUNDER);
	for (const hidden of ['.quick-exit', '.languages', '.skip']) expect(await shown(hidden), hidden).toBe(false);
});

test('in forced colours what is chosen and what can be pressed still has an edge', async () => {
	const page = await somebody();
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/ask/slovenska-karitas/blizu/who');
	const edge = (name: string) =>
		page
			.locator(name)
			.first()
			.evaluate((one) => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).outlineStyle]);
	expect((await edge('main .button'))[0]).toBe('solid');
	expect((await edge('.choice:has(:checked)'))[1]).toBe('solid');
	expect((await edge('.choice:not(:has(:checked))'))[1]).toBe('none');
});

test('on a phone whatever the menu has is reached from the line at its foot, without JavaScript', async () => {
	const looks = { width: 320, javaScript: false };
	for (const [who, last] of [
		['vida@karitas.invalid', 'Kam gredo prošnje'],
		['ada@karitas.invalid', 'Sistem'],
	] as const) {
		const page = await worker(who, looks);
		const menu = page.getByRole('navigation', { name: 'Glavni meni' });
		const addresses = async () => {
			const all = await menu.locator('a:visible').all();
			return Promise.all(all.map((one) => one.getAttribute('href')));
		};
		const line = await addresses();
		expect(line.length).toBe(4);
		await menu.getByText('Več', { exact: true }).click();
		await page.setViewportSize({ width: 1280, height: 800 });
		const wide = await addresses();
		await page.setViewportSize({ width: 320, height: 640 });
		expect(new Set(await addresses())).toEqual(new Set(wide));
		expect(await sticksOut(page)).toEqual([]);
		await menu.getByRole('link', { name: last }).click();
		await page.waitForLoadState();
		expect(line).not.toContain(new URL(page.url()).pathname);
	}
	const maja = await worker('maja@karitas.invalid', looks);
	const menu = maja.getByRole('navigation', { name: 'Glavni meni' });
	expect(await menu.locator('a:visible').last().innerText()).toBe('Pritožbe');
	expect(await menu.getByText('Več', { exact: true }).count()).toBe(0);
});

test('on a phone the page of a case leads over what stands before its story, its plan and its people', async () => {
	const page = await worker('maja@karitas.invalid', { width: 360, javaScript: false });
	await page.goto(`${KARITAS}/cases`);
	await page.locator(`main a[href^="${KARITAS}/cases/0"]`).first().click();
	await page.waitForLoadState();
	const jumps = await page.getByRole('navigation', { name: 'Na tej strani' }).getByRole('link').all();
	expect(jumps.length).toBeGreaterThan(3);
	for (const jump of jumps) {
		await jump.click();
		const { hash } = new URL(page.url());
		const top = await page.locator(hash).evaluate((one) => one.getBoundingClientRect().top);
		expect(top, hash).toBeGreaterThanOrEqual(0);
		expect(top, hash).toBeLessThan(640);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
	expect(await page.getByRole('navigation', { name: 'Na tej strani' }).count()).toBe(0);
});
