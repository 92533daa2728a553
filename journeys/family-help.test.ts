import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, follow, people, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { closeCase, CSD, fillIn, inDays, openCase, panel } from './steps.fixtures.ts';

const opora = anOpora();
const { worker } = people(opora);
const NOW = { startedOn: inDays(0), startedAt: '00:01', minutes: '1' };

describe('pomoč družini za dom, from the way in to the closure', () => {
	const told = { case: '' };
	const desk = () => worker('neva@csd.invalid');
	const atCase = async () => {
		const page = await desk();
		await page.goto(told.case);
		return page;
	};

	/** Says for everybody who has not said it yet that a condition is met. */
	async function meetConditions(page: Page): Promise<number> {
		const open = page.locator('main a[href*="/conditions/"]');
		const addresses = await open.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		for (const address of addresses) {
			await page.goto(address);
			if ((await page.locator('[name=form][value=oral]').count()) > 0) await write(page, { form: 'oral' });
			await send(page, 'Zapišite');
		}
		return addresses.length;
	}

	test('a family asks by one of its members, and its case is opened after the first talk [D1, Z5]', async () => {
		const page = await desk();
		await page.goto(`${CSD}/requests/new?programme=pomoc-druzini-za-dom`);
		const asked = { forWhom: 'self', mode: 'office', words: 'Doma se samo še prepiramo.' };
		await write(page, { ...asked, name: 'Alma Zamišljena' });
		await send(page, 'Zapišite');
		const said = { 'text-own-view': 'Vsi kričimo.', ...NOW, startedOn: inDays(-1) };
		await fillIn(page, 'Prvi razgovor z družino', { fields: said, submit: 'Zaključite pogovor' });
		told.case = await openCase(page, { unit: 'family', indications: ['two-or-more-members'] });
		await follow(page, 'Družina in sodelujoči');
		expect(await page.getByRole('main').innerText()).toContain('Manjka: v svojih besedah še en član.');
	});

	test('a second member joins with their own words and role; the case asks each of them [D3, D4]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/members/new`);
		await write(page, { name: 'Žiga Zamišljeni', roles: ['key-member'], ownView: 'Nihče me ne posluša.' });
		await send(page, 'Dodajte člana');
		await expectAccessible(page, 'a family of two');
		expect(await page.getByRole('main').innerText()).not.toContain('Manjka: v svojih besedah');
		await page.goto(told.case);
		expect(await meetConditions(page)).toBe(4);
		const why = await panel(page, 'Zakaj');
		expect(why).toMatch(/Alma Zamišljena[\s\S]*Vsi kričimo\.[\s\S]*Žiga Zamišljeni[\s\S]*Nihče me ne posluša\./);
	});

	test('with one professional it does not become active; with two it does [D4]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/activation`);
		await send(page, 'Naj postane dejavna');
		expect(await page.getByRole('alert').innerText()).toContain('več strokovnih delavcev');
		await page.goto(`${told.case}/team`);
		await page.locator('main [name=worker]').selectOption({ label: 'Bor Kobajagi' });
		await send(page, 'Dodajte sodelavca ali sodelavko');
		await page.goto(`${told.case}/activation`);
		await send(page, 'Naj postane dejavna');
		expect(await page.locator('main').innerText()).toContain('dejavna');
		expect(await panel(page, 'Ljudje')).toMatch(/ključni član družine[\s\S]*Bor Kobajagi/);
	});

	test('a meeting with the family is led by two, unless an absence with its reason stands [D2, D4]', async () => {
		const page = await atCase();
		await follow(page, 'Zapišite srečanje');
		await expectAccessible(page, 'a meeting with a family');
		await write(page, { ...NOW, mode: 'home', form: 'family-meeting', done: 'Dogovor o večerjah.' });
		await page.locator('[name=ledWith]').first().uncheck();
		await send(page, 'Zaključite zapis');
		expect(await page.getByRole('alert').innerText()).not.toBe('');
		expect(await page.locator('[name=done]').inputValue()).toBe('Dogovor o večerjah.');
		await page.locator('[name=ledWith]').first().check();
		await send(page, 'Zaključite zapis');
		expect(await panel(page, 'Časovnica')).toContain('2. srečanje');
	});

	test('a new version of the agreement asks everybody again, and the case waits for them [D3]', async () => {
		const page = await atCase();
		await follow(page, 'Nova različica dogovora');
		await write(page, { form: 'oral' });
		await send(page, 'Predlagajte novo različico');
		expect(await page.getByRole('main').innerText()).toContain('čaka na pogoje');
		expect(await meetConditions(page)).toBe(2);
		await follow(page, 'Naj postane dejavna');
		await send(page, 'Naj postane dejavna');
		expect(await panel(page, 'Pogoji')).toContain('vsi izpolnjeni');
	});

	test('at a review each member says how they see it now, and the case is closed with what was achieved [B20, D2]', async () => {
		const page = await atCase();
		await follow(page, 'Pregled');
		await expectAccessible(page, 'a review with a family');
		await page.getByLabel('Žiga Zamišljeni: kako vidi zdaj').fill('Zvečer me vprašajo, kako je bilo.');
		await send(page, 'Shranite pregled');
		expect(await panel(page, 'Zakaj')).toMatch(/Žiga Zamišljeni[\s\S]*Nazadnje[\s\S]*Zvečer me vprašajo/);
		await closeCase(page, { goals: {}, fields: { reason: 'goals-achieved', outcomes: ['relations-in-order'] } });
		await expectAccessible(page, 'a closed case of a family');
		expect(await panel(page, 'Zaključek')).toContain('odnosi med družinskimi člani so urejeni');
	});
});
