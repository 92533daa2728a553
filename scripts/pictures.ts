// node scripts/pictures.ts http://localhost:3000 – takes the pictures of docs/programmes.md from the demo that runs there: of each
// programme its public page and the page of a case.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { readPng, writePng } from './pictures/small-png.ts';

const ROOT = path.dirname(import.meta.dirname);
const FOLDER = path.join(ROOT, 'docs/pictures/programmes');
const SIZE = { width: 1280, height: 860 };
/** A case has more to say. */
const TALL = { width: 1280, height: 1240 };
const PROGRAMMES = [
	{ organisation: 'slovenska-karitas', programme: 'blizu', worker: 'vida@karitas.invalid', language: 'sl' },
	{ organisation: 'zpm-moste-polje', programme: 'skupaj-zmoremo', worker: 'klara@zpm.invalid', language: 'sl' },
	{
		organisation: 'csd-izmisljeno-polje',
		programme: 'prva-socialna-pomoc',
		worker: 'karla@csd.invalid',
		language: 'sl',
	},
	{ organisation: 'csd-izmisljeno-polje', programme: 'osebna-pomoc', worker: 'karla@csd.invalid', language: 'sl' },
	{
		organisation: 'csd-izmisljeno-polje',
		programme: 'pomoc-druzini-za-dom',
		worker: 'karla@csd.invalid',
		language: 'sl',
	},
	{
		organisation: 'krizove-centrum-smyslenka',
		programme: 'krizova-intervence',
		worker: 'kveta@smyslenka.invalid',
		language: 'cs',
	},
] as const;
type Shown = (typeof PROGRAMMES)[number];

const base = process.argv[2] ?? 'http://localhost:3000';
const browser = await chromium.launch({
	args: ['--no-sandbox', '--disable-gpu'],
	...(process.env.OPORA_BROWSER && { executablePath: process.env.OPORA_BROWSER }),
});
mkdirSync(FOLDER, { recursive: true });
for (const shown of PROGRAMMES) await take(browser, shown);
await browser.close();

async function take(from: Browser, { organisation, programme, worker, language }: Shown): Promise<void> {
	const context = await from.newContext({ viewport: SIZE, colorScheme: 'light', locale: language });
	const page = await context.newPage();
	await page.goto(`${base}/p/${organisation}/${programme}?lang=${language}`);
	await keep(page, programme);
	await signIn(page, worker);
	const list = `${base}/desk/${organisation}/cases?programme=${programme}`;
	await page.goto(`${list}&state=active&order=met-latest`);
	const link = page.locator('tbody a').first();
	// First social help needs no case: then a request of its own is shown, after its talk.
	if ((await link.count()) > 0) await link.click();
	else await openRequest(page, { organisation, programme });
	await page.waitForLoadState();
	await page.setViewportSize(TALL);
	await keep(page, `${programme}-desk`);
	await context.close();
}

async function openRequest(page: Page, of: { organisation: string; programme: string }): Promise<void> {
	const rows = `programmes/${of.programme}/first-talk?code=talked`;
	await page.goto(`${base}/desk/${of.organisation}/${rows}`);
	await page.locator('tbody a').first().click();
}

async function signIn(page: Page, worker: string): Promise<void> {
	await page.goto(`${base}/sign-in`);
	await page.fill('#email', worker);
	await page.fill('#password', DEMO_PASSWORD);
	await page.click('form[action="/sign-in?/password"] button');
	const code = await page.locator('tr', { hasText: worker }).locator('td').last().innerText();
	await page.fill('#code', code.replace(/\D/g, ''));
	await page.click('form[action="/sign-in?/code"] button');
	await page.waitForLoadState();
}

async function keep(page: Page, name: string): Promise<void> {
	const file = path.join(FOLDER, `${name}.png`);
	const png = writePng(readPng(await page.screenshot()));
	writeFileSync(file, png);
	console.log(`${path.relative(ROOT, file)} ${Math.round(png.length / 1000)} kB`);
}
