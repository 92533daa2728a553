// What people do in one journey after another: somebody asks for help, a worker takes the request, and so on.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, dayOf, type CalendarDay } from '../src/lib/kernel/calendar-day.ts';
import { expectAccessible, follow, press, send, write, type Fields } from './browser.fixtures.ts';

export const KARITAS = '/desk/slovenska-karitas';
export const CSD = '/desk/csd-izmisljeno-polje';
export const BLIZU = '/ask/slovenska-karitas/blizu';
export const PSP = '/ask/csd-izmisljeno-polje/prva-socialna-pomoc';

/** The day so many days from today, as a date field takes it. */
export function inDays(days: number): CalendarDay {
	return addDays(dayOf(new Date(), 'Europe/Ljubljana'), days);
}

/** The pages of asking for help, each with what is written there; a page that is not named is left as it is. */
export type Asked = Partial<Readonly<Record<'who' | 'about' | 'weighs' | 'how' | 'reach', Fields>>> & {
	/** Each page is looked at. */
	readonly look?: boolean;
};

/** Asks for help from the first page to the last, in any language, and returns the code. */
export async function askForHelp(page: Page, address: string, asked: Asked): Promise<string> {
	const look = async () => asked.look && expectAccessible(page, 'asking for help');
	const next = page.locator('main form button');
	await page.goto(address);
	while (!new URL(page.url()).pathname.endsWith('/check')) {
		const step = new URL(page.url()).pathname.split('/').at(-1) as Exclude<keyof Asked, 'look'>;
		await look();
		await write(page, asked[step] ?? {});
		await press(page, next);
		expect(new URL(page.url()).pathname).not.toMatch(new RegExp(`/${step}$`));
	}
	await look();
	await press(page, next);
	await look();
	return (await page.locator('.code-shown__code').innerText()).trim();
}

/** Opens what a code opens. */
export async function enterCode(page: Page, code: string): Promise<void> {
	await page.goto('/code');
	await write(page, { code });
	await send(page, 'Odprite');
	expect(new URL(page.url()).pathname).toBe('/code/request');
}

/** Finds the request that has these words, among those that wait, and opens it. Returns its address. */
export async function findRequest(page: Page, desk: string, words: string): Promise<string> {
	await page.goto(`${desk}/requests?view=waiting`);
	const addresses = await page
		.locator('main .rows a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	for (const address of addresses) {
		// Read without being drawn: only the one that is found is looked at.
		if (!(await (await page.request.get(address)).text()).includes(words)) continue;
		await page.goto(address);
		if ((await page.getByRole('main').innerText()).includes(words)) return address;
	}
	throw new Error(`no request waits with: ${words}`);
}

/** Offers a time for a talk, when nobody else of the demo talks. */
export async function offerTime(page: Page, fields: Fields): Promise<void> {
	await follow(page, 'Ponudite termin');
	await write(page, { time: '07:15', ...fields });
	await send(page, 'Ponudite termin');
}

/** What a panel of the page says. */
export async function panel(page: Page, title: string | RegExp): Promise<string> {
	// Dates are held together at the end of a line: somebody who reads them sees a space.
	return (await page.getByRole('region', { name: title }).first().innerText()).replaceAll('\u00a0', ' ');
}

/** What a request says is to be done now, before everything else that can be. */
export const mainActs = (page: Page): Promise<string[]> =>
	page.getByRole('region', { name: 'Kaj zdaj' }).locator('.button:not(.button--second)').allInnerTexts();

/** Opens a form by its link, looks at it, fills it in and sends it. */
export async function record(page: Page, link: string, form: { fields: Fields; submit: string }): Promise<void> {
	await follow(page, link);
	await expectAccessible(page, `the form: ${link}`);
	await write(page, form.fields);
	await send(page, form.submit);
}

/** Opens a form by its link, fills it in and sends it: a form that is looked at elsewhere. */
export async function fillIn(
	page: Page,
	link: string | RegExp,
	form: { fields?: Fields; submit: string },
): Promise<void> {
	await follow(page, link);
	await write(page, form.fields ?? {});
	await send(page, form.submit);
}

/** Makes the person of a request, on its page, and opens their case. Returns its address. */
export async function openCase(page: Page, fields: Fields): Promise<string> {
	await send(page, 'Ustvarite osebo');
	await fillIn(page, 'Odprite obravnavo', { fields, submit: 'Odprite obravnavo' });
	return new URL(page.url()).pathname;
}

/** Closes a case: how far each goal got, why, and what was reached. */
export async function closeCase(
	page: Page,
	said: { goals: Readonly<Record<string, string>>; fields: Fields },
): Promise<void> {
	await follow(page, 'Zaključek');
	for (const [goal, grade] of Object.entries(said.goals))
		await page.getByRole('group', { name: goal }).getByLabel(grade, { exact: true }).check();
	await write(page, said.fields);
	await send(page, 'Zaključite obravnavo');
}
