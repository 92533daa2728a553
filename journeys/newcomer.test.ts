import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { expectAccessible, follow, people, press, send, signIn, write } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { askForHelp, BLIZU, enterCode, findRequest, inDays, KARITAS, offerTime, panel } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);
const MAJA = 'maja@karitas.invalid';
const WORDS = 'Prvič tu, preizkušam.';
/** What the README says: from the first page to the first recorded meeting. A machine types faster than anybody. */
const FIVE_MINUTES_MS = 5 * 60_000;

test('a newcomer goes from the start page to the first recorded meeting in five steps that tick themselves, without JavaScript', async () => {
	await opora.database.superuser.query(
		`insert into installation (key_proof, demo, created_at, ready_at) values (decode(repeat('00', 32), 'hex'), true, now(), now())
		on conflict (only_one) do update set ready_at = now()`,
	);
	const began = performance.now();
	const person = await somebody({ javaScript: false, width: 360 });
	const tour = (page = person) => panel(page, 'Prvič tu? Pet korakov');
	await person.goto('/');
	expect(await tour()).toContain('Opravljeno: 0 od 5.');
	await expectAccessible(person, 'the start page with the tour');
	await follow(person, '1. Prosite za pogovor');
	const code = await askForHelp(person, BLIZU, {
		who: { forWhom: 'self' },
		weighs: { reasons: ['mental-distress'], words: WORDS, urgency: 'urgent' },
		how: { mode: 'phone', place: 'Celje' },
		reach: { name: 'Zala Vzorčnik', phone: '041 000 321' },
	});

	const desk = await somebody({ javaScript: false });
	await desk.goto('/sign-in');
	expect(await tour(desk)).toContain('Opravljeno: 1 od 5.');
	await signIn(desk, MAJA);
	await desk.goto(KARITAS);
	await expectAccessible(desk, 'the desk with the tour');
	await follow(desk, '2. Prevzemite prošnjo');
	const request = await findRequest(desk, KARITAS, WORDS);
	await send(desk, 'Prevzemite prošnjo');
	await offerTime(desk, { on: inDays(24) });

	await enterCode(person, code);
	await person.goto('/tour');
	expect(await tour()).toContain('Opravljeno: 4 od 5.');
	await expectAccessible(person, 'the tour');

	await desk.goto(`${request}/talk`);
	await write(desk, { startedOn: inDays(0), startedAt: '00:01', minutes: '1', mode: 'phone' });
	await send(desk, 'Zaključite pogovor');
	await desk.goto(KARITAS);
	expect(await tour(desk)).toContain('Vseh pet korakov je opravljenih.');
	expect(performance.now() - began).toBeLessThan(FIVE_MINUTES_MS);
	console.log(
		`from the start page to the first recorded meeting: ${((performance.now() - began) / 1000).toFixed(1)} s`,
	);

	await send(desk, 'Skrijte te korake');
	expect(new URL(desk.url()).pathname).toBe(KARITAS);
	expect(await desk.getByRole('region', { name: 'Prvič tu?' }).count()).toBe(0);
	await desk.goto('/tour');
	await send(desk, /^Spet pokažite/);
	await desk.goto(KARITAS);
	expect(await desk.getByRole('region', { name: 'Prvič tu?' }).count()).toBe(1);
});

test('a list is narrowed, kept as a view that opens first, and taken out as CSV and as XLSX with a reason, journaled', async () => {
	const page = await worker(MAJA);
	await page.goto(`${KARITAS}/cases?state=active&columns=number&columns=closed&columns=opened`);
	const shown = await page.locator('main th[scope=col]').allInnerTexts();
	expect(shown).toEqual(['Ljudje', 'Številka', 'Odprta', 'Zaključena']);
	await follow(page, 'Shranite pogled');
	await send(page, 'Shranite pogled');
	expect(await page.getByRole('alert').count()).toBe(1);
	await write(page, { name: 'Moje dejavne', asDefault: 'yes' });
	await send(page, 'Shranite pogled');
	await expectAccessible(page, 'the list of cases with a view');
	await page.goto(`${KARITAS}/cases`);
	expect(await page.locator('main [aria-current=page]').innerText()).toBe('Moje dejavne');
	expect(await page.locator('main th[scope=col]').allInnerTexts()).toEqual(shown);
	const count = await page.locator('main tbody tr').count();

	await follow(page, 'Izvozite seznam');
	await write(page, { format: 'csv' });
	await send(page, 'Pripravite datoteko');
	expect(await page.getByRole('alert').count()).toBe(1);
	for (const format of ['csv', 'xlsx'] as const) {
		await page.goto(`${KARITAS}/cases`);
		await follow(page, 'Izvozite seznam');
		await write(page, { format, names: 'yes', reason: 'team-meeting' });
		await send(page, 'Pripravite datoteko');
		const take = page.getByRole('link', { name: new RegExp(format, 'i') });
		await take.waitFor({ timeout: 30_000 });
		const [file] = await Promise.all([page.waitForEvent('download'), take.click()]);
		expect(file.suggestedFilename()).toMatch(new RegExp(`^opora-cases-.*\\.${format}$`));
		const answer = await page.request.get((await take.getAttribute('href'))!);
		const bytes = await answer.body();
		if (format === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
		else {
			const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
			expect(lines[0]).toBe('Številka;Odprta;Zaključena;Ljudje');
			expect(lines).toHaveLength(count + 1);
		}
	}
	const { rows } = await opora.database.superuser.query<{ action: string; n: number }>(
		`select action, count(distinct record_id)::int as n from journal where action like 'export.%' group by 1 order by 1`,
	);
	expect(rows).toEqual([
		{ action: 'export.asked', n: 2 },
		{ action: 'export.downloaded', n: 2 },
		{ action: 'export.made', n: 2 },
	]);
	await press(page, page.getByRole('navigation').getByRole('link', { name: 'Obravnave' }).first());
	await follow(page, 'Uredite poglede');
	await send(page, 'Odstranite: Moje dejavne');
	expect(await page.getByRole('main').innerText()).toContain('Shranjenega pogleda še ni');
});
