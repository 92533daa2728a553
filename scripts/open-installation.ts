// Opens an installation: its keys, its database with everything migrated, and whether it is the demo.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { config } from '../src/lib/platform/config.server.ts';
import { keyProof, provesThisKey } from '../src/lib/vault/root-key.server.ts';
import { openEmbedded, type EmbeddedServer } from './embedded-postgres.ts';
import { databasePasswords, ensureRootKey } from './keys.ts';
import { loggingFaults, migrate, urlFor } from './migrate.ts';
import { environmentOf, makeOwner, ownerUrl } from './scratch-database.ts';
import { URL_OF, type DatabaseRole } from '../src/lib/platform/config.server.ts';

const DATABASE = 'opora';

export type Installation = {
	readonly ownerUrl: string;
	readonly demo: boolean;
	/** Nothing was set up here yet. */
	readonly fresh: boolean;
	readonly embedded: boolean;
	/** Says that the first start is done: from now on the database is the truth. */
	markReady(): Promise<void>;
	stop(): Promise<void>;
};

/** A start that cannot go on, with a sentence that says what to do. */
export class CannotStart extends Error {}

/** Opens the installation the environment names and puts its addresses into the environment. */
export async function openInstallation(say: (line: string) => void): Promise<Installation> {
	const madeKey = ensureRootKey();
	if (madeKey)
		say(
			`Made a root key: ${config.rootKeyFile}. Keep a copy of it apart from the data: without it nobody can read them.`,
		);
	const external = process.env.DATABASE_URL;
	const server = external ? undefined : await openServer();
	const url = external ?? ownerUrl(server!, DATABASE);
	if (server) await prepareEmbedded(server);
	const applied = await migrate(url, databasePasswords());
	if (applied.length > 0)
		say(`Brought the database up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`);
	Object.assign(process.env, server ? environmentOf(server, DATABASE) : externalEnvironment(url));
	if (external) for (const fault of await loggingFaults(url)) say(`Careful: ${fault}`);
	const { demo, fresh } = await settle(url, external === undefined);
	process.env.OPORA_DEMO = demo ? '1' : '0';
	return {
		ownerUrl: url,
		demo,
		fresh,
		embedded: server !== undefined,
		markReady: () =>
			asOwner(
				url,
				async (owner) => void (await owner.query('update installation set ready_at = now() where ready_at is null')),
			),
		stop: async () => server?.stop(),
	};
}

function externalEnvironment(url: string): Record<string, string> {
	const passwords = databasePasswords();
	const roles = Object.keys(URL_OF) as DatabaseRole[];
	return Object.fromEntries(
		roles.map((role) => [URL_OF[role], process.env[URL_OF[role]] ?? urlFor(url, role, passwords)]),
	);
}

async function openServer(): Promise<EmbeddedServer> {
	try {
		return await openEmbedded(path.join(config.dataFolder, 'postgres'));
	} catch (error) {
		throw explained(error as Error & { code?: string });
	}
}

function explained(error: Error & { code?: string }): Error {
	const log = path.join(config.dataFolder, 'postgres', 'postgres.log');
	const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ') : '';
	if (error.code === 'IN_USE') return new CannotStart(runningSentence());
	if (error.code === 'ENOSPC' || /No space left on device/i.test(error.message + last)) {
		return new CannotStart(
			`The disk is full. Make room on the disk of ${config.dataFolder} and start again; nothing is lost.`,
		);
	}
	if (error.code === 'EACCES' || error.code === 'EPERM')
		return new CannotStart(
			`The data folder ${config.dataFolder} cannot be written. Give this user the right to, or name another folder with OPORA_DATA.`,
		);
	const said = last === '' ? error.message : last;
	return new CannotStart(
		`The database in ${config.dataFolder} does not open (${said}). Restore it from a backup, or move the folder away to begin anew.`,
	);
}

function runningSentence(): string {
	const file = runningFile();
	if (!existsSync(file))
		return `Opora already runs on the data folder ${config.dataFolder}. Stop it first, or name another folder with OPORA_DATA.`;
	const { pid, address } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string };
	return `Opora already runs: ${address} (process ${pid}). Open that address, or stop it with Ctrl-C where it was started.`;
}

const runningFile = () => path.join(config.dataFolder, 'running.json');

/** Writes down where this process serves, for whoever starts a second one. */
export function sayRunning(address: string): void {
	writeFileSync(runningFile(), JSON.stringify({ pid: process.pid, address }));
}

/** Takes that back. */
export function sayStopped(): void {
	rmSync(runningFile(), { force: true });
}

async function prepareEmbedded(server: EmbeddedServer): Promise<void> {
	await makeOwner(server);
	const superuser = new pg.Client({
		host: server.sockets,
		user: 'postgres',
		password: server.password,
		database: 'postgres',
	});
	await superuser.connect();
	try {
		const { rowCount } = await superuser.query(`select 1 from pg_database where datname = '${DATABASE}'`);
		if (rowCount && (await neverGotReady(ownerUrl(server, DATABASE))))
			await superuser.query(`drop database ${DATABASE} with (force)`);
		else if (rowCount) return;
		await superuser.query(`create database ${DATABASE} owner opora_owner`);
	} finally {
		await superuser.end();
	}
}

async function neverGotReady(url: string): Promise<boolean> {
	return asOwner(url, async (owner) => {
		const { rows } = await owner.query<{ there: boolean }>(
			`select to_regclass('public.installation') is not null as there`,
		);
		if (!rows[0]?.there) return true;
		const { rowCount } = await owner.query('select 1 from installation where ready_at is not null');
		return rowCount === 0;
	});
}

/** Decides once and for all whether a database is the demo's; refuses another root key than its own. */
async function settle(url: string, embedded: boolean): Promise<{ demo: boolean; fresh: boolean }> {
	return asOwner(url, async (owner) => {
		const { rows } = await owner.query<{ key_proof: Buffer; demo: boolean; ready_at: Date | null }>(
			'select key_proof, demo, ready_at from installation',
		);
		const wanted = process.env.OPORA_DEMO;
		const before = rows[0];
		if (!before) {
			const demo = wanted === undefined ? embedded : wanted === '1';
			await owner.query('insert into installation (key_proof, demo, created_at) values ($1, $2, now())', [
				keyProof(),
				demo,
			]);
			return { demo, fresh: true };
		}
		if (!provesThisKey(before.key_proof)) {
			throw new CannotStart(
				`The database was sealed under another root key than ${config.rootKeyFile}. Put its own key there, or name its file with OPORA_ROOT_KEY_FILE.`,
			);
		}
		if (wanted !== undefined && (wanted === '1') !== before.demo) {
			throw new CannotStart(
				before.demo
					? 'This database holds the invented people of the demo. To begin in earnest, name an empty data folder with OPORA_DATA, or another database with DATABASE_URL.'
					: 'This database is in earnest; demo data is never mixed into it. Leave OPORA_DEMO out, or name another data folder with OPORA_DATA.',
			);
		}
		return { demo: before.demo, fresh: before.ready_at === null };
	});
}

async function asOwner<Value>(url: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
	const owner = new pg.Client({ connectionString: url });
	await owner.connect();
	try {
		return await work(owner);
	} finally {
		await owner.end();
	}
}
