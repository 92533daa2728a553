import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { IDLE_LOCK_MS } from '../src/lib/identity/session.ts';
import { expectAccessible, follow, people, press, proveWhoIAm, send, signIn, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { findRequest, inDays, KARITAS, panel } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);
const MAJA = 'maja@karitas.invalid';

/** Leaves every session alone for as long as it takes to be locked, and waits until the product has noticed. */
async function leaveAlone(page: Page): Promise<void> {
	const { superuser } = opora.database;
	await superuser.query('update identity.session set "lastSeenAt" = $1', [new Date(Date.now() - IDLE_LOCK_MS)]);
	const to = async () => (await page.request.get(KARITAS, { maxRedirects: 0 })).headers()['location'] ?? '';
	await expect.poll(to, { timeout: 20_000, interval: 500 }).toContain('/unlock');
}

/** The first case of the worker that is active. */
async function activeCase(page: Page): Promise<string> {
	await page.goto(`${KARITAS}/cases`);
	const row = page.getByRole('row').filter({ hasText: 'dejavna' }).filter({ hasText: 'Maja Vzorčna' });
	return (await row.getByRole('link').first().getAttribute('href'))!;
}

test('the desk locks after half an hour; a half-written talk is back after unlocking, and is saved', async () => {
	const page = await worker(MAJA);
	const request = await findRequest(page, KARITAS, 'Prevzemite prošnjo');
	await send(page, 'Prevzemite prošnjo');
	await page.goto(`${request}/talk`);
	const said = 'Napol zapisano, »potem« je zazvonil telefon.';
	await write(page, { 'text-own-view': said, startedOn: inDays(-1), startedAt: '09:00', minutes: '25' });
	await leaveAlone(page);
	await send(page, 'Zaključite pogovor');
	await expectAccessible(page, 'locked, with a form that is kept');
	expect(await page.getByRole('main').innerText()).toContain('Kar ste vpisali, je še tu');
	await write(page, { password: 'napačno geslo je to' });
	await send(page, 'Odklenite');
	await expectAccessible(page, 'unlocking refused');
	await write(page, { password: DEMO_PASSWORD });
	await send(page, 'Odklenite');
	await expectAccessible(page, 'unlocked, with a form that is kept');
	await send(page, 'Shranite, kar sem vpisal ali vpisala');
	expect(new URL(page.url()).pathname).toBe(request);
	await press(page, page.locator(`a[href^="${request}/talks/"]`));
	expect(await page.getByRole('main').innerText()).toContain(said);
});

test('a form of a session that is over waits for whoever typed it: nobody else who signs in on its page gets it', async () => {
	const page = await somebody();
	await signIn(page, MAJA);
	const signOut = () => page.request.post('/sign-out', { headers: { origin: opora.address }, form: {} });
	const said = 'Samo zame zapisano.';
	await page.goto(`${await activeCase(page)}/plan`);
	await write(page, { needs: said });
	await signOut();
	await send(page, 'Shranite načrt');
	expect(await page.getByRole('main').innerText()).toContain('Kar ste vpisali, je še tu');
	expect(await page.content()).not.toContain(said);
	await proveWhoIAm(page, 'ciril@karitas.invalid');
	// Whoever signed in there is told that it waits for somebody else, and it goes on waiting.
	expect(await page.getByRole('main').innerText()).toContain('Obrazec je odprl nekdo drug');
	expect(await page.content()).not.toContain(said);
	await proveWhoIAm(page, MAJA);
	expect(await page.locator('main [name=needs]').inputValue()).toBe(said);
	await page.getByRole('button', { name: 'Shranite, kar sem vpisal ali vpisala' }).waitFor();
});

test('a form that somebody left open is not taken from whoever signed in after them, and waits for its own', async () => {
	// A sign-in of its own: it is signed out here, and the others of this file go on with theirs.
	const page = await somebody();
	await signIn(page, MAJA);
	const plan = `${await activeCase(page)}/plan`;
	await page.goto(plan);
	const said = 'Odprto pustila Maja.';
	await write(page, { needs: said });
	const next = await page.context().newPage();
	await next.request.post('/sign-out', { headers: { origin: opora.address }, form: {} });
	// She may not even open the page of the form: whose it is comes first.
	await signIn(next, 'ada@karitas.invalid');
	await send(page, 'Shranite načrt');
	await expectAccessible(page, 'a form of somebody else');
	expect(await page.getByRole('main').innerText()).toContain('Obrazec je odprl nekdo drug');
	expect(await page.content()).not.toContain(said);
	await proveWhoIAm(page, MAJA);
	await send(page, 'Shranite, kar sem vpisal ali vpisala');
	expect(new URL(page.url()).pathname).toBe(plan.replace('/plan', ''));
	expect(await panel(page, 'Individualni načrt')).toContain(said);
});

test('a page that is asked for while the desk is locked opens after unlocking', async () => {
	const page = await worker(MAJA);
	await leaveAlone(page);
	await page.goto(`${KARITAS}/cases`);
	await expectAccessible(page, 'locked');
	expect(await page.locator('.topbar').count()).toBe(0);
	await write(page, { password: DEMO_PASSWORD });
	await send(page, 'Odklenite');
	expect(new URL(page.url()).pathname).toBe(`${KARITAS}/cases`);
});

test('two tabs change one plan: the second is told, and what it typed is still there', async () => {
	const first = await worker(MAJA);
	const plan = `${await activeCase(first)}/plan`;
	const second = await first.context().newPage();
	for (const page of [first, second]) await page.goto(plan);
	await write(first, { needs: 'Iz prvega zavihka.' });
	await send(first, 'Shranite načrt');
	await write(second, { needs: 'Iz drugega zavihka.' });
	await send(second, 'Shranite načrt');
	await expectAccessible(second, 'a plan that changed meanwhile');
	expect(await second.getByRole('alert').innerText()).toContain('Medtem je to spremenil nekdo drug.');
	expect(await second.locator('[name=needs]').inputValue()).toBe('Iz drugega zavihka.');
	await first.reload();
	expect(await panel(first, 'Individualni načrt')).toContain('Iz prvega zavihka.');
});

test('going back after sending a form, and sending the same form twice, make one record', async () => {
	const page = await worker(MAJA);
	const address = await activeCase(page);
	await page.goto(address);
	const records = () => page.locator('.timeline > li', { hasText: '7 minut' }).count();
	expect(await records()).toBe(0);
	await follow(page, 'Zapišite srečanje');
	await write(page, { kind: 'contact', startedOn: inDays(-1), startedAt: '08:03', minutes: '7', done: 'Klic.' });
	const form = await page
		.locator('main form')
		.evaluate((one) => new URLSearchParams(new FormData(one as HTMLFormElement) as never).toString());
	await send(page, 'Zaključite zapis');
	expect(await records()).toBe(1);
	await page.goBack();
	await page.goForward();
	await page.reload();
	expect(await records()).toBe(1);
	const headers = { accept: 'text/html', origin: opora.address, 'content-type': 'application/x-www-form-urlencoded' };
	const again = await page.request.post(`${address}/meetings/new`, { data: form, headers, maxRedirects: 0 });
	expect(again.status()).toBe(303);
	await page.reload();
	expect(await records()).toBe(1);
	const command = /command=([0-9a-f-]+)/.exec(form)![1]!;
	const other = form.replace(command, `${command.slice(0, -4)}${command.endsWith('0000') ? '1111' : '0000'}`);
	await page.request.post(`${address}/meetings/new`, { data: other, headers, maxRedirects: 0 });
	await page.reload();
	expect(await records()).toBe(2);
});

test('whoever leaves two fields empty is told of which each sentence is', async () => {
	const page = await somebody({ javaScript: false });
	await page.goto('/sign-in');
	await send(page, 'Naprej');
	expect(await page.locator('.error-summary a').allInnerTexts()).toEqual([
		'E-naslov: to polje ne more ostati prazno.',
		'Geslo: to polje ne more ostati prazno.',
	]);
});
