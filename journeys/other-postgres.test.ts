// The product on a PostgreSQL that is not its own.
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareCluster } from '../scripts/postgres-cluster.ts';
import { signInSecret } from '../src/lib/identity/account.server.ts';
import { asVersion14, aPostgres, type OtherPostgres } from './postgres.fixtures.ts';
import { aHome, OPEN, refusal, status, until, type Started } from './start.fixtures.ts';

const home = aHome();
let running: Started;
let theirs: OtherPostgres;
const url = () => `postgresql://mina:x@127.0.0.1:${theirs.port}/opora`;

beforeAll(async () => {
	theirs = await aPostgres(home.folder, () => prepareCluster(path.join(home.data, 'postgres')).binaries);
	await theirs.start();
	await theirs.ask(`create role mina login createrole password 'x'`);
	await theirs.ask('create database opora owner mina');
});
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
