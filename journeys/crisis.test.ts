import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, follow, people, send, write, type Looks } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { inDays, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const CENTRE = '/desk/krizove-centrum-smyslenka';
const ASK = '/ask/krizove-centrum-smyslenka/krizova-intervence';
const RADKA = 'radka@smyslenka.invalid';
const CZECH: Looks = { language: 'cs' };
const WORDS = 'Od pondělí nevycházím z bytu a třesou se mi ruce.';

/** Opens what is folded up, so that one can write in it. */
async function unfold(page: Page, words: string): Promise<void> {
	await page.locator('main summary', { hasText: words }).first().click();
}

describe('krizová intervence, from the way in to the closure', () => {
	const told = { request: '', case: '' };
	const desk = () => worker(RADKA, CZECH);

	test('somebody in a hard situation asks for help in Czech, without JavaScript and on a phone [C1]', async () => {
		const page = await somebody({ ...CZECH, javaScript: false, width: 360 });
		const code = await steps.askForHelp(page, ASK, {
			look: true,
			weighs: { words: WORDS, urgency: 'urgent' },
			how: { mode: 'office' },
			reach: { name: 'Hedvika Smyšlená', phone: '+420 000 000 555' },
		});
		expect(code).toMatch(/^[0-9A-Z]{3}(-[0-9A-Z]{3}){3}$/);
	});

	test('the talk goes by its guide, and begins the case: its task, the client’s own plan, meeting 1 of 12 [C2, C4]', async () => {
		const page = await desk();
		told.request = await steps.findRequest(page, CENTRE, WORDS);
		await send(page, 'Převzít žádost');
		await page.goto(`${told.request}/talk`);
		await expectAccessible(page, 'the crisis talk');
		await write(page, {
			'text-own-view': 'Manžel odešel, bojí se zůstat sama.',
			'text-agreed-task': 'Přečkat noc.',
			'text-steps-of-the-plan': 'Zavolám sestře.',
			startedOn: inDays(-1),
			startedAt: '10:00',
			minutes: '50',
		});
		await send(page, 'Ukončit rozhovor');
		await send(page, 'Vytvořit osobu');
		await follow(page, 'Otevřít případ');
		await send(page, 'Otevřít případ');
		told.case = new URL(page.url()).pathname;
		await expectAccessible(page, 'a crisis case');
		expect(await panel(page, 'Zakázka')).toContain('Přečkat noc.');
		expect(await panel(page, 'Plán řešení krize')).toContain('Zavolám sestře.');
		expect(await panel(page, 'Počet setkání')).toMatch(/1\s+z 12 setkání/);
		expect(await panel(page, 'Průběh')).toContain('zmapování aktuální situace');
		await follow(page, 'Aktivovat');
		await send(page, 'Aktivovat');
	});

	test('goals are set from the eight; the last only with what requires it [C3]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/plan`);
		await expectAccessible(page, 'the client’s own plan');
		await write(page, { 'listed-0': 'yes', 'listed-7': 'yes' });
		await send(page, 'Uložit plán');
		expect(await page.getByRole('alert').innerText()).toContain('Stručně napište proč.');
		expect(await page.locator('[name="ownWords"]').inputValue()).toBe('Zavolám sestře.');
		await write(page, { 'listed-7-words': 'Bez léků nespí.' });
		await send(page, 'Uložit plán');
		const plan = await panel(page, 'Plán řešení krize');
		expect(plan).toContain('návrat k předkrizovému fungování a zajištění bezpečí');
		expect(plan).toContain('Bez léků nespí.');
	});

	test('a meeting goes by the steps; the task changes with it; an escort wants its reason [C2, C6, C7]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/meetings/new`);
		await expectAccessible(page, 'a meeting of a crisis course');
		expect(await page.getByRole('main').innerText()).toContain('1 z 12 setkání');
		await unfold(page, 'Základní sociální poradenství');
		const when = { startedOn: inDays(0), startedAt: '00:01', minutes: '1' };
		await write(page, {
			...when,
			'course-working-on-the-agreed-task': 'Nacvičily jsme dýchání.',
			'course-done': ['mapping-the-situation'],
			task: 'Přečkat noc a zavolat sestře.',
			counselling: ['escort', 'rights-and-duties'],
		});
		await send(page, 'Ukončit zápis');
		expect(await page.getByRole('alert').innerText()).toContain('Stručně napište proč.');
		expect(await page.locator('[name="task"]').inputValue()).toBe('Přečkat noc a zavolat sestře.');
		await write(page, { 'counselling-escort': 'První cesta na úřad.' });
		await send(page, 'Ukončit zápis');
		expect(await panel(page, 'Počet setkání')).toMatch(/2\s+z 12 setkání/);
		const task = await panel(page, 'Zakázka');
		expect(task).toContain('Přečkat noc a zavolat sestře.');
		expect(task).toContain('1 starší verze');
		expect(await panel(page, 'Průběh')).toContain('hotovo');
		expect(await panel(page, 'Základní sociální poradenství')).toContain('doprovod');
	});

	test('a contact is mediated with the client’s agreement, and stops when they take it back [C9]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/contacts/new`);
		await write(page, { provider: 'mental-health', whom: 'Ambulance Vymyšlená', about: 'Termín.' });
		await send(page, 'Uložit souhlas');
		expect(await page.getByRole('alert').innerText()).toContain('Bez souhlasu klienta');
		await page.goto(told.case);
		await follow(page, 'Domluvit kontakt');
		await write(page, { provider: 'mental-health', whom: 'Ambulance Vymyšlená', about: 'Termín.', agreedForm: 'oral' });
		await page.locator('[name="agreedBy"]').first().check();
		await send(page, 'Uložit souhlas');
		await follow(page, 'Ambulance Vymyšlená');
		await expectAccessible(page, 'a mediated contact');
		await send(page, 'Klient souhlas odvolal');
		expect(await page.getByRole('main').innerText()).toContain('Klient souhlas odvolal');
		expect(await page.getByRole('button', { name: 'Kontakt proběhl' }).count()).toBe(0);
	});

	test('after the acute phase the meeting asks for insight and coping; goals are assessed; the case is closed [C3, C5]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/phase`);
		await send(page, 'Zahájit');
		expect(await panel(page, 'Průběh')).toContain('po odeznění akutní krize od');
		await page.goto(`${told.case}/meetings/new`);
		await expectAccessible(page, 'a meeting after the acute phase');
		const when = { startedOn: inDays(0), startedAt: '00:01', minutes: '1' };
		await write(page, { ...when, 'text-insight': 'Strach přichází, když mlčí.', 'tick-outcomes': ['certain-insight'] });
		await send(page, 'Ukončit zápis');
		expect(await panel(page, 'Počet setkání')).toMatch(/3\s+z 12 setkání/);
		await follow(page, 'Zhodnotit cíle');
		await expectAccessible(page, 'assessing the goals');
		const goals = await page.locator('main input[name^="goal-"][value="partly"]').all();
		for (const goal of goals) await goal.check();
		await send(page, 'Uložit hodnocení');
		expect(await panel(page, 'Plán řešení krize')).toContain('částečně');
		await follow(page, 'Ukončení');
		await write(page, { reason: 'goals-achieved', outcomes: ['wider-coping'] });
		for (const goal of await page.locator('main input[name^="goal-"][value="achieved"]').all()) await goal.check();
		await send(page, 'Ukončit případ');
		expect(await panel(page, 'Ukončení')).toContain('rozšíření repertoáru vyrovnávacích strategií');
		await page.goto(`${CENTRE}/cases`);
		const row = page.locator('tr', { hasText: 'Hedvika Smyšlená' });
		expect(await row.innerText()).toContain('3 z 12 setkání');
	});
});
