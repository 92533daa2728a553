import { describe, expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write, type Looks } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { CSD, fillIn, inDays, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const ASK = '/ask/csd-izmisljeno-polje/osebna-pomoc';
const WITHOUT: Looks = { javaScript: false };
const WORDS = 'S sosedi se ne morem več pogovarjati brez kričanja.';
const VOLUNTARY = 'prostovoljna odločitev za prejemanje pomoči';
const AGREEMENT = 'pristanek osebe na vključevanje ključnih dejavnikov okolja';
const NETWORK = 'ustrezna organizacijska mreža stalnih sodelavcev';
const NOW = { startedOn: inDays(0), startedAt: '00:01', minutes: '1' };

describe('osebna pomoč, from the way in to the closure', () => {
	const told = { request: '', case: '' };
	const desk = () => worker('neva@csd.invalid', WITHOUT);
	const atCase = async () => {
		const page = await desk();
		await page.goto(told.case);
		return page;
	};

	test('somebody asks for it by their own decision, and in the talk hears that it is voluntary and confidential [O2]', async () => {
		const person = await somebody({ ...WITHOUT, width: 360 });
		await steps.askForHelp(person, ASK, {
			weighs: { words: WORDS, urgency: 'ordinary' },
			how: { mode: 'office' },
			reach: { name: 'Vid Zamišljeni', phone: '041 000 654' },
		});
		const page = await desk();
		told.request = await steps.findRequest(page, CSD, WORDS);
		await send(page, 'Prevzemite prošnjo');
		await follow(page, 'Prvi razgovor');
		expect(await page.getByRole('main').innerText()).toContain('Tu ste prostovoljno in lahko kadarkoli prenehate.');
		await write(page, {
			'tick-introduced': ['voluntary', 'confidentiality', 'three-forms'],
			'text-own-view': 'Vzkipim, potem mi je žal.',
			'text-change-wished': 'Rad bi se znal umakniti.',
			'tick-form-chosen': ['counselling', 'arranging'],
			...NOW,
			startedOn: inDays(-1),
		});
		await send(page, 'Zaključite pogovor');
		await press(page, page.locator('main a[href*="/talks/"]').first());
		expect(await page.getByRole('main').innerText()).toContain('svetovanje; urejanje');
	});

	test('its forms are chosen when the case is opened, and each brings its own conditions [O1, O2, O3, O4]', async () => {
		const page = await desk();
		await page.goto(told.request);
		await send(page, 'Ustvarite osebo');
		await follow(page, 'Odprite obravnavo');
		expect(await page.getByRole('group', { name: 'Oblika pomoči' }).innerText()).toMatch(
			/svetovanje\s+urejanje\s+vodenje/,
		);
		const network = page.getByRole('listitem').filter({ hasText: 'mreža stalnih sodelavcev' });
		expect(await network.innerText()).toContain('Le pri: vodenje');
		const indications = ['situational-distress', 'others-endangered-too'];
		await write(page, { services: ['counselling', 'arranging'], indications });
		await send(page, 'Odprite obravnavo');
		told.case = new URL(page.url()).pathname;
		const conditions = await panel(page, 'Pogoji');
		expect(conditions).toMatch(/manjkata 2[\s\S]*prostovoljna odločitev[\s\S]*pristanek osebe na vključevanje/);
		expect(conditions).toContain('Oblike pomoči: svetovanje, urejanje');
		expect(conditions).not.toContain('mreža stalnih sodelavcev');
		await follow(page, 'Družina in sodelujoči');
		const why = await panel(page, 'Zakaj ta pomoč');
		expect(why).toContain('pripravljena je spremeniti svoje vedenje, poiskati ustrezne rešitve');
		expect(why).toContain('ki ogroža tudi druge osebe');
	});

	test('key actors of the environment are named by whom the person agrees to involve, and without them nothing is arranged [O4]', async () => {
		const page = await atCase();
		await fillIn(page, VOLUNTARY, { submit: 'Zapišite' });
		await fillIn(page, AGREEMENT, { submit: 'Zapišite' });
		await expectAccessible(page, 'key actors, and none is named');
		expect(await page.getByRole('alert').innerText()).not.toBe('');
		const sister = { name: 'Sestra Izmišljena', role: 'sibling', mayKnow: 'what-agreed', reach: '041 000 655' };
		await fillIn(page, 'Zapišite nekoga iz okolja osebe', { fields: sister, submit: 'Zapišite' });
		await page.goto(told.case);
		await follow(page, AGREEMENT);
		await page.getByLabel('Sestra Izmišljena').check();
		await write(page, { form: 'oral' });
		await send(page, 'Zapišite');
		expect(await panel(page, 'Pogoji')).toContain(`${AGREEMENT}: Sestra Izmišljena`);
		expect(await panel(page, 'Ljudje')).toMatch(/Sestra Izmišljena\s+brat ali sestra · sme vedeti, kar je dogovorjeno/);
		await fillIn(page, 'Naj postane dejavna', { submit: 'Naj postane dejavna' });
		expect(await page.locator('.desk__head').innerText()).toContain('dejavna');
	});

	test('guidance is added later, and the case waits until two standing collaborators are named [O5]', async () => {
		const page = await atCase();
		await follow(page, 'Dodajte obliko pomoči');
		await write(page, { services: ['guidance'] });
		await send(page, 'Dodajte obliko pomoči');
		expect(await page.locator('.desk__head').innerText()).toContain('čaka na pogoje');
		const asked = await panel(page, 'Pogoji');
		expect(asked).toMatch(
			new RegExp(`manjka 1[\\s\\S]*Še odprto:\\s+${NETWORK}\\s+Oblike pomoči: svetovanje, urejanje, vodenje`),
		);
		await follow(page, NETWORK);
		await page.getByLabel('Sestra Izmišljena').check();
		await send(page, 'Zapišite');
		expect(await page.getByRole('alert').innerText()).toContain('Imenujte vsaj dva človeka.');
		const nurse = { name: 'Patronažna Namišljena', role: 'doctor', mayKnow: 'that-helped' };
		await fillIn(page, 'Zapišite nekoga iz okolja osebe', { fields: nurse, submit: 'Zapišite' });
		await page.goto(told.case);
		await follow(page, NETWORK);
		for (const name of ['Sestra Izmišljena', 'Patronažna Namišljena']) await page.getByLabel(name).check();
		await send(page, 'Zapišite');
		const met = await panel(page, 'Pogoji');
		expect(met).toContain('vsi izpolnjeni');
		expect(met).toMatch(new RegExp(`${NETWORK}: .*Sestra Izmišljena`));
		expect(met).toMatch(new RegExp(`${NETWORK}: .*Patronažna Namišljena`));
		await fillIn(page, 'Naj postane dejavna', { submit: 'Naj postane dejavna' });
		expect(await page.locator('.desk__head').innerText()).toContain('dejavna');
	});

	test('each goal says which social capability it serves; it is worked on with those around, and closed with what the person changed [O3, O4, O6]', async () => {
		const page = await atCase();
		await follow(page, 'Začnite načrt');
		await write(page, { 'goal-0': 'Umakniti se, preden vzkipim', 'goal-0-step-0': 'Ob prepiru grem na sprehod' });
		await send(page, 'Shranite načrt');
		expect(await page.getByRole('alert').innerText()).toContain('Izberite eno od možnosti.');
		await write(page, { 'goal-0-capability': 'developing' });
		await send(page, 'Shranite načrt');
		const plan = await panel(page, 'Individualni načrt');
		expect(plan).toMatch(/Umakniti se, preden vzkipim\s+Kateri zmožnosti služi: razvijanje socialnih možnosti/);
		const alone = { ...NOW, mode: 'office', form: 'individual-talk', service: 'counselling' };
		const around = { ...NOW, mode: 'office', form: 'meeting-with-the-environment', service: 'arranging' };
		for (const fields of [alone, around])
			await fillIn(page, 'Zapišite srečanje', { fields, submit: 'Zaključite zapis' });
		const given = await panel(page, 'Vrste storitev');
		for (const service of ['svetovanje', 'urejanje']) expect(given).toMatch(new RegExp(`${service}\\s+1-krat`));
		await follow(page, 'Pregled');
		await page.getByLabel('Kako vidi zdaj').fill('Dvakrat sem se umaknil.');
		await send(page, 'Shranite pregled');
		expect(await panel(page, 'Zakaj')).toMatch(
			/Vzkipim, potem mi je žal\.[\s\S]*Nazadnje[\s\S]*Dvakrat sem se umaknil\./,
		);
		await steps.closeCase(page, {
			goals: { 'Umakniti se, preden vzkipim': 'delno' },
			fields: { reason: 'goals-achieved', outcomes: ['behaviour-changed', 'relations-in-order'] },
		});
		const closure = await panel(page, 'Zaključek');
		expect(closure).toMatch(/Umakniti se, preden vzkipim\s+delno/);
		expect(closure).toMatch(/spremenila svoje vedenje[\s\S]* in odnosi z drugimi so urejeni/);
	});
});
