// Opens an installation: its keys, its database with everything migrated, and whether it is the demo.
import path from 'node:path';
import pg from 'pg';
import { config, URL_OF, type DatabaseRole } from '../src/lib/platform/config.server.ts';
import { keyProof, provesThisKey } from '../src/lib/vault/root-key.server.ts';
import { CannotStart, whereItRuns, whyEmbedded, whyExternal, type Failure } from './cannot-start.ts';
import { openEmbedded, runningPid, type EmbeddedServer } from './embedded-postgres.ts';
import { databasePasswords, ensureRootKey } from './keys.ts';
import { loggingFaults, migrate, urlFor } from './migrate.ts';
import { prepareCluster } from './postgres-cluster.ts';
import { asSuperuser, environmentOf, makeOwner, ownerUrl } from './scratch-database.ts';

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

/** Opens the installation the environment names and puts its addresses into the environment. */
export async function openInstallation(say: (line: string) => void): Promise<Installation> {
	const madeKey = ensureRootKey();
	if (madeKey)
		say(
			`Made a root key: ${config.rootKeyFile}. Keep a copy of it apart from the data: without it nobody can read them.`,
		);
	const server = process.env.DATABASE_URL ? undefined : await openServer();
	try {
		return await openOn(server, say);
	} catch (error) {
		await server?.stop();
		// What the system or the database refuses has a code; anything else is our own fault and keeps its stack.
		throw server && (error as Failure).code ? whyEmbedded(error as Failure) : error;
	}
}

async function openOn(server: EmbeddedServer | undefined, say: (line: string) => void): Promise<Installation> {
	const external = server ? undefined : process.env.DATABASE_URL;
	const url = external ?? ownerUrl(server!, DATABASE);
	if (server) await prepareEmbedded(server);
	const applied = await migrate(url, databasePasswords(), external ? givenUrls() : {}).catch((error: Failure) => {
		throw external ? whyExternal(error, external) : whyEmbedded(error);
	});
	if (applied.length > 0)
		say(`Brought the database up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`);
	Object.assign(process.env, server ? environmentOf(server, DATABASE) : externalEnvironment(url));
	if (external) for (const fault of await loggingFaults(url)) say(`Careful: ${fault}`);
	const { demo, fresh } = await settle(url, server?.data);
	process.env.OPORA_DEMO = demo ? '1' : '0';
	return {
		ownerUrl: url,
		demo,
		fresh,
		embedded: server !== undefined,
		markReady: () => asOwner(url, ready),
		stop: async () => server?.stop(),
	};
}

/** At a first start what was loaded is counted, too: until then the planner takes every table for an empty one. */
async function ready(owner: pg.Client): Promise<void> {
	const { rowCount } = await owner.query('update installation set ready_at = now() where ready_at is null');
	if (rowCount) await owner.query('analyze');
}

const ROLES = Object.keys(URL_OF) as DatabaseRole[];

function givenUrls(): Partial<Record<DatabaseRole, string>> {
	return Object.fromEntries(
		ROLES.flatMap((role) => (process.env[URL_OF[role]] ? [[role, process.env[URL_OF[role]]]] : [])),
	);
}

function externalEnvironment(url: string): Record<string, string> {
	const passwords = databasePasswords();
	const given = givenUrls();
	return Object.fromEntries(ROLES.map((role) => [URL_OF[role], given[role] ?? urlFor(url, role, passwords)]));
}

/** Connects this process to an installation that runs, for what an operator does beside it. Says where it serves. */
export function joinInstallation(): string {
	const external = process.env.DATABASE_URL;
	const cluster = external ? undefined : prepareCluster(path.join(config.dataFolder, 'postgres'));
	if (cluster && !runningPid(cluster)) throw new CannotStart('Opora does not run here. Start it first: npm start');
	Object.assign(process.env, external ? externalEnvironment(external) : environmentOf(cluster!, DATABASE));
	return whereItRuns() ?? config.origin;
}

async function openServer(): Promise<EmbeddedServer> {
	try {
		return await openEmbedded(path.join(config.dataFolder, 'postgres'));
	} catch (error) {
		throw whyEmbedded(error as Failure);
	}
}

async function prepareEmbedded(server: EmbeddedServer): Promise<void> {
	await makeOwner(server);
	await asSuperuser(server, async (superuser) => {
		const { rowCount } = await superuser.query(`select 1 from pg_database where datname = '${DATABASE}'`);
		if (rowCount && (await neverGotReady(ownerUrl(server, DATABASE)))) await superuser.query(DROP);
		else if (rowCount) return;
		await superuser.query(`create database ${DATABASE} owner opora_owner`);
	});
}

const DROP = `drop database ${DATABASE} with (force)`;

/** Empties the demo of the data folder; what is in earnest, or somebody else's server, is not touched. */
export async function emptyDemo(say: (line: string) => void): Promise<void> {
	const installation = await openInstallation(say);
	await installation.stop();
	if (!installation.embedded)
		throw new CannotStart(
			'DATABASE_URL is set: only the database of the data folder can be emptied. Nothing was touched.',
		);
	if (!installation.demo) throw new CannotStart('This installation is in earnest, not the demo. Nothing was touched.');
	const server = await openServer();
	await asSuperuser(server, async (superuser) => void (await superuser.query(DROP))).finally(() => server.stop());
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

type Known = { readonly key_proof: Buffer; readonly demo: boolean; readonly ready_at: Date | null };

/** Decides once and for all whether a database is the demo's; refuses another root key than its own. `folder` is where the embedded one lies. */
async function settle(url: string, folder: string | undefined): Promise<{ demo: boolean; fresh: boolean }> {
	return asOwner(url, async (owner) => {
		const { rows } = await owner.query<Known>('select key_proof, demo, ready_at from installation');
		const wanted = process.env.OPORA_DEMO;
		const before = rows[0];
		if (before) {
			refuseOther(before, { wanted, folder });
			const fresh = before.ready_at === null;
			if (fresh && before.demo) await refuseHalfLoaded(owner);
			return { demo: before.demo, fresh };
		}
		const demo = wanted === undefined ? folder !== undefined : wanted === '1';
		const values = [keyProof(), demo];
		await owner.query('insert into installation (key_proof, demo, created_at) values ($1, $2, now())', values);
		return { demo, fresh: true };
	});
}

function refuseOther(before: Known, { wanted, folder }: { wanted: string | undefined; folder?: string }): void {
	if (!provesThisKey(before.key_proof)) {
		// As root the database lies apart from the data folder, and stays when that one is deleted.
		const lies = folder === undefined ? '' : ` The database lies in ${folder}.`;
		throw new CannotStart(
			`The database was sealed under another root key than ${config.rootKeyFile}. Put its own key there, or name its file with OPORA_ROOT_KEY_FILE.${lies}`,
		);
	}
	if (wanted === undefined || (wanted === '1') === before.demo) return;
	throw new CannotStart(
		before.demo
			? 'This database holds the invented people of the demo. To begin in earnest, name an empty data folder with OPORA_DATA, or another database with DATABASE_URL.'
			: 'This database is in earnest; demo data is never mixed into it. Leave OPORA_DEMO out, or name another data folder with OPORA_DATA.',
	);
}

/** A start that ended while it loaded the demo into somebody else's server: only its owner may empty that. */
async function refuseHalfLoaded(owner: pg.Client): Promise<void> {
	await owner.query(`select set_config('app.actor_kind', 'visitor', false)`);
	const { rowCount } = await owner.query('select 1 from organisation limit 1');
	if (rowCount)
		throw new CannotStart(
			'The demo was interrupted while it was loaded into this database. Empty the database, and start again.',
		);
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
