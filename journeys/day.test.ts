import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { inDays, KARITAS, panel } from './steps.fixtures.ts';

const { worker } = people(anOpora());

test('a worker begins their day: a draft leads back to where it waits, and what is due stands there with its day [W1]', async () => {
	const page = await worker('maja@karitas.invalid', { javaScript: false });
	await press(page, page.locator('main .rows--pair li', { hasText: 'dejavna' }).getByRole('link').first());
	const name = await page.getByRole('heading', { level: 1 }).innerText();
	await follow(page, 'Pregled');
	await write(page, { note: 'Začeto pred kosilom.' });
	await send(page, 'Shranite osnutek');
	await page.goto(KARITAS);
	await expectAccessible(page, 'the day of a worker');
	expect(await panel(page, /^Nedokončani osnutki/)).toContain(name);
	await follow(page, 'Pregled');
	expect(await page.locator('main [name=note]').inputValue()).toBe('Začeto pred kosilom.');
	await write(page, { nextOn: inDays(1) });
	await send(page, 'Shranite pregled');
	await page.goto(KARITAS);
	expect(await page.getByRole('main').innerText()).not.toContain('Nedokončani osnutki');
	const due = page.getByRole('region', { name: /^Roki/ }).locator('li', { hasText: name }).filter({ hasText: 'jutri' });
	expect(await due.innerText()).toContain('Pregled');
});

test('a coordinator turns from their own day to the team’s, with whose each thing is [W1]', async () => {
	const page = await worker('vida@karitas.invalid', { width: 360 });
	await follow(page, 'Dan ekipe');
	await expectAccessible(page, 'the day of a team');
	expect(await page.locator('nav.tabs [aria-current=page]').innerText()).toBe('Dan ekipe');
	expect(await panel(page, /^Prošnje v delu/)).toContain('Maja Vzorčna');
	expect(await page.getByRole('heading', { name: 'Moje obravnave' }).count()).toBe(0);
	await follow(page, 'Moj dan');
	expect(await page.getByRole('heading', { name: 'Moje obravnave' }).count()).toBe(1);
	const maja = await worker('maja@karitas.invalid');
	expect(await maja.getByRole('main').getByRole('link', { name: 'Dan ekipe' }).count()).toBe(0);
	expect((await maja.goto(`${KARITAS}?of=team`))!.status()).toBe(404);
});
