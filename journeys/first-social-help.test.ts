import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { CSD, inDays, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const NEVA = 'neva@csd.invalid';

/** Enters a request at the desk and opens it. */
async function enter(page: Page, fields: Parameters<typeof write>[1]): Promise<void> {
	await page.goto(`${CSD}/requests/new?programme=prva-socialna-pomoc`);
	await expectAccessible(page, 'entering a request');
	await write(page, fields);
	await send(page, 'Zapišite');
	await expectAccessible(page, 'an entered request');
}

/** Proposes somebody at the door of first social help; returns the proposer's code and the request at the desk. */
async function propose(desk: Page, words: string): Promise<{ code: string; request: string }> {
	const proposer = await somebody();
	const code = await steps.askForHelp(proposer, steps.PSP, {
		who: { forWhom: 'proposal' },
		about: {
			aboutName: 'Anže Zamišljeni',
			knows: 'yes',
			proposer: 'professional',
			wayIn: 'initiative',
			organisation: 'OŠ Izmislek',
			role: 'učiteljica',
		},
		weighs: { words },
		how: { mode: 'office' },
		reach: { name: 'Tatjana Zgledna', phone: '041 000 777' },
	});
	const request = await steps.findRequest(desk, CSD, words);
	await send(desk, 'Prevzemite prošnjo');
	return { code, request };
}

async function answer(desk: Page, answered: 'accepted' | 'declined'): Promise<void> {
	await steps.record(desk, 'Zapišite odgovor osebe', { fields: {}, submit: 'Zapišite' });
	await expectAccessible(desk, 'an answer refused');
	expect(await desk.getByRole('alert').innerText()).toContain('Izberite eno od možnosti.');
	await write(desk, { answer: answered });
	await send(desk, 'Zapišite');
	await expectAccessible(desk, 'an answered initiative');
}

test('the person’s own request, made by telephone, is entered by the worker and theirs from then on [P6]', async () => {
	const page = await worker(NEVA);
	await enter(page, {
		forWhom: 'self',
		mode: 'phone',
		reasons: ['housing', 'material'],
		words: 'Lastnik hoče, da se izselimo.',
		name: 'Zala Vzorčnik',
		phone: '041 000 512',
	});
	const all = await page.getByRole('main').innerText();
	expect(all).toContain('odgovarja Neva Navidezna');
	expect(all).toContain('zapisano po pripovedi');
	expect(await panel(page, 'Podatki')).toContain('Samostojna odločitev osebe');
	expect(await page.getByRole('main').getByRole('link', { name: 'Razgovor prve socialne pomoči' }).count()).toBe(1);
});

test('an initiative becomes a talk only once the person accepts it [P7]', async () => {
	const page = await worker(NEVA);
	const { code, request } = await propose(page, 'Po pouku noče domov.');
	await page.goto(`${request}/talk`);
	await expectAccessible(page, 'a talk that cannot be yet');
	expect(await page.getByRole('main').innerText()).toContain('Pogovora še ni mogoče zapisati');
	expect(await page.locator('[name="startedOn"]').count()).toBe(0);
	await page.goto(request);
	await answer(page, 'accepted');
	expect(await panel(page, 'Podatki')).toContain('sprejela');
	await follow(page, 'Razgovor prve socialne pomoči');
	expect(await page.locator('[name="startedOn"]').count()).toBe(1);
	expect(await toldTheProposer(code)).toContain('Vaš predlog smo obravnavali');
});

test('declining an initiative is a recorded outcome, and the proposer’s code tells nothing of it [P7]', async () => {
	const page = await worker(NEVA);
	const words = 'Zadnji mesec ne pride več v društvo.';
	const { code, request } = await propose(page, words);
	await answer(page, 'declined');
	expect(await panel(page, 'Potek')).toContain('Oseba ne želi');
	expect(await panel(page, 'Kaj zdaj')).toContain('Prošnja je končana.');
	await page.goto(`${CSD}/requests?view=ended`);
	expect(await page.locator(`a[href="${request}"]`).count()).toBe(1);
	const told = await toldTheProposer(code);
	expect(told).toContain('Vaš predlog smo obravnavali');
	expect(told).toContain('ve in pove samo ona');
	expect(told).not.toMatch(/ne želi|zavrnjen|zaključen|odklon|Neva/i);
});

/** What the code of a proposer shows: the same whatever the person answered. */
async function toldTheProposer(code: string): Promise<string> {
	const page = await somebody();
	await steps.enterCode(page, code);
	await expectAccessible(page, 'one’s own proposal');
	return page.getByRole('main').innerText();
}

test('ex officio the talk waits for the record that the person was informed [P8]', async () => {
	const page = await worker(NEVA);
	await enter(page, {
		forWhom: 'ex-officio',
		mode: 'office',
		words: 'Obvestilo vrtca o poškodbi.',
		name: 'Lan Zamišljeni',
	});
	const request = new URL(page.url()).pathname;
	expect(await panel(page, 'Kaj je center izvedel')).toContain('Obvestilo vrtca');
	await page.goto(`${request}/talk`);
	await expectAccessible(page, 'a talk that waits for the notice');
	expect(await page.locator('[name="startedOn"]').count()).toBe(0);
	await follow(page, 'Zapišite, da je oseba seznanjena');
	await send(page, 'Zapišite');
	await expectAccessible(page, 'a notice refused');
	expect(await page.getByRole('alert').innerText()).toContain('Izberite eno od možnosti.');
	await write(page, { basis: 'binding-information' });
	await send(page, 'Zapišite');
	expect(await panel(page, 'Podatki')).toMatch(/Seznanjena\s.*Neva Navidezna; center je dobil podatke/);
	await follow(page, 'Razgovor prve socialne pomoči');
	expect(await page.locator('[name="startedOn"]').count()).toBe(1);
});

test('the talk has three parts, its minutes stand beside the usual 45, and it may close without an agreement [P9, P11, P12]', async () => {
	const page = await worker(NEVA);
	await enter(page, { forWhom: 'self', mode: 'office', words: 'Ne vem, kam naj grem.', name: 'Tit Zamišljeni' });
	const request = new URL(page.url()).pathname;
	await follow(page, 'Razgovor prve socialne pomoči');
	await expectAccessible(page, 'the talk of first social help');
	const parts = await page.locator('.guide__h').allInnerTexts();
	expect(parts.filter((title) => /^\d\. del/i.test(title))).toHaveLength(3);
	expect(await page.getByRole('complementary').innerText()).toContain('Povprečje je 45 minut. Ni meja.');
	await write(page, {
		'minutes-introduction': '20',
		'minutes-help': '30',
		'minutes-ways-forward': '10',
		startedOn: inDays(-1),
		startedAt: '10:00',
		'text-distress-in-own-words': 'Izgubljena sem.',
		'text-resources': 'Sestra v Celju.',
		'text-rights': 'Izredna denarna pomoč.',
		'text-next-step': 'Pokliče sestro.',
	});
	expect(await page.locator('.time-bar').innerText()).toContain('60');
	expect(await page.locator('[name="minutes"]').inputValue()).toBe('60');
	await send(page, 'Zaključite pogovor');
	expect(await panel(page, 'Potek')).toContain('60 minut');
	await press(page, page.locator(`a[href^="${request}/talks/"]`));
	const said = await page.getByRole('main').innerText();
	for (const one of ['Izgubljena sem.', 'Sestra v Celju.', 'Izredna denarna pomoč.', 'Pokliče sestro.', '20 minut'])
		expect(said).toContain(one);
	await page.goto(request);
	await follow(page, 'Zaključite s pogovorom');
	await send(page, 'Zaključite s pogovorom');
	await expectAccessible(page, 'a conclusion refused');
	await write(page, { agreement: 'none' });
	await send(page, 'Zaključite s pogovorom');
	await expectAccessible(page, 'a concluded request');
	expect(await panel(page, 'Potek')).toContain('Brez dogovora');
});
