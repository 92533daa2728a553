// An empty, migrated database of its own, for tests and checks: an embedded server in a temporary folder.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded, type EmbeddedServer } from './embedded-postgres.ts';
import { databasePasswords, ensureRootKey } from './keys.ts';
import { migrate, urlFor } from './migrate.ts';
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
	(await import('node:fs')).chmodSync(folder, 0o755);
	process.env.OPORA_DATA = path.join(folder, 'data');
	process.env.OPORA_ROOT_KEY_FILE = path.join(folder, 'keys', 'root.key');
	ensureRootKey();
	const server = await openEmbedded(path.join(folder, 'data', 'postgres'));
	await makeOwner(server);
	let template: Promise<void> | undefined;
	return {
		...server,
		folder,
		async database(name) {
			template ??= makeDatabase(server, 'template_opora');
			await template;
			await asSuperuser(server, `create database ${name} template template_opora owner opora_owner`);
			return environmentOf(server, name);
		},
		async remove() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Makes the role that owns the product's databases: no superuser, so that row-level security binds it too. */
export async function makeOwner(server: EmbeddedServer): Promise<void> {
	const there = await asSuperuser(server, `select 1 from pg_roles where rolname = 'opora_owner'`);
	const password = pg.escapeLiteral(server.password);
	if (there.rowCount === 0)
		await asSuperuser(server, `create role opora_owner login createrole createdb password ${password}`);
}

/** Makes the product's database unless it is there. */
export async function makeDatabase(server: EmbeddedServer, name: string): Promise<void> {
	const there = await asSuperuser(server, `select 1 from pg_database where datname = '${name}'`);
	if (there.rowCount === 0) await asSuperuser(server, `create database ${name} owner opora_owner`);
	await migrate(ownerUrl(server, name), databasePasswords());
}

/** The address of a database of the embedded server, as its owner. */
export function ownerUrl(server: EmbeddedServer, name: string): string {
	return `postgresql://opora_owner:${encodeURIComponent(server.password)}@localhost/${name}?host=${encodeURIComponent(server.sockets)}`;
}

/** What the running product reads: the address of the database for each of its roles. */
export function environmentOf(server: EmbeddedServer, name: string): Record<string, string> {
	const passwords = databasePasswords();
	const roles = Object.keys(URL_OF) as DatabaseRole[];
	const urls = roles.map((role) => [URL_OF[role], urlFor(ownerUrl(server, name), role, passwords)]);
	return { ...Object.fromEntries(urls), DATABASE_URL: ownerUrl(server, name) } as Record<string, string>;
}

async function asSuperuser(server: EmbeddedServer, sql: string): Promise<pg.QueryResult> {
	const client = new pg.Client({
		host: server.sockets,
		user: 'postgres',
		password: server.password,
		database: 'postgres',
	});
	await client.connect();
	try {
		return await client.query(sql);
	} finally {
		await client.end();
	}
}
