// People in a real browser: with and without JavaScript, in any language, on a phone or on a desk.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
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
};

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
	return {
		async somebody({ javaScript = true, language = 'sl', width = 1280, dark = false } = {}) {
			const context = await browser.newContext({
				baseURL: opora.address,
				javaScriptEnabled: javaScript,
				locale: language,
				viewport: { width, height: 900 },
				colorScheme: dark ? 'dark' : 'light',
			});
			const page = await context.newPage();
			page.on('pageerror', (error) => complaints.push(String(error)));
			page.on('console', (said) => {
				const refused = said.text().startsWith('Failed to load resource: the server responded with a status of 4');
				if (said.type() === 'error' && !refused) complaints.push(said.text());
			});
			page.on('request', (request) => {
				if (new URL(request.url()).origin !== opora.address) complaints.push(`asked for ${request.url()}`);
			});
			return page;
		},
	};
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
	const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
	await what.click();
	await arrived;
	await page.waitForLoadState();
}

/** What is wrong with a page for somebody who cannot see it, or not well; the state is named in the failure. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
	expect(found, `${state}: ${page.url()}`).toEqual([]);
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
