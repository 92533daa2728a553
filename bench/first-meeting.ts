// From a clone to the first recorded meeting, with nothing prepared, as the tour leads a newcomer there:
// node scripts/run.mjs bench/first-meeting.ts
// Says how long each part took, and what the newcomer had to press and to fill in. A machine types faster than anybody.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { browser } from '../scripts/browser.mjs';
import { follow, press, send, signIn, write } from '../journeys/browser.fixtures.ts';
import { askForHelp, enterCode, findRequest, inDays, KARITAS, offerTime } from '../journeys/steps.fixtures.ts';

const ROOT = path.dirname(import.meta.dirname);
const PORT = process.env.PORT ?? '4790';
const OPEN = 'Opora is open at';
const OPENS_WITHIN_MS = 10 * 60_000;
const WORDS = 'Prvič tu, preizkušam.';
/** What a start says when a part of it begins. */
const PARTS: readonly (readonly [said: string, part: string])[] = [
	['Installing the packages', 'packages installed'],
	['Building the application', 'product built'],
	['Made a root key', 'database made and brought up to date'],
	['Loading the demo', 'demo loaded'],
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-first-'));
const clone = path.join(folder, 'opora');
const began = performance.now();
const figures: [part: string, seconds: number][] = [];
let before = began;

function note(part: string): void {
	const now = performance.now();
	figures.push([part, (now - before) / 1_000]);
	before = now;
}

/** Starts the clone as its README says, and notes when each part of the start is over. */
async function start(): Promise<ChildProcess> {
	const env = { ...process.env, PORT, OPORA_DATA: path.join(folder, 'data') };
	const npm = spawn('npm', ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
	const open = Promise.withResolvers<void>();
	let part = 'begun';
	npm.stdout.on('data', (said: Buffer) => {
		for (const line of said.toString('utf8').split('\n')) {
			const next = PARTS.find(([words]) => line.includes(words));
			if (next || line.includes(OPEN)) note(part);
			part = next?.[1] ?? part;
			if (line.includes(OPEN)) open.resolve();
		}
	});
	npm.once('exit', (code) => open.reject(new Error(`npm start ended with ${code}`)));
	setTimeout(() => open.reject(new Error('it did not open')), OPENS_WITHIN_MS).unref();
	await open.promise;
	return npm;
}

/** Counts in every page what somebody presses and which fields they fill in. */
async function counted(context: BrowserContext) {
	const did = { pressed: 0, filled: 0 };
	await context.exposeFunction('didSomething', (what: keyof typeof did) => void (did[what] += 1));
	await context.addInitScript(() => {
		const { didSomething } = globalThis as unknown as { didSomething: (what: string) => void };
		const filled = new Set<EventTarget | null>();
		addEventListener('pointerdown', () => didSomething('pressed'), true);
		addEventListener(
			'input',
			({ target }) => {
				if (filled.has(target) || /radio|checkbox/.test((target as HTMLInputElement).type)) return;
				filled.add(target);
				didSomething('filled');
			},
			true,
		);
	});
	return did;
}

async function tour(context: BrowserContext): Promise<void> {
	const [person, desk] = [await context.newPage(), await context.newPage()];
	await person.goto('/');
	await follow(person, '1. Prosite za pogovor');
	const code = await askForHelp(person, await programmeFrom(person), {
		who: { forWhom: 'self' },
		weighs: { reasons: ['mental-distress'], words: WORDS, urgency: 'urgent' },
		how: { mode: 'phone', place: 'Celje' },
		reach: { name: 'Zala Vzorčnik', phone: '041 000 321' },
	});
	note('1. asked for a talk');
	await signIn(desk, 'maja@karitas.invalid');
	await follow(desk, '2. Prevzemite prošnjo');
	const request = await findRequest(desk, KARITAS, WORDS);
	await send(desk, 'Prevzemite prošnjo');
	note('2. signed in, took the request');
	await offerTime(desk, { on: inDays(24) });
	note('3. offered a time');
	await enterCode(person, code);
	await send(person, 'Ustreza mi');
	note('4. came back with the code, agreed to the time');
	await desk.goto(request);
	await follow(desk, 'Uvodni razgovor');
	await write(desk, { 'text-own-view': 'Dnevi se vlečejo.', startedOn: inDays(0), startedAt: '00:01', minutes: '1' });
	await send(desk, 'Zaključite pogovor');
	note('5. recorded the talk');
	await desk.goto(KARITAS);
	const done = await desk.getByRole('main').innerText();
	if (!done.includes('Vseh pet korakov je opravljenih.')) throw new Error('the tour does not say that it is done');
}

/** The address of the programme that the page of the tour’s first step leads to. */
async function programmeFrom(page: Page): Promise<string> {
	await press(page, page.locator(`main a[href*="${KARITAS.replace('/desk', '')}/"]`).first());
	return page.url();
}

execFileSync('git', ['clone', '--quiet', ROOT, clone]);
note('git clone');
const npm = await start();
const visitor = await chromium.launch({ executablePath: await browser(console.log), args: ['--no-sandbox'] });
try {
	const context = await visitor.newContext({ baseURL: `http://localhost:${PORT}`, locale: 'sl' });
	const did = await counted(context);
	before = performance.now();
	await tour(context);
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim();
	for (const [part, seconds] of figures) console.log(`${part}: ${seconds.toFixed(1)} s`);
	console.log(
		`whole: ${((performance.now() - began) / 1_000).toFixed(1)} s; pressed ${did.pressed}, filled in ${did.filled}`,
	);
	console.log(`${new Date().toISOString().slice(0, 16)}, ${commit}, load ${os.loadavg()[0]!.toFixed(1)}`);
} finally {
	await visitor.close();
	process.kill(-npm.pid!, 'SIGINT');
	await once(npm, 'exit');
	rmSync(folder, { recursive: true });
}
