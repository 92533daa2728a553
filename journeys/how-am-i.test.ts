import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSizeOrWithout, expectAccessible, follow, people, send, write, type Looks } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { enterCode, findRequest, KARITAS, panel } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

const QUESTIONS = 26;
const SKIP = 'skip';
/** What stands between two answers of a browser: the place of the answer among those offered, or that it was skipped. */
type Given = Readonly<Record<number, number | typeof SKIP>>;
/** Sleep, tension, chores, worry, joy: eleven points; nothing said about drinking to get through the day. */
const HEAVY: Given = { 5: 3, 6: 2, 7: 2, 11: 3, 12: 1, 16: SKIP };
const THOUGHTS = 18;

const pathOf = (page: Page) => new URL(page.url()).pathname;
const text = (page: Page) => page.getByRole('main').innerText();

async function begin(page: Page, variant = 'self'): Promise<void> {
	await page.goto('/how-am-i');
	await write(page, { variant });
	await send(page, 'Začnite');
	expect(pathOf(page)).toBe('/how-am-i/question/1');
}

/** Answers the questions from the one the page shows to the last, each with the first answer but for what is given. */
async function answer(page: Page, given: Given = {}, look?: (state: string) => Promise<void>): Promise<void> {
	for (let place = placeOf(page); place <= QUESTIONS; place += 1) {
		expect(pathOf(page)).toBe(`/how-am-i/question/${place}`);
		await look?.(`question ${place}`);
		const chosen = given[place] ?? 0;
		if (chosen === SKIP) await send(page, 'Preskočite to vprašanje');
		else {
			await page.locator('main [name=answer]').nth(chosen).check();
			await send(page, 'Naprej');
		}
		if (pathOf(page) === '/how-am-i/help') return;
	}
	expect(pathOf(page)).toBe('/how-am-i/result');
}
/** Answers the questions from the one the page shows to the last as `answer` does, without drawing each. */
async function answerFast(page: Page, given: Given = {}): Promise<void> {
	let at = page.url();
	for (let place = placeOf(page); place <= QUESTIONS; place += 1) {
		const chosen = given[place] ?? 0;
		const html = await (await page.request.get(at)).text();
		const offered = (html.match(/<input[^>]*>/g) ?? []).filter((one) => one.includes('name="answer"'));
		const form: Record<string, string> =
			chosen === SKIP ? { skip: 'yes' } : { answer: /value="([^"]*)"/.exec(offered[chosen]!)![1]! };
		const headers = { origin: new URL(at).origin, accept: 'text/html' };
		at = (await page.request.post(at, { form, headers })).url();
		if (new URL(at).pathname === '/how-am-i/help') break;
	}
	await page.goto(at);
}
const placeOf = (page: Page) => Number(pathOf(page).split('/').at(-1));

/** The points of a scale, as its working says them. */
async function workingOf(page: Page, title: string): Promise<string> {
	const scale = page.locator('.scale', { hasText: title });
	await scale.locator('summary').click();
	return scale.innerText();
}

const WAYS = atSizeOrWithout<[string, Looks]>(
	['with JavaScript, in the dark', { dark: true }],
	['without JavaScript, on a phone', { javaScript: false, width: 360 }],
);

describe.each(WAYS)('%s', (_how, looks) => {
	test('somebody fills in the questionnaire to the end and is told what it means, how it came about and what next [B11, A5]', async () => {
		const page = await somebody(looks);
		const look = (state: string) => expectAccessible(page, state);
		await page.goto('/how-am-i');
		await look('the start');
		expect(await text(page)).toMatch(/Ni diagnoza[\s\S]*To niso vprašanja vprašalnika eSOS/);
		await send(page, 'Začnite');
		await look('nobody was chosen');
		await begin(page);
		await answer(page, HEAVY, (state) => (/ (1|3|26)$/.test(state) ? look(state) : Promise.resolve()));
		await look('the result');
		const told = await text(page);
		expect(told).toContain('Nosite veliko. Pogovor vam lahko pomaga.');
		expect(told).toContain('To ni diagnoza.');
		expect(await workingOf(page, 'Duševna stiska')).toMatch(
			/precej znakov[\s\S]*5\. Spanje\s+Skoraj vsak dan\s+3[\s\S]*Skupaj\s+11[\s\S]*11 od 21 točk/,
		);
		expect(await workingOf(page, 'Odvisnost')).toMatch(
			/ni mogoče oceniti[\s\S]*16\. Zatekanje k sredstvom[\s\S]*Brez vseh odgovorov ne seštevamo/,
		);
		expect(await page.locator('.steps h3').first().innerText()).toBe('Pogovorite se z nekom');
		expect(await page.locator('main a[href="/reading/mental-distress"]').count()).toBe(1);
		await follow(page, '16. Zatekanje k sredstvom');
		await page.locator('main [name=answer]').first().check();
		await send(page, 'Naprej');
		expect(pathOf(page)).toBe('/how-am-i/result');
		expect(await workingOf(page, 'Odvisnost')).toMatch(/malo znakov[\s\S]*0 od 9 točk/);
	});

	test('an answer that asks for help puts help first at once and on the result, whatever the totals, and the questions wait [B11]', async () => {
		const page = await somebody(looks);
		await begin(page);
		await answerFast(page, { [THOUGHTS]: 1 });
		expect(pathOf(page)).toBe('/how-am-i/help');
		await expectAccessible(page, 'help first');
		const first = page.locator('main .call-first');
		expect(await first.locator('a[href="tel:112"], a[href="tel:116123"]').count()).toBe(2);
		expect(await first.getByRole('link', { name: 'Prosite, da vas pokličemo' }).getAttribute('href')).toContain(
			'mode=phone',
		);
		await follow(page, 'Nadaljujte');
		await answerFast(page);
		await expectAccessible(page, 'a result with help first');
		expect(await page.locator('h1').innerText()).toBe('Hvala, da ste to povedali');
		const headings = await page.locator('main :is(h1, h2)').allInnerTexts();
		expect(headings.slice(0, 2)).toEqual(['Hvala, da ste to povedali', 'Pokličite takoj']);
		expect(await text(page)).toContain('Trenutno je malo znakov stiske');
	});

	test('one goes back, breaks off, comes back where one was, keeps it under a code, opens it elsewhere, and deletes it [A4, A5]', async () => {
		const page = await somebody(looks);
		await begin(page, 'close');
		expect(await page.locator('h1').innerText()).toBe('Koliko je stara oseba, ki vas skrbi?');
		await page.locator('main [name=answer]').nth(2).check();
		await send(page, 'Naprej');
		await send(page, 'Naprej');
		expect(await text(page)).toContain('Izberite eno od možnosti.');
		await follow(page, 'Nazaj');
		expect(await page.locator('main [name=answer]').nth(2).isChecked()).toBe(true);
		await page.goto('/how-am-i/question/20');
		expect(pathOf(page)).toBe('/how-am-i/question/2');
		await follow(page, 'Nadaljujte pozneje');
		await expectAccessible(page, 'breaking off');
		await send(page, 'Dajte mi kodo');
		await expectAccessible(page, 'the code');
		const code = (await page.locator('.code-shown__code').innerText()).trim();

		const elsewhere = await somebody(looks);
		await elsewhere.goto('/code');
		await write(elsewhere, { code: code.toLowerCase() });
		await send(elsewhere, 'Odprite');
		expect(pathOf(elsewhere)).toBe('/how-am-i/result');
		await follow(elsewhere, 'Nadaljujte');
		await answerFast(elsewhere);
		await page.goto('/how-am-i/result');
		expect(await text(page)).toContain('Pri tej osebi opažate malo znakov stiske');

		await follow(page, 'Končajte in izbrišite odgovore');
		await expectAccessible(page, 'deleting');
		await send(page, 'Da, izbrišite');
		expect(await text(page)).toContain('Vaši odgovori so izbrisani.');
		await elsewhere.goto('/how-am-i/result');
		expect(pathOf(elsewhere)).toBe('/how-am-i');
		await elsewhere.goto('/code');
		await write(elsewhere, { code });
		await send(elsewhere, 'Odprite');
		expect(await text(elsewhere)).toContain('Te kode ne poznamo.');
	});
});

describe('asking for a talk from the result', () => {
	async function askFrom(page: Page, along: readonly string[], words: string): Promise<void> {
		await follow(page, 'Prosite za pogovor');
		await expectAccessible(page, 'asking from the result');
		await write(page, { mode: 'phone', programme: 'slovenska-karitas/blizu', along });
		await send(page, 'Naprej');
		expect(pathOf(page)).toBe('/ask/slovenska-karitas/blizu/who');
		expect(await page.locator('[name=forWhom][value=self]').isChecked()).toBe(true);
		await send(page, 'Naprej');
		await write(page, { words });
		await send(page, 'Naprej');
		expect(await page.locator('[name=mode][value=phone]').isChecked()).toBe(true);
		await send(page, 'Naprej');
		await send(page, 'Naprej');
		expect(pathOf(page)).toBe('/ask/slovenska-karitas/blizu/check');
	}

	test('what was ticked goes along, is seen before it is sent, and the worker reads that and nothing else [B11, B14]', async () => {
		const page = await somebody({ javaScript: false });
		await begin(page);
		await answerFast(page, { ...HEAVY, [THOUGHTS]: 2 });
		await follow(page, 'Pokažite mi rezultat');
		await follow(page, 'Nadaljujte');
		await answerFast(page, HEAVY);
		await askFrom(page, ['mental', 'safety'], 'S priloženim rezultatom.');
		const check = await text(page);
		expect(check).toContain('Kar gre zraven iz vprašalnika');
		expect(check).toMatch(/Duševna stiska\s+precej znakov \(11 od 21 točk\)/);
		expect(check).not.toContain('Odnosi z bližnjimi');
		await expectAccessible(page, 'the request with what goes along');
		await send(page, 'Pošljite prošnjo');
		await enterCode(page, await page.locator('.code-shown__code').innerText());
		await expectAccessible(page, 'one’s own request with what went along');
		expect(await text(page)).toMatch(/Kar je šlo zraven iz vprašalnika[\s\S]*precej znakov \(11 od 21 točk\)/);

		const desk = await worker('maja@karitas.invalid');
		await findRequest(desk, KARITAS, 'S priloženim rezultatom.');
		await expectAccessible(desk, 'the request on the desk');
		const carried = await panel(desk, 'Kar gre zraven iz vprašalnika');
		expect(carried).toMatch(/Duševna stiska\s+precej znakov \(11 od 21 točk\)/);
		expect(carried).toContain('Da, večkrat');
		expect(carried).not.toMatch(/Odnosi|Koliko ste stari/);
		expect(await panel(desk, 'Podatki')).toContain('Priporočilo glede na rezultate v vprašalniku eSOS');
	});

	test('with nothing ticked nothing goes along, not even that there was a questionnaire [B11]', async () => {
		const page = await somebody({ javaScript: false });
		await begin(page);
		await answerFast(page, HEAVY);
		await askFrom(page, [], 'Brez rezultata.');
		expect(await text(page)).not.toContain('vprašalnik');
		await send(page, 'Pošljite prošnjo');
		const desk = await worker('maja@karitas.invalid');
		await findRequest(desk, KARITAS, 'Brez rezultata.');
		expect(await text(desk)).not.toMatch(/vprašalnik|eSOS/i);
	});
});

test('the questionnaire is filled in with the keyboard alone [A5]', async () => {
	const page = await somebody();
	const tabTo = async (wanted: string) => {
		for (let stop = 0; stop < 40; stop += 1) {
			await page.keyboard.press('Tab');
			if (await page.evaluate((name) => document.activeElement?.matches(name), wanted)) return;
		}
		throw new Error(`the focus never came to ${wanted} on ${page.url()}`);
	};
	const enter = async () => {
		const arrives = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
		await Promise.all([arrives, page.keyboard.press('Enter')]);
		await page.waitForLoadState();
	};
	await page.goto('/how-am-i');
	await tabTo('[name=variant]');
	await page.keyboard.press('Space');
	await enter();
	for (let place = 1; place <= QUESTIONS; place += 1) {
		expect(pathOf(page)).toBe(`/how-am-i/question/${place}`);
		await tabTo(place % 5 === 0 ? '[name=skip]' : '[name=answer]');
		if (place % 5 !== 0) await page.keyboard.press('Space');
		await enter();
	}
	expect(pathOf(page)).toBe('/how-am-i/result');
	expect(await page.locator('.scale').count()).toBe(3);
});
