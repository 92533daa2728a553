import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
	atSizeOrWithout,
	expectAccessible,
	follow,
	people,
	press,
	send,
	write,
	type Looks,
} from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { inDays, KARITAS, mainActs, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const MAJA = 'maja@karitas.invalid';

const WAYS = atSizeOrWithout<{ how: string; looks: Looks; words: string }>(
	{ how: 'with JavaScript', looks: {}, words: 'Odkar sem sama, ne spim in dan nima reda.' },
	{ how: 'without JavaScript, on a phone', looks: { javaScript: false, width: 360 }, words: 'Ponoči me je strah.' },
);

describe.each(WAYS)('Blizu, $how', ({ looks, words }) => {
	const told = { code: '', request: '', case: '' };
	const desk = () => worker(MAJA, looks);
	const openCase = async (): Promise<Page> => {
		const page = await desk();
		await page.goto(told.case);
		return page;
	};

	test('somebody asks for help without a name, a telephone or an e-mail, and gets a code [A4]', async () => {
		const page = await somebody(looks);
		told.code = await steps.askForHelp(page, steps.BLIZU, {
			look: true,
			weighs: { words, reasons: ['mental-distress'], urgency: 'urgent' },
			how: { mode: 'phone', place: 'Rečica ob Savinji' },
		});
		expect(told.code).toMatch(/^[0-9A-Z]{3}(-[0-9A-Z]{3}){3}$/);
	});

	test('a worker sees the request with its clock, takes it and offers a time', async () => {
		const page = await desk();
		told.request = await steps.findRequest(page, KARITAS, words);
		await expectAccessible(page, 'a request that waits');
		expect(await page.locator('.desk__head .clock').innerText()).toMatch(/^(do|še) /);
		expect(await panel(page, 'Kako jo dosežemo')).toContain('Odgovor vidi samo s kodo.');
		await send(page, 'Prevzemite prošnjo');
		await expectAccessible(page, 'a request that was taken');
		expect(await page.getByRole('main').innerText()).toContain('odgovarja Maja Vzorčna');
		await steps.offerTime(page, { on: inDays(looks.javaScript === false ? 21 : 22) });
		await expectAccessible(page, 'a request with a time');
		expect(await panel(page, 'Potek')).toContain('Termin je ponujen');
		await page.goto(`${KARITAS}/requests?view=waiting`);
		expect(await page.locator(`a[href="${told.request}"]`).count()).toBe(0);
	});

	test('the person opens their request with the code and accepts the time', async () => {
		const page = await somebody(looks);
		await steps.enterCode(page, told.code.toLowerCase().replaceAll('-', ' '));
		await expectAccessible(page, 'one’s own request, a time is offered');
		expect(await page.getByRole('main').innerText()).toContain(words);
		await send(page, 'Ustreza mi');
		await expectAccessible(page, 'one’s own request, the time is agreed');
		expect(await page.getByRole('main').innerText()).toContain('Pogovor je dogovorjen');
	});

	test('the introductory talk is recorded by its guide, and its record is complete [A9]', async () => {
		const page = await desk();
		await page.goto(told.request);
		expect(await panel(page, 'Potek')).toContain('Termin je dogovorjen');
		await follow(page, 'Uvodni razgovor');
		await expectAccessible(page, 'the introductory talk');
		await write(page, {
			'tick-introduced': ['confidentiality', 'voluntary'],
			'text-own-view': 'Dnevi se vlečejo.',
			'text-next-step': 'V torek gre do sosede.',
			startedOn: inDays(0),
			startedAt: '00:01',
			minutes: '1',
		});
		await send(page, 'Zaključite pogovor');
		expect(await panel(page, 'Potek')).toContain('1 minuta');
		await press(page, page.locator(`main a[href^="${told.request}/talks/"]`).first());
		await expectAccessible(page, 'the record of a talk');
		const said = await page.getByRole('main').innerText();
		for (const one of ['Dnevi se vlečejo.', 'V torek gre do sosede.', 'zaupnost in njene meje', 'Maja Vzorčna'])
			expect(said).toContain(one);
	});

	test('a case is opened, and does not become active while a condition is missing [B12]', async () => {
		const page = await desk();
		await page.goto(told.request);
		expect(await mainActs(page)).toEqual(['Ustvarite osebo']);
		await send(page, 'Ustvarite osebo');
		expect(await mainActs(page), 'the talk was held: what comes next is first').toEqual(['Odprite obravnavo']);
		await steps.record(page, 'Odprite obravnavo', { fields: {}, submit: 'Odprite obravnavo' });
		await expectAccessible(page, 'a case that waits for its conditions');
		told.case = new URL(page.url()).pathname;
		expect(told.case).toMatch(/\/cases\/[0-9a-f-]{36}$/);
		for (const missing of ['manjkajo 3', 'manjkata 2', 'manjka 1']) {
			expect(await panel(page, 'Pogoji')).toContain(missing);
			await page.goto(`${told.case}/activation`);
			await send(page, 'Naj postane dejavna');
			expect(await page.getByRole('alert').innerText()).toContain(`${missing} pogoj`);
			if (missing === 'manjka 1') await expectAccessible(page, 'activation refused');
			await page.goto(told.case);
			await stateNextCondition(page);
		}
		await expectAccessible(page, 'a case that is ready');
		expect(await panel(page, 'Pogoji')).toContain('vsi izpolnjeni');
		expect((await panel(page, 'Pogoji')).match(/ustno, zapis: Maja Vzorčna/g)).toHaveLength(3);
		await steps.record(page, 'Naj postane dejavna', { fields: {}, submit: 'Naj postane dejavna' });
		await expectAccessible(page, 'an active case');
		expect(await page.locator('.desk__head').innerText()).toContain('dejavna');
	});

	test('the plan has a goal and a step, a meeting is recorded, and the step is done', async () => {
		const page = await openCase();
		await steps.record(page, 'Začnite načrt', {
			fields: { 'goal-0': 'Spet spati', 'goal-0-step-0': 'Večerni sprehod', 'goal-0-step-0-who': 'together' },
			submit: 'Shranite načrt',
		});
		expect(await panel(page, 'Individualni načrt')).toContain('Večerni sprehod');
		await press(page, page.getByRole('button', { name: 'Označite kot opravljeno: Večerni sprehod' }));
		expect(await panel(page, 'Individualni načrt')).toContain('opravljeno');
		await follow(page, 'Zapišite srečanje');
		await expectAccessible(page, 'recording a meeting');
		await write(page, { startedOn: inDays(0), startedAt: '00:02', minutes: '1', done: 'Sprehod ob Savinji.' });
		await page.getByLabel('Spet spati').check();
		await send(page, 'Zaključite zapis');
		expect(await panel(page, 'Časovnica')).toContain('2. srečanje');
	});

	test('a review keeps how the person sees it now beside how they saw it first, and renews the agreed period [B3, B20]', async () => {
		const page = await openCase();
		await follow(page, 'Pregled');
		await expectAccessible(page, 'the form: Pregled');
		await page.getByLabel('Kako vidi zdaj').fill('Dan ima spet red.');
		await write(page, { note: 'Gre na bolje.', renewedUntil: inDays(200) });
		await send(page, 'Shranite pregled');
		await expectAccessible(page, 'a reviewed case');
		const why = await panel(page, 'Zakaj');
		expect(why).toContain('Dnevi se vlečejo.');
		expect(why).toContain('Dan ima spet red.');
		expect(await panel(page, 'Pogoji')).toContain(shown(inDays(200)));
		expect(await panel(page, 'Časovnica')).toContain('Dogovorjeno obdobje je podaljšano');
	});

	test('the case is closed with an outcome for each goal, and the rhythm of everyday life regained is one [B2]', async () => {
		const page = await openCase();
		await steps.record(page, 'Zaključek', { fields: { reason: 'goals-achieved' }, submit: 'Zaključite obravnavo' });
		await expectAccessible(page, 'closing refused');
		expect(await page.getByRole('alert').innerText()).toContain('Izberite');
		await page.locator('main input[name^="goal-"][value="achieved"]').check();
		await write(page, { outcomes: ['everyday-rhythm-regained'] });
		await send(page, 'Zaključite obravnavo');
		await expectAccessible(page, 'a closed case');
		const closure = await panel(page, 'Zaključek');
		expect(closure).toMatch(/Spet spati\s+dosežen/);
		expect(closure).toMatch(/rit(em|ma) vsakdan/i);
		expect(await page.getByRole('link', { name: 'Zapišite srečanje' }).count()).toBe(0);
	});

	test('the case is reopened with a reason: its history stands, who saw what is listed, and its meetings are counted on', async () => {
		const page = await openCase();
		await steps.record(page, 'Ponovno odprite', { fields: {}, submit: 'Ponovno odprite' });
		await expectAccessible(page, 'reopening refused');
		await write(page, { reason: 'person-returned' });
		await send(page, 'Ponovno odprite');
		const history = [
			'2. srečanje',
			'Dogovorjeno obdobje je podaljšano',
			'Obravnava je zaključena',
			'oseba se je vrnila',
		];
		for (const one of history) expect(await panel(page, 'Časovnica'), one).toContain(one);
		expect(await panel(page, 'Individualni načrt')).toContain('Spet spati');
		await follow(page, 'Kdo je kaj videl');
		await expectAccessible(page, 'the journal of a case');
		const journal = await page.getByRole('table').innerText();
		for (const deed of DEEDS) expect(journal, deed).toContain(deed);
		await page.goto(told.case);
		await steps.fillIn(page, 'Zapišite srečanje', {
			fields: { startedOn: inDays(0), startedAt: '00:03', minutes: '1', done: 'Spet ob Savinji.' },
			submit: 'Zaključite zapis',
		});
		const timeline = await panel(page, 'Časovnica');
		for (const one of ['2. srečanje', '3. srečanje', 'oseba se je vrnila']) expect(timeline, one).toContain(one);
		expect(await headings(page)).toEqual(IN_THE_ORDER_OF_READING);
	});
});

/** The panels of the case as they are read one after the other, also on a phone. */
async function headings(page: Page): Promise<readonly string[]> {
	const ids = await page.locator('main h2[id]').evaluateAll((all) => all.map((one) => one.id));
	return ids.filter((id) => IN_THE_ORDER_OF_READING.includes(id));
}

/** What was said and what is to be done next come before the story and who takes part. */
const IN_THE_ORDER_OF_READING = ['why', 'appointments', 'plan', 'timeline', 'people'];

const DEEDS = [
	'obravnava odprta',
	'zapisan pogoj',
	'obravnava postala dejavna',
	'spremenjen načrt',
	'označen korak',
	'zapisano srečanje',
	'pregled',
	'obravnava zaključena',
	'obravnava ponovno odprta',
	'vpogled v obravnavo',
];

const shown = (day: string) => day.split('-').map(Number).toReversed().join('. ');

/** States the first condition that is still open; the last one says until when. */
async function stateNextCondition(page: Page): Promise<void> {
	await press(page, page.locator('main a[href*="/conditions/"]').first());
	const until = await page.locator('[name="until"]').count();
	if (until > 0) await expectAccessible(page, 'stating a condition');
	await write(page, { statedOn: inDays(0), ...(until > 0 ? { until: inDays(90) } : {}) });
	await send(page, 'Zapišite');
}
