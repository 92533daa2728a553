// People in a real browser: with and without JavaScript, in any language, on a phone or on a desk.
import { AxeBuilder } from '@axe-core/playwright';
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
		expect(found, 'what the pages complained of').toEqual([]);
	});
	const open = async (looks: Looks, storageState?: Kept) => {
		const context = await browser.newContext({ ...contextOf(looks), baseURL: opora.address, storageState });
		context.setDefaultTimeout(PATIENCE_MS);
		const page = await context.newPage();
		if (looks.javaScript === false) scriptless.set(page, browser);
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
		if (said.type() === 'error' && !refused) complain(said.text());
	});
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== address) complain(`asked for ${request.url()}`);
	});
}

/** Signs a worker of the demo in, as they do it: e-mail, password, the six digits of the moment. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/sign-in');
	await page.fill('#email', email);
	await page.fill('#password', DEMO_PASSWORD);
	await press(page, page.locator('form[action="/sign-in?/password"] button'));
	const row = page.locator('tr', { hasText: email });
	await page.fill('#code', (await row.locator('td').last().innerText()).replace(/\D/g, ''));
	await press(page, page.locator('form[action="/sign-in?/code"] button'));
	expect(new URL(page.url()).pathname).toMatch(/^\/desk/);
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

/** Nothing may be wrong with a page for somebody who cannot see it, or not well; the state is named in the failure. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
	expect((await barriersOn(page)).join('\n'), `${state}: ${page.url()}`).toBe('');
}

/** What is wrong with a page for somebody who cannot see it, or not well. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
	const seen = scriptless.has(page) ? await copyOf(page) : page;
	const before = seen.viewportSize()!;
	// The bar at the foot of a phone must not count as lying over what can be scrolled from under it.
	if (before.width < NARROW) await seen.setViewportSize({ width: before.width, height: TALL });
	const { violations } = await new AxeBuilder({ page: seen }).setLegacyMode(true).withTags(AXE_TAGS).analyze();
	if (seen !== page) await seen.context().close();
	else if (before.width < NARROW) await page.setViewportSize(before);
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** The same page where scripts run: the check is itself one, and a browser without JavaScript runs none. */
async function copyOf(page: Page): Promise<Page> {
	const [html, viewport] = [await page.content(), page.viewportSize()];
	const context = await scriptless.get(page)!.newContext({ viewport, locale: 'sl' });
	const copy = await context.newPage();
	await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
	await copy.goto(page.url());
	return copy;
}
const scriptless = new WeakMap<Page, Browser>();

/** Narrower than this, px, the menu of the desk lies at the foot of the window. */
const NARROW = 640;
/** Taller than any page. */
const TALL = 12_000;
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
