// The product on a PostgreSQL that is not its own.
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { prepareCluster } from '../scripts/postgres-cluster.ts';
import { signInSecret } from '../src/lib/identity/account.server.ts';
import { asVersion14, aPostgres, type OtherPostgres } from './postgres.fixtures.ts';
import { newId } from '../src/lib/platform/ids.server.ts';
import { aCaller, type Answer, type Caller } from './http.fixtures.ts';
import { digitsOf } from './second-factor.fixtures.ts';
import { aHome, LINK, OPEN, refusal, status, until, type Started } from './start.fixtures.ts';

const home = aHome();
/** How much of what the product said is shown when a test fails, letters. */
const SAID_LAST = 6_000;
let running: Started;
let theirs: OtherPostgres;
const url = () => `postgresql://mina:x@127.0.0.1:${theirs.port}/opora`;

beforeAll(async () => {
	theirs = await aPostgres(home.folder, () => prepareCluster(path.join(home.data, 'postgres')).binaries);
	await theirs.start();
	await theirs.ask(`create role mina login createrole password 'x'`);
	await theirs.ask('create database opora owner mina');
});
// A product that is gone cannot be asked why: what it said last is all there is.
beforeEach(({ onTestFailed }) => onTestFailed(() => console.error(running?.said().slice(-SAID_LAST))));
afterAll(async () => {
	await theirs.stop();
	await home.remove();
});

test('one older than 15 is refused', async () => {
	const older = await asVersion14(theirs.port);
	const { port } = older.address() as AddressInfo;
	const said = await refusal(home.start({ DATABASE_URL: `postgresql://mina:x@127.0.0.1:${port}/opora` }));
	older.close();
	expect(said).toBe('Opora needs PostgreSQL 15 or newer.');
	expect(await theirs.ask(`select 1 from pg_roles where rolname like 'opora%'`)).toEqual([]);
});

test('a database that is not there', async () => {
	expect(await refusal(home.start({ DATABASE_URL: `${url()}-not` }))).toContain('There is no such database');
});

test('a user without the right to make roles', async () => {
	await theirs.ask(`create role tone login password 'x'`);
	await theirs.ask('create database tones owner tone');
	const tones = `postgresql://tone:x@127.0.0.1:${theirs.port}/tones`;
	const failed = await home.start({ DATABASE_URL: tones });
	expect(await failed.ended()).toBe(1);
	expect(failed.said()).toContain('Give it CREATEROLE and the ownership of its database');
	expect(failed.said()).not.toMatch(/^\s+at /m);
});

test('a user who owns the database and may make roles is enough, and the demo stays away', async () => {
	running = await home.start({ DATABASE_URL: url(), OPORA_DEMO: undefined });
	await running.says(OPEN);
	expect(running.said()).toContain('Careful: this PostgreSQL has log_min_error_statement = error');
	expect(await status(`${running.address}/ready`)).toBe(200);
	const [row] = await theirs.ask('select demo from installation', 'opora');
	expect(row).toEqual({ demo: false });
	const connected = await theirs.ask(
		`select distinct usename from pg_stat_activity where datname = 'opora' order by 1`,
	);
	expect(connected.map((one) => one.usename)).toEqual(['opora_app', 'opora_identity', 'opora_jobs']);
});

const ORGANISATION = {
	name: 'Center Vzorec',
	slug: 'center-vzorec',
	country: 'si',
	language: 'sl',
	about: 'Izmišljen center.',
	address: '',
	phone: '',
	email: '',
	programmes: ['prva-socialna-pomoc'],
	administratorName: 'Ema Zamišljena',
	administratorEmail: 'ema@primer.invalid',
};
let administrator: Caller;

test('on a full disk the page says what to do and keeps what was typed; with room again the same form is taken', async () => {
	const link = (await running.says(LINK))[1]!;
	administrator = aCaller(running);
	const makeRoom = await theirs.fill('organisation', 'opora');
	await isReady();
	const refused = await administrator.post(link, ORGANISATION);
	expect(refused.status).toBe(503);
	for (const said of ['Na disku ni več prostora', 'Izmišljen center.', 'ema@primer.invalid'])
		expect(refused.text).toContain(said);
	expect(running.said()).toMatch(/"event":"disk\.full".*53100/);
	expect(await theirs.ask('select name from organisation', 'opora')).toEqual([]);
	await makeRoom();
	await isReady();
	const taken = await administrator.post(link, ORGANISATION);
	expect([taken.status, taken.to]).toEqual([303, expect.stringContaining('/invitation/')]);
	const choosing = await administrator.post(taken.to!, { password: 'zeleni čoln na mirni reki' });
	const secret = /class="secret">([^<]+)</.exec(choosing.text)![1]!.replaceAll(' ', '');
	expect((await administrator.post('/sign-in?/code', { code: digitsOf(secret) })).status).toBe(303);
});

test('a database that crashes while many read and write: what was answered as saved is there, once, and nothing else goes wrong', async () => {
	const desk = '/desk/center-vzorec/complaints';
	const dealtBy = /name="dealtBy"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(
		(await administrator.get(`${desk}/new`)).text,
	)![1]!;
	const load = underLoad({
		read: () => administrator.get(desk),
		write: (command) =>
			administrator.post(`${desk}/new`, { ...A_COMPLAINT, receivedOn: today(), dealtBy, command, words: command }),
	});
	await until(() => load.saved().length >= ENOUGH);
	// So many that some end just as the database does.
	await theirs.ask(`select graphile_worker.add_job('seal-journal-between') from generate_series(1, ${JOBS})`, 'opora');
	await until(async () => (await theirs.ask(WAITING, 'opora')).length < JOBS);
	await theirs.crash();
	await until(() => load.turnedAway().length >= ENOUGH);
	await theirs.start();
	await isReady();
	const before = load.saved().length;
	await until(() => load.saved().length >= before + ENOUGH);
	await load.end();
	expect(load.strange()).toEqual([]);
	await until(async () => (await theirs.ask(WAITING, 'opora')).length === 0);
	const kept = async () => (await theirs.ask('select id from complaint order by id', 'opora')).map((one) => one.id);
	expect(await kept()).toEqual(expect.arrayContaining(load.saved()));
	// Whoever was turned away sends the same form again, as the page offers: nothing is there twice.
	const again = await Promise.all(load.turnedAway().map((command) => load.write(command)));
	expect(new Set(again.map((one) => one.status))).toEqual(new Set([303]));
	expect(await kept()).toEqual([...load.saved(), ...load.turnedAway()].toSorted());
});

test('while the database is away the pages say so, and all is well again when it is back', async () => {
	await theirs.stop();
	await until(async () => (await status(`${running.address}/ready`)) === 503);
	for (const page of ['/ask', '/desk', '/desk/anybody', '/desk/anybody/cases'])
		expect([page, await status(running.address + page, { cookie: aSession() })]).toEqual([page, 503]);
	expect(await status(`${running.address}/live`)).toBe(200);
	await showsHelp();
	await theirs.start();
	await until(async () => (await status(`${running.address}/ready`)) === 200);
	expect(await status(`${running.address}/ask`)).toBe(200);
	// The queue is worked off again too.
	await until(async () => (await theirs.ask(`select 1 from pg_stat_activity where usename = 'opora_jobs'`)).length > 0);
	running.kill('SIGTERM');
	expect(await running.ended()).toBe(0);
});

const isReady = () => until(async () => (await status(`${running.address}/ready`)) === 200);
const today = () => new Date().toISOString().slice(0, 10);
const A_COMPLAINT = { caseId: '', way: 'phone', anonymous: '', who: 'Zala Vzorčnik', reach: '', aboutWorker: '' };
const CALLERS = 8;
/** So many answers of a kind tell that it is under load. */
const ENOUGH = 20;
const JOBS = 250;
const WAITING = 'select 1 from graphile_worker.jobs where run_at < now() or locked_at is not null';

type Work = { readonly read: () => Promise<Answer>; readonly write: (command: string) => Promise<Answer> };

/** Many who write and read, one after another, until they are told to end, and what they were answered. */
function underLoad({ read, write }: Work) {
	const written: { command: string; status: number; kept: boolean }[] = [];
	const strange: unknown[] = [];
	let going = true;
	const saysAway = (one: Answer) => one.status === 503 && one.text.includes('Shramba podatkov trenutno ne odgovarja');
	const caller = async () => {
		while (going) {
			const command = newId(new Date());
			const answer = await write(command);
			const kept = saysAway(answer) && answer.text.includes(command);
			written.push({ command, status: answer.status, kept });
			if (answer.status !== 303 && !kept) strange.push(['written', answer.status, answer.text.slice(0, 2_000)]);
			const list = await read();
			if (list.status !== 200 && !saysAway(list)) strange.push(['read', list.status, list.text.slice(0, 2_000)]);
		}
	};
	const callers = Promise.all(Array.from({ length: CALLERS }, caller));
	const commands = (those: typeof written) => those.map((one) => one.command);
	return {
		write,
		saved: () => commands(written.filter((one) => one.status === 303)),
		turnedAway: () => commands(written.filter((one) => one.kept)),
		/** Every answer that is neither what was asked for nor the page that says why not, and keeps the form. */
		strange: () => strange,
		end: async () => {
			going = false;
			await callers;
		},
	};
}

/** While the database is away: what needs it says so, and beside it stands whom to call; what needs nothing of it is there. */
async function showsHelp(): Promise<void> {
	const languages = [
		['sl', 'Shramba podatkov trenutno ne odgovarja', '116123'],
		['cs', 'Úložiště dat teď neodpovídá', '155'],
		['en', 'The data store does not answer at the moment', '116123'],
	] as const;
	for (const [language, sentence, number] of languages) {
		const read = async (page: string) => {
			const headers = { accept: 'text/html', 'accept-language': language };
			const answer = await fetch(running.address + page, { headers });
			return { status: answer.status, text: await answer.text() };
		};
		const away = await read('/ask');
		expect([away.status, away.text.includes(sentence)]).toEqual([503, true]);
		for (const page of ['/ask', '/', '/calm', '/offline', '/reading/grief', '/nothing/here']) {
			const { status: said, text } = await read(page);
			expect([page, said < 500 || page === '/ask', text.includes(`href="tel:${number}"`)]).toEqual([page, true, true]);
			expect([page, text.includes('href="tel:112"'), text.includes('href="/calm"')]).toEqual([page, true, true]);
		}
	}
}

/** The cookie of a worker who was signed in: whether they still are, only the database knows. */
function aSession(): string {
	process.env.OPORA_ROOT_KEY_FILE = path.join(home.folder, 'keys/root.key');
	const token = 'somebody-who-works-here';
	const signature = createHmac('sha256', signInSecret()).update(token).digest('base64');
	return `opora.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
