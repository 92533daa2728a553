import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write, type Fields } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { inDays, KARITAS, panel, record } from './steps.fixtures.ts';

const opora = anOpora();
const { worker } = people(opora);

/** Opens the first case of the worker's list, and the page of its person; returns the address of the case. */
async function openPerson(page: Page): Promise<string> {
	await page.goto(`${KARITAS}/cases`);
	await press(page, page.locator('main td a, main th a').first());
	const address = new URL(page.url()).pathname;
	await press(page, page.getByRole('region', { name: 'Ljudje' }).first().locator('a').first());
	return address;
}

const add = (page: Page, fields: Fields) => record(page, 'Dodajte', { fields, submit: 'Zapišite' });

test('whoever is around a person is shown on their case, with what they may know, and loudly whom never to contact [W5]', async () => {
	const page = await worker('maja@karitas.invalid');
	const address = await openPerson(page);
	const person = new URL(page.url()).pathname;
	await add(page, { name: 'Teta Tončka', role: 'relative', reach: '041 000 911', mayKnow: 'that-helped' });
	await add(page, {
		name: 'Nekdo Nezaželen',
		role: 'former-partner',
		reach: '041 000 912',
		neverContact: 'yes',
		mayKnow: 'what-agreed',
	});
	await expectAccessible(page, 'a person with people around');
	expect(await panel(page, 'Ljudje ob osebi')).toContain('041 000 911');
	expect(await panel(page, 'Ljudje ob osebi')).toContain('041 000 912');
	// Who may be called is called by a press; whom nobody may contact is not.
	expect(await page.getByRole('main').locator('a[href^="tel:041000911"]').count()).toBe(1);
	expect(await page.getByRole('main').locator('a[href^="tel:041000912"]').count()).toBe(0);
	// Nor by a browser that would make a link of every number by itself.
	const detection = page.locator('meta[name="format-detection"]');
	expect(await detection.getAttribute('content')).toContain('telephone=no');
	expect(await panel(page, 'Ljudje ob osebi')).toMatch(/Nikoli ne navezujte stika\s+Nekdo Nezaželen[\s\S]*Teta Tončka/);
	await page.goto(address);
	await expectAccessible(page, 'a case with people around');
	const all = await page.getByRole('main').innerText();
	expect(all).toContain('Nikoli ne navezujte stika: ');
	expect(all).toMatch(/Nekdo Nezaželen \(nekdanji partner ali partnerka\)/);
	expect(await panel(page, 'Ljudje')).toMatch(/Teta Tončka\s+drug sorodnik · sme vedeti, da oseba dobiva pomoč/);
	expect(await panel(page, 'Ljudje')).toMatch(
		/Nekdo Nezaželen\s+nekdanji partner ali partnerka · ne sme vedeti ničesar/,
	);
	await page.goto(person);
	await follow(page, 'Teta Tončka');
	await expectAccessible(page, 'somebody around');
	await send(page, 'Ni več ob osebi');
	expect(await panel(page, 'Ljudje ob osebi')).toMatch(/Ne več\s+Teta Tončka, drug sorodnik: od /);
	await page.goto(address);
	expect(await page.getByRole('main').innerText()).not.toContain('Teta Tončka');
});

test('of a child it is seen who decides and who has not consented yet; consent is given and withdrawn [W6]', async () => {
	const page = await worker('maja@karitas.invalid');
	await openPerson(page);
	await follow(page, 'Spremenite podatke');
	await write(page, { birthYear: inDays(0).slice(0, 4), interpreter: 'slovenski znakovni jezik' });
	await send(page, 'Shranite');
	await add(page, { name: 'Mama Navidezna', role: 'parent', holdsResponsibility: 'yes', livesWith: 'yes' });
	await add(page, { name: 'Šolska svetovalka', role: 'school', reach: 'OŠ Izmislek' });
	await add(page, { name: 'Vzgojiteljica', role: 'school', reach: 'Vrtec Namišljen' });
	const consents = () => panel(page, 'Starševska odgovornost in soglasje');
	await expectAccessible(page, 'a child');
	expect(await consents()).toMatch(/Mama Navidezna\s+soglasja še ni/);
	expect(await consents()).toMatch(/Šola ali vrtec: Šolska svetovalka, OŠ Izmislek/);
	expect(await consents()).toMatch(/Šola ali vrtec: Vzgojiteljica, Vrtec Namišljen/);
	expect(await panel(page, 'Kako jo dosežemo')).toContain('slovenski znakovni jezik');
	await follow(page, 'Mama Navidezna');
	await expectAccessible(page, 'a parent');
	await write(page, { givenOn: inDays(1) });
	await send(page, 'Zapišite soglasje');
	await expectAccessible(page, 'a consent refused');
	expect(await page.getByRole('alert').first().innerText()).toContain('še ni');
	await write(page, { givenOn: inDays(0) });
	await send(page, 'Zapišite soglasje');
	expect(await consents()).toMatch(/Mama Navidezna\s+soglasje dano/);
	await follow(page, 'Mama Navidezna');
	await send(page, 'Ni več ob osebi');
	expect(await page.getByRole('alert').first().innerText()).toContain('Najprej zapišite preklic');
	await send(page, 'Zapišite preklic');
	expect(await consents()).toMatch(/Mama Navidezna\s+soglasje preklicano/);
});
