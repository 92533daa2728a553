// A programme nobody had thought of: made from scratch by an administrator, and run from a request to its closure.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, write, type Fields } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import * as steps from './steps.fixtures.ts';

const { inDays, KARITAS, panel } = steps;
const opora = anOpora();
const { somebody, worker } = people(opora);
const bare = { javaScript: false } as const;
const KEY = 'svetilnik-izmisljeni';
const PROGRAMMES = `${KARITAS}/admin/programmes`;
const DRAFT = `${PROGRAMMES}/${KEY}/draft`;
const told = { case: '', request: '' };
const text = (page: Page) => page.getByRole('main').innerText();

/** What is written where, in the order of the sections; what begins with `+` adds a row. */
const WRITTEN: readonly (readonly [place: string, fields: Fields])[] = [
	['title', { 'summary-sl': 'Za večere, ko ni nikogar.', 'summary-en': 'For evenings when nobody is there.' }],
	['for-whom/reasons._new', { 'text-sl': 'Samota', 'text-cs': 'Samota', 'text-en': 'Solitude' }],
	['help/formsOfHelp._new', { 'text-sl': 'Obisk ob svetilniku', modes: ['office'], recordedAs: 'meeting' }],
	['ways-in/waysIn._new', { 'text-sl': 'Oseba se oglasi sama', from: 'self', ownWish: 'given' }],
	['conditions', { 'agreement-title-sl': 'Dogovor ob luči', 'agreement-form': 'oral', 'agreement-period': 'required' }],
	[
		'conditions/conditions._new',
		{ 'text-sl': 'Želi si družbe', kind: 'statement', party: 'each-client', forms: ['oral'], setsPeriod: ['yes'] },
	],
	['who', { 'team-text-sl': 'Svetilničar.' }],
	['who/memberRoles._new', { 'text-sl': 'Sosed ob pomolu', takesPart: ['yes'] }],
	['meetings', { 'meetings-limit': '2', 'duration-text-sl': 'Dva večera.' }],
	['meetings/reasonsToClose._new', { 'text-sl': 'Luč gori' }],
	['meetings/course._new', { 'text-sl': 'Prižgati luč' }],
	['guide', { 'guide-title-sl': 'Pogovor ob luči' }],
	['guide/guide-parts._new', { 'title-sl': 'Začetek' }],
	[
		'guide/guide-parts.zacetek.prompts._new',
		{ 'label-sl': 'Kako je, ko se stemni', kind: 'text', step: 'prizgati-luc', marked: ['yes'] },
	],
	['plan', { 'plan-title-sl': 'Načrt luči', 'plan-goals': 'own', 'plan-madeBy': 'together' }],
];

test('an administrator makes a programme from scratch, section by section, and is told what is missing and where [A1, A3]', async () => {
	const page = await worker('ada@karitas.invalid', bare);
	await page.goto(PROGRAMMES);
	await follow(page, 'Nov program');
	await write(page, { title: 'Svetilnik Izmišljeni' });
	await send(page, 'Začnite osnutek');
	expect(new URL(page.url()).pathname).toBe(DRAFT);
	expect(await panel(page, 'Ko ste pripravljeni')).toContain('Popravite še 8 napak');
	await follow(page, 'Objavite');
	await follow(page, 'Poti v program: Izberite ali dodajte vsaj eno.');
	expect(page.url()).toMatch(/\/draft\/ways-in\?checked#waysIn$/);
	expect(await page.getByRole('alert').innerText()).toContain('Izberite ali dodajte vsaj eno.');
	await expectAccessible(page, 'a section with a fault');
	for (const [place, fields] of WRITTEN) {
		await page.goto(`${DRAFT}/${place}`);
		await write(page, fields);
		await send(page, 'Shranite');
	}
	await page.goto(DRAFT);
	expect(await panel(page, 'Ko ste pripravljeni')).toContain('Osnutek je popoln.');
	expect(await panel(page, 'Poglavja')).toMatch(/Komu je namenjen[^]*urejeno/);
	expect(await panel(page, 'Poglavja')).toContain('Čeština manjka: 1');
	await expectAccessible(page, 'a draft that is complete');
});

test('it is previewed in each language, published, and found at its public page [A1, A3]', async () => {
	const page = await worker('ada@karitas.invalid', bare);
	const visitor = await somebody(bare);
	expect((await visitor.goto(`/p/slovenska-karitas/${KEY}`))?.status()).toBe(404);
	await page.goto(`${DRAFT}/preview?in=en`);
	expect(await text(page)).toContain('For evenings when nobody is there.');
	expect(await page.locator('h1 [lang="sl"]').innerText()).toBe('Svetilnik Izmišljeni');
	expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
	await page.goto(`${DRAFT}/publication`);
	const team = await firstTeam(page);
	await write(page, { team });
	await send(page, 'Objavite to različico');
	expect(await text(page)).toContain('sprejema prošnje');
	expect(await panel(page, 'Različice')).toContain('Ada Izmišljena');
	// Of the forms of the page only the refused one shows what was sent: the team stays chosen in the other.
	await page.locator('main [name=to]').evaluate((field) => field.setAttribute('value', 'ajar'));
	await send(page, 'Zaprite za nove prošnje');
	expect(await page.getByRole('alert').count()).toBe(1);
	expect(await page.locator('#team').inputValue()).toBe(team);
	expect((await visitor.goto(`/p/slovenska-karitas/${KEY}`))?.status()).toBe(200);
	expect(await text(visitor)).toContain('Za večere, ko ni nikogar.');
});

/** The team the programme is given to: the first there is. */
async function firstTeam(page: Page): Promise<string> {
	return (await page.locator('#team option:not([value=""])').first().getAttribute('value')) ?? '';
}

test('a person without JavaScript asks for it; a worker takes the request and talks by its guide [A1]', async () => {
	const person = await somebody(bare);
	const words = 'Ko se stemni, utihne vse.';
	await steps.askForHelp(person, `/ask/slovenska-karitas/${KEY}`, {
		weighs: { words, reasons: ['samota'], urgency: 'ordinary' },
		how: { mode: 'phone' },
		reach: { name: 'Luka Izmislek', phone: '041 000 321' },
	});
	const page = await worker('maja@karitas.invalid', bare);
	told.request = await steps.findRequest(page, KARITAS, words);
	await send(page, 'Prevzemite prošnjo');
	await follow(page, 'Pogovor ob luči');
	await write(page, {
		'text-own-view-kako-je-ko-se-stemni': 'Sedim pri oknu.',
		startedOn: inDays(0),
		startedAt: '00:01',
		minutes: '1',
	});
	await send(page, 'Zaključite pogovor');
	expect(await panel(page, 'Potek')).toContain('1 minuta');
});

test('a case is opened with its condition, becomes active, is planned, meets, and is closed [A1]', async () => {
	const page = await worker('maja@karitas.invalid', bare);
	await page.goto(told.request);
	await send(page, 'Ustvarite osebo');
	await steps.record(page, 'Odprite obravnavo', { fields: {}, submit: 'Odprite obravnavo' });
	told.case = new URL(page.url()).pathname;
	expect(await panel(page, 'Pogoji')).toContain('Želi si družbe');
	expect(await panel(page, 'Zakaj')).toContain('Sedim pri oknu.');
	await press(page, page.locator('main a[href*="/conditions/"]').first());
	await write(page, { statedOn: inDays(0), until: inDays(60) });
	await send(page, 'Zapišite');
	await steps.record(page, 'Naj postane dejavna', { fields: {}, submit: 'Naj postane dejavna' });
	await steps.record(page, 'Začnite načrt', {
		fields: { 'goal-0': 'Prižgati luč', 'goal-0-step-0': 'Kupiti žarnico', 'goal-0-step-0-who': 'together' },
		submit: 'Shranite načrt',
	});
	await follow(page, 'Zapišite srečanje');
	await write(page, { startedOn: inDays(0), startedAt: '00:02', minutes: '1', done: 'Luč na oknu.' });
	await send(page, 'Zaključite zapis');
	expect(await panel(page, 'Število srečanj')).toMatch(/1\s+od 2/);
	await follow(page, 'Zaključek');
	await write(page, { reason: 'luc-gori' });
	await page.locator('main input[name^="goal-"][value="achieved"]').check();
	await send(page, 'Zaključite obravnavo');
	expect(await panel(page, 'Zaključek')).toMatch(/Luč gori/i);
});

test('a second version is told in words before it is published, and the case stays on its first [A1]', async () => {
	const page = await worker('ada@karitas.invalid', bare);
	await page.goto(`${PROGRAMMES}/${KEY}`);
	await send(page, 'Začnite osnutek sprememb');
	await page.goto(`${DRAFT}/meetings`);
	await write(page, { 'meetings-limit': '1' });
	await send(page, 'Shranite');
	await page.goto(`${DRAFT}/for-whom`);
	await press(page, page.getByRole('button', { name: 'Samota: odstranite' }));
	await page.goto(`${DRAFT}/who/memberRoles.sosed-ob-pomolu`);
	await page.getByRole('checkbox', { name: 'ne sodeluje' }).uncheck();
	await send(page, 'Shranite');
	await page.goto(`${DRAFT}/guide/guide-parts.zacetek.prompts.own-view-kako-je-ko-se-stemni`);
	await write(page, { step: '' });
	await send(page, 'Shranite');
	await page.goto(`${DRAFT}/differences`);
	await expectAccessible(page, 'what changes');
	expect(await panel(page, 'Kdo sodeluje')).toMatch(/ne sodeluje\s+Prej: da\s+Zdaj: ne/);
	expect(await panel(page, 'Vodnik za pogovor')).toMatch(/spada odgovor\s+Prej: Prižgati luč\s+Zdaj: nič/);
	expect(await panel(page, 'Srečanja in trajanje')).toMatch(/Največ srečanj v eni obravnavi\s+Prej: 2\s+Zdaj: 1/);
	expect(await panel(page, 'Komu je namenjen')).toContain('odstranjeno Samota');
	await follow(page, 'Objavite');
	await send(page, 'Objavite to različico');
	expect(await panel(page, 'Različice')).toContain('2. različica');
	await page.goto(`${PROGRAMMES}/${KEY}/versions/1`);
	await expectAccessible(page, 'an older version');
	expect(await text(page)).toContain('Starejša različica');
	const desk = await worker('maja@karitas.invalid', bare);
	await desk.goto(told.case);
	expect(await panel(desk, 'Število srečanj')).toMatch(/1\s+od 2/);
});
