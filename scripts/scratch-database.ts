// An empty, migrated database of its own, for tests and checks: an embedded server in a temporary folder.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded, type EmbeddedServer } from './embedded-postgres.ts';
import { databasePasswords, ensureRootKey } from './keys.ts';
import { migrate, urlFor } from './migrate.ts';
import type { Cluster } from './postgres-cluster.ts';
import { URL_OF, type DatabaseRole } from '../src/lib/platform/config.server.ts';

export type ScratchServer = EmbeddedServer & {
	readonly folder: string;
	/** Makes a migrated database and returns the environment in which the product uses it. */
	database(name: string): Promise<Readonly<Record<string, string>>>;
	remove(): Promise<void>;
};

/** Starts a server in a new temporary folder, with keys of its own. */
export async function scratchServer(): Promise<ScratchServer> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-test-'));
	// The unprivileged user that runs PostgreSQL has to pass through here.
	mkdirSync(path.join(folder, 'data'), { mode: 0o755 });
	chmodSync(folder, 0o755);
	process.env.OPORA_DATA = path.join(folder, 'data');
	process.env.OPORA_ROOT_KEY_FILE = path.join(folder, 'keys', 'root.key');
	ensureRootKey();
	const server = await openEmbedded(path.join(folder, 'data', 'postgres'));
	await asSuperuser(server, forgetful);
	await makeOwner(server);
	let template: Promise<void> | undefined;
	return {
		...server,
		folder,
		async database(name) {
			template ??= makeDatabase(server, 'template_opora');
			await template;
			await asSuperuser(server, (postgres) =>
				postgres.query(`create database ${name} template template_opora owner opora_owner`),
			);
			return environmentOf(server, name);
		},
		async remove() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** What is thrown away need not outlive a power cut: nothing waits for the disk. */
async function forgetful(superuser: pg.Client): Promise<void> {
	for (const setting of ['fsync', 'full_page_writes']) await superuser.query(`alter system set ${setting} = off`);
	await superuser.query('select pg_reload_conf()');
}

/** Makes the role that owns the product's databases: no superuser, so that row-level security binds it too. */
export async function makeOwner(server: EmbeddedServer): Promise<void> {
	await asSuperuser(server, async (postgres) => {
		const there = await postgres.query(`select 1 from pg_roles where rolname = 'opora_owner'`);
		const password = pg.escapeLiteral(server.password);
		if (there.rowCount === 0)
			await postgres.query(`create role opora_owner login createrole createdb password ${password}`);
	});
}

/** Makes the product's database unless it is there. */
export async function makeDatabase(server: EmbeddedServer, name: string): Promise<void> {
	await asSuperuser(server, async (postgres) => {
		const there = await postgres.query(`select 1 from pg_database where datname = '${name}'`);
		if (there.rowCount === 0) await postgres.query(`create database ${name} owner opora_owner`);
	});
	await migrate(ownerUrl(server, name), databasePasswords());
}

/** The address of a database of the embedded server, as its owner. */
export function ownerUrl(server: Cluster, name: string): string {
	return `postgresql://opora_owner:${encodeURIComponent(server.password)}@localhost/${name}?host=${encodeURIComponent(server.sockets)}`;
}

/** What the running product reads: the address of the database for each of its roles. */
export function environmentOf(server: Cluster, name: string): Record<string, string> {
	const passwords = databasePasswords();
	const roles = Object.keys(URL_OF) as DatabaseRole[];
	const urls = roles.map((role) => [URL_OF[role], urlFor(ownerUrl(server, name), role, passwords)]);
	return { ...Object.fromEntries(urls), DATABASE_URL: ownerUrl(server, name) } as Record<string, string>;
}

/** Does something as the superuser of the embedded server. */
export async function asSuperuser<Value>(
	server: Cluster,
	work: (superuser: pg.Client) => Promise<Value>,
): Promise<Value> {
	const { sockets: host, password } = server;
	const client = new pg.Client({ host, user: 'postgres', password, database: 'postgres' });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
