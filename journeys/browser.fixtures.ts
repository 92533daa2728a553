// People in a real browser: with and without JavaScript, in any language, on a phone or on a desk.
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import type { RunningOpora } from './opora.fixtures.ts';

export type Looks = {
	readonly javaScript?: boolean;
	readonly language?: 'sl' | 'cs' | 'en';
	readonly width?: number;
	readonly dark?: boolean;
};
export type People = {
	/** Opens a browser of somebody's own: nobody else's cookies, nobody else's history. */
	somebody(looks?: Looks): Promise<Page>;
	/** Opens the desk of a worker of the demo, who signs in once in a file. */
	worker(email: string, looks?: Looks): Promise<Page>;
};
export type Fields = Readonly<Record<string, string | readonly string[]>>;
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What is proved of people with and without JavaScript where the proof is made at size, and of those without it everywhere. */
export function atSizeOrWithout<Case>(withScripts: Case, without: Case): readonly Case[] {
	return process.env.OPORA_PROVE === '1' ? [withScripts, without] : [without];
}

/** How long anything on a page may take before it counts as never. */
const PATIENCE_MS = 15_000;

const QUIET = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** People who use a running product. Whatever a page complains of, or asks another origin for, fails the test. */
export function people(opora: RunningOpora): People {
	let browser: Browser;
	let complaints: string[] = [];
	const signedIn = new Map<string, Kept>();
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: process.env.OPORA_BROWSER ?? '/usr/bin/chromium', args: QUIET });
	});
	afterAll(() => browser.close());
	afterEach(async () => {
		const found = complaints;
		complaints = [];
		for (const context of browser.contexts()) await context.close();
		glass = undefined;
		const failures = opora.log.filter((line) => line.includes('"kind":')).join('');
		expect(found, `what the pages complained of\n${failures}`).toEqual([]);
	});
	// One page for all the looks of a test: opening another for each costs more than the look.
	let glass: Promise<Page> | undefined;
	const examiner = () => (glass ??= browser.newContext({ locale: 'sl' }).then((context) => context.newPage()));
	const open = async (looks: Looks, storageState?: Kept) => {
		const context = await browser.newContext({ ...contextOf(looks), baseURL: opora.address, storageState });
		context.setDefaultTimeout(PATIENCE_MS);
		const page = await context.newPage();
		if (looks.javaScript === false) scriptless.set(page, examiner);
		listen(page, opora.address, (complaint) => complaints.push(complaint));
		return page;
	};
	return {
		somebody: (looks = {}) => open(looks),
		async worker(email, looks = {}) {
			const page = await open(looks, signedIn.get(email));
			if (signedIn.has(email)) await page.goto('/desk');
			else {
				await signIn(page, email);
				signedIn.set(email, await page.context().storageState());
			}
			return page;
		},
	};
}

function contextOf({ javaScript = true, language = 'sl', width = 1280, dark = false }: Looks): BrowserContextOptions {
	return {
		javaScriptEnabled: javaScript,
		locale: language,
		viewport: { width, height: 900 },
		colorScheme: dark ? 'dark' : 'light',
	};
}

function listen(page: Page, address: string, complain: (complaint: string) => void): void {
	page.on('pageerror', (error) => complain(String(error)));
	page.on('console', (said) => {
		const refused = said.text().startsWith('Failed to load resource: the server responded with a status of 4');
		if (said.type() === 'error' && !refused) complain(`${said.text()} ${said.location().url}`);
	});
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== address) complain(`asked for ${request.url()}`);
	});
}

/** Signs a worker of the demo in, as they do it: e-mail, password, the six digits of the moment. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/sign-in');
	await proveWhoIAm(page, email);
	expect(new URL(page.url()).pathname).toMatch(/^\/desk/);
}

/** The same on the page that asks for it: after a session has ended, a form may wait there. */
export async function proveWhoIAm(page: Page, email: string): Promise<void> {
	await page.fill('#email', email);
	await page.fill('#password', DEMO_PASSWORD);
	await press(page, page.locator('form[action="/sign-in?/password"] button'));
	const row = page.locator('tr', { hasText: email });
	await page.fill('#code', (await row.locator('td').last().innerText()).replace(/\D/g, ''));
	await press(page, page.locator('form[action="/sign-in?/code"] button'));
}

/** Presses something that leads to another page, or back to the same one, and waits until it is there. */
export async function press(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
	const arrives = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
	await Promise.all([arrives, what.click()]);
	await page.waitForLoadState();
}

/** Presses the button with these words, and waits for the page it leads to. */
export async function send(page: Page, words: string | RegExp): Promise<void> {
	await press(page, page.getByRole('main').getByRole('button', { name: words, exact: true }));
}

/** Follows the first link of the page's content with these words. */
export async function follow(page: Page, words: string | RegExp): Promise<void> {
	await press(page, page.getByRole('main').getByRole('link', { name: words, exact: true }).first());
}

/** Fills fields in by their names, as one does: types, chooses, ticks. */
export async function write(page: Page, fields: Fields): Promise<void> {
	for (const [name, given] of Object.entries(fields)) {
		const field = page.locator(`main [name="${name}"]`);
		const kind = await field
			.first()
			.evaluate((one) => (one instanceof HTMLSelectElement ? 'select' : one.getAttribute('type')));
		if (kind === 'select') await field.selectOption(given as string);
		else if (kind !== 'radio' && kind !== 'checkbox') await field.fill(given as string);
		else for (const value of [given].flat()) await page.locator(`main [name="${name}"][value="${value}"]`).check();
	}
}

/**
 * Nothing may be wrong with a page for somebody who cannot see it, or not well; the state is named in the failure. A page is
 * looked at once in a state, however many people of a file come to it; each time, when the proof is made at size.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
	const place = `${state}: ${new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, '…')}`;
	if (examined.has(place) && process.env.OPORA_PROVE !== '1') return;
	examined.add(place);
	expect((await barriersOn(page)).join('\n'), `${state}: ${page.url()}`).toBe('');
}

const examined = new Set<string>();

/** What is wrong with a page for somebody who cannot see it, or not well. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
	const seen = scriptless.has(page) ? await copyOf(page) : page;
	const before = seen.viewportSize()!;
	// The bar at the foot of a phone must not count as lying over what can be scrolled from under it.
	if (before.width < NARROW) await seen.setViewportSize({ width: before.width, height: TALL });
	await seen.evaluate(axe.source);
	const found = await seen.evaluate(examine, AXE_TAGS);
	if (seen === page && before.width < NARROW) await page.setViewportSize(before);
	return found;
}

/** Runs in the page: what the rules with these tags find there, by rule and place. */
async function examine(tags: string[]): Promise<string[]> {
	const { axe: rules } = globalThis as unknown as { axe: typeof axe };
	// Only what is wrong is told in full: naming every element that is well takes a quarter of the time.
	const { violations } = await rules.run(document, {
		runOnly: { type: 'tag', values: tags },
		resultTypes: ['violations'],
	});
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** The same page where scripts run: the check is itself one, and a browser without JavaScript runs none. */
async function copyOf(page: Page): Promise<Page> {
	const [html, viewport] = [await page.content(), page.viewportSize()!];
	const copy = await scriptless.get(page)!();
	await copy.setViewportSize(viewport);
	await copy.unrouteAll();
	await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
	await copy.goto(page.url());
	return copy;
}
/** For a page without JavaScript: what gives one in the same browser, with it. */
const scriptless = new WeakMap<Page, () => Promise<Page>>();

/** What sticks out of the window to the side: each element that begins it, by its name. */
export async function sticksOut(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const root = document.documentElement;
		if (root.scrollWidth <= root.clientWidth) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(one) => one.getBoundingClientRect().right > root.clientWidth + 1,
		);
		return [`${root.scrollWidth} px`, ...wide.slice(0, 3).map((one) => `${one.tagName} ${one.className}`)];
	});
}

/** Narrower than this, px, the menu of the desk lies at the foot of the window. */
const NARROW = 640;
/** Taller than any page. */
const TALL = 12_000;
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
