import { describe, expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write, type Fields, type Looks } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { fillIn, inDays, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const ASK = '/ask/zpm-moste-polje/skupaj-zmoremo';
const WITHOUT: Looks = { javaScript: false };
const WORDS = 'Od zaprtja šol ne grem več med ljudi.';
const NOW = { startedOn: inDays(0), startedAt: '00:01', minutes: '1' };

describe('Skupaj zmoremo, from the way in to the closure', () => {
	const told = { case: '' };
	const desk = () => worker('lina@zpm.invalid', WITHOUT);
	const atCase = async () => {
		const page = await desk();
		await page.goto(told.case);
		return page;
	};

	test('an adolescent asks to be called, says of several reasons what it is about, and is heard in a first talk that keeps needs, resources and quality of life [Z1, Z2, Z12]', async () => {
		await steps.askForHelp(await somebody({ ...WITHOUT, width: 360 }), ASK, {
			weighs: { words: WORDS, reasons: ['fears', 'irritability'], urgency: 'ordinary' },
			how: { mode: 'phone' },
			reach: { name: 'Pia Zamišljena', phone: '041 000 321' },
		});
		const page = await desk();
		const request = await steps.findRequest(page, '/desk/zpm-moste-polje', WORDS);
		await send(page, 'Prevzemite prošnjo');
		await fillIn(page, 'Prvi pogovor', {
			fields: {
				'text-own-view': 'Strah me je avtobusa.',
				'text-concrete-needs': 'Nekdo, s komer grem ven.',
				'text-needs-from-the-epidemic': 'Leto dni sem bila sama v sobi.',
				'text-own-resources': 'Mama je ob sredah prosta.',
				'text-quality-of-life': 'Dnevi so enaki.',
				'tick-activities-chosen': ['counselling-talk', 'family-support-in-the-field', 'preventive-activity'],
				...NOW,
				startedOn: inDays(-1),
			},
			submit: 'Zaključite pogovor',
		});
		await press(page, page.locator('main a[href*="/talks/"]').first());
		const said = await page.getByRole('main').innerText();
		expect(said).toContain('strahovi; razdražljivost');
		expect(said).toContain('Po telefonu');
		expect(said).toMatch(/nastale kot posledica epidemije\s+Leto dni sem bila sama v sobi\./);
		expect(said).toContain('svetovalni pogovor; celostna podpora družini na terenu; preventivna aktivnost');
		await page.goto(request);
		told.case = await steps.openCase(page, { unit: 'family', indications: ['complex-family-problems'] });
		expect(await panel(page, 'Pogoji')).toContain('Program ne postavlja pogojev.');
		await fillIn(page, 'Naj postane dejavna', { submit: 'Naj postane dejavna' });
		expect(await page.locator('.desk__head').innerText()).toContain('dejavna');
	});

	test('the mother joins, a client in her own right; each belongs to target groups of their own, and the case serves goals of the project [Z3, Z5, Z8, Z9]', async () => {
		const page = await desk();
		await page.goto(`${told.case}/members/new`);
		const mother = {
			name: 'Mojca Zamišljena',
			roles: ['client', 'parent'],
			ownView: 'Ne vem, kako naj jo zvabim ven.',
		};
		await write(page, mother);
		await send(page, 'Dodajte člana');
		await page.goto(told.case);
		expect(await panel(page, 'Ljudje')).toMatch(/Mojca Zamišljena\s+uporabnik, starš/);
		expect(await panel(page, 'Zakaj')).toMatch(/Strah me je avtobusa\.[\s\S]*Mojca Zamišljena[\s\S]*zvabim ven/);
		await follow(page, 'Uredite');
		await expectAccessible(page, 'target groups and goals of a family');
		expect(await page.getByRole('main').innerText()).not.toMatch(/izobraževanj|zaprtj/);
		const groupsOf = (name: string) => page.getByRole('group', { name: `Ciljne skupine: ${name}` });
		await groupsOf('Pia Zamišljena').getByLabel('otroci in mladostniki').check();
		await groupsOf('Mojca Zamišljena').getByLabel('visoko stopnjo socialne izključenosti').check();
		await write(page, { goals: ['epidemic-relief', 'social-inclusion-and-empowerment'] });
		await send(page, 'Shranite');
		await expectAccessible(page, 'a case of a family with its target groups');
		expect(await panel(page, 'Ciljne skupine in cilji')).toMatch(
			/Pia Zamišljena\s+otroci in mladostniki\s+.*Mojca Zamišljena\s+osebe, ki se srečujejo z visoko stopnjo[^\n]+\s+Cilji projekta.*\s+zviševanje.*\s+lajšanje/,
		);
	});

	test('a plan of their own resources; a visit to the family, talks by telephone and a preventive activity are told apart; it steps up, and all that was stays [Z1, Z2, Z4, Z5, Z12]', async () => {
		const page = await atCase();
		const goal = { 'goal-0': 'Spet na avtobus', 'goal-0-step-0': 'Ena postaja z mamo', 'goal-0-step-0-who': 'person' };
		const found = { resources: 'Mama je ob sredah prosta.', needs: 'Nekdo, s komer grem ven.' };
		await fillIn(page, 'Začnite načrt', { fields: { ...goal, ...found }, submit: 'Shranite načrt' });
		const plan = await panel(page, 'Individualni načrt');
		expect(plan).toMatch(/Ena postaja z mamo\s+oseba[\s\S]*Mama je ob sredah prosta\.[\s\S]*s komer grem ven\./);
		const meeting = (fields: Fields) =>
			fillIn(page, 'Zapišite srečanje', { fields: { ...NOW, ...fields }, submit: 'Zaključite zapis' });
		await meeting({ mode: 'home', form: 'field-work-in-families', service: 'family-support-in-the-field' });
		await meeting({ mode: 'phone', form: 'counselling-and-support', service: 'psychological-counselling' });
		await meeting({ mode: 'home', form: '', service: 'preventive-activity' });
		const given = await panel(page, 'Vrste storitev');
		expect(given).toMatch(/celostna podpora družini na terenu\s+1-krat, od tega 1-krat na terenu/);
		expect(given).toMatch(/preventivna aktivnost\s+1-krat, od tega 1-krat na terenu/);
		expect(given).toMatch(/psihološko svetovanje\s+1-krat(?!,)/);
		const step = { reason: 'distress-deeper', words: 'Ponoči ne spi.' };
		await fillIn(page, 'Zapišite prehod', { fields: step, submit: 'Zapišite prehod' });
		const stepped = await panel(page, 'Poglobljena obravnava');
		expect(stepped).toMatch(/stiska je globlja od [^\n]*, Lina Zamišljena\s+Ponoči ne spi\.\s+Poglobljena obravnava/);
		const story = await panel(page, 'Časovnica');
		expect(story).toMatch(/Prehod v poglobljeno obravnavo[\s\S]*4\. srečanje[\s\S]*Prvi pogovor/);
	});

	test('at the review each says how they see it and how life has changed, and the case is closed with it [Z5, Z12]', async () => {
		const page = await atCase();
		await follow(page, 'Pregled');
		await page.getByLabel('Pia Zamišljena: kako vidi zdaj').fill('Na avtobus grem z mamo.');
		await page.getByLabel('Mojca Zamišljena: kako vidi zdaj').fill('Upam si jo povabiti.');
		await write(page, { life: 'better' });
		await send(page, 'Shranite pregled');
		expect(await panel(page, 'Časovnica')).toContain('kakovost življenja je boljša kot prej');
		expect(await panel(page, 'Zakaj')).toMatch(
			/Strah me je avtobusa\.[\s\S]*Na avtobus grem z mamo\.[\s\S]*zvabim ven\.[\s\S]*Upam si jo povabiti\./,
		);
		const reached = { reason: 'goals-achieved', outcomes: ['quality-of-life-better', 'family-resolves-actively'] };
		await steps.closeCase(page, { goals: { 'Spet na avtobus': 'dosežen' }, fields: reached });
		const closure = await panel(page, 'Zaključek');
		expect(closure).toMatch(/Spet na avtobus\s+dosežen/);
		expect(closure).toMatch(/kakovost življenja .* izboljšala in družina aktivno rešuje/);
	});
});
