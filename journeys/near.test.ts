import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, people, press, send } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';

const opora = anOpora();
const { somebody } = people(opora);

/** The nearest places as the page lists them: each title with its way. */
const nearest = async (page: Page) =>
	(await page.locator('ol.place-list .place__title').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const mainText = (page: Page) => page.getByRole('main').innerText();

describe.each([{ javaScript: true }, { javaScript: false }])('with JavaScript: $javaScript', ({ javaScript }) => {
	test('somebody types where they are and sees who is nearest, with way, telephone and programme [B16, B17]', async () => {
		const page = await somebody({ javaScript, width: 320 });
		await page.goto('/');
		await press(page, page.getByRole('link', { name: 'Želim pomoč blizu doma' }));
		await expectAccessible(page, 'nothing typed');
		await page.fill('#place', 'žalec');
		await send(page, 'Poiščite');
		expect(new URL(page.url()).pathname).toBe('/near');
		expect((await nearest(page))[0]).toMatch(/^Celje [\d,]+ km$/);
		expect(await nearest(page)).toHaveLength(5);
		const first = page.locator('.place').first();
		expect(await first.innerText()).toContain('Muzejski trg 8, Celje');
		expect(await first.locator('a[href^="tel:"]').allInnerTexts()).toEqual(['051 278 481', '051 658 144']);
		expect(await first.locator('a[href="/p/slovenska-karitas/blizu"]').innerText()).toBe('Blizu');
		await expectAccessible(page, 'found');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});

	test('a post number does as well, and the way begins at another place [B17]', async () => {
		const page = await somebody({ javaScript });
		await page.goto('/near');
		await page.fill('#place', '8000');
		await send(page, 'Poiščite');
		expect((await nearest(page))[0]).toBe('Novo mesto v vašem kraju');
	});

	test('a name that several places share is asked about, each with its municipality', async () => {
		const page = await somebody({ javaScript });
		await page.goto('/near?place=Gradi%C5%A1%C4%8De');
		expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Kateri kraj imate v mislih?');
		expect(await page.locator('.which li').count()).toBe(7);
		await expectAccessible(page, 'which');
		await press(page, page.locator('.which li', { hasText: 'občina Velike Lašče' }).getByRole('link'));
		expect(await mainText(page)).toContain('Gradišče, občina Velike Lašče');
		expect((await nearest(page))[0]).toMatch(/^Ljubljana, \S+ \d+ km$/);
	});

	test('a place abroad or unknown gives the whole list by region, and what is reached from anywhere', async () => {
		const page = await somebody({ javaScript });
		await page.goto('/near?place=Budimpe%C5%A1ta');
		const text = await mainText(page);
		for (const told of ['ne poznamo', 'Regija: Savinjska', 'Regija: Osrednjeslovenska', 'Na Češkem', '0820 526 89'])
			expect(text).toContain(told);
		expect(await nearest(page)).toEqual([]);
		await expectAccessible(page, 'unknown');
	});
});

test('“come to me” leads to a request for a visit at home [B17]', async () => {
	const page = await somebody();
	await page.goto('/near?place=Celje');
	await press(page, page.getByRole('link', { name: /^Povabite nas na dom.*Blizu/ }));
	expect(new URL(page.url()).pathname).toMatch(/^\/ask\/slovenska-karitas\/blizu\//);
	expect(new URL(page.url()).searchParams.get('mode')).toBe('home');
});

test('the map draws what the list says, and says so to who cannot see it', async () => {
	const page = await somebody();
	await page.goto('/near?place=Celje');
	const map = page.getByRole('img', { name: /^Zemljevid Slovenije: Celje/ });
	expect(await map.locator('.map__mark').allTextContents()).toEqual(['1', '2', '3', '4, 5']);
	expect(await map.locator('.map__here').count()).toBe(1);
	expect(await page.locator('ol.place-list .place__number').allInnerTexts()).toEqual(['1', '2', '3', '4', '5']);
});

test('what is typed stays with who typed it: not in the log, not in a cookie, and no search engine keeps it', async () => {
	const page = await somebody();
	const word = 'Zgornjaskrivnost';
	await page.goto(`/near?place=${word}`);
	expect(await mainText(page)).toContain(word);
	expect(opora.log.some((line) => line.includes('"/(public)/near"'))).toBe(true);
	expect(opora.log.filter((line) => line.includes(word))).toEqual([]);
	expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual([]);
	expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toBe('noindex');
});

test('the first page has three doors and a way for who worries about somebody, and leads to each', async () => {
	const page = await somebody({ javaScript: false, width: 360 });
	await page.goto('/');
	const doors = page.locator('.door h2 a');
	expect(await doors.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
		'/how-am-i',
		'/ask',
		'/near',
	]);
	expect(await page.locator('.other a').getAttribute('href')).toBe('/ask?for=other');
	expect(
		await page.locator('.help-now a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
	).toEqual(['tel:112', 'tel:116123']);
	for (const address of ['/how-am-i', '/ask', '/near', '/ask?for=other']) {
		const answer = await page.request.get(address);
		expect([address, answer.status()]).toEqual([address, 200]);
	}
});
