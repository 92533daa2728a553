import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { environmentOf } from '../../../scripts/scratch-database.ts';
import { closePools, type Tx } from './database.server.ts';

export type TestDatabase = {
	/** The database as its owner, who is no superuser. */
	owner: pg.Client;
	/** The database as the superuser, whom no policy binds. Only what a thief of the disk could see is looked at with it. */
	superuser: pg.Client;
	readonly folder: string;
};

/** Gives this test file a migrated database of its own, and connects the product to it; a copy of a filled one, when it names one. */
export function testDatabase(template = 'template_opora'): TestDatabase {
	const made = {} as { owner: pg.Client; superuser: pg.Client; folder: string };
	beforeAll(async () => {
		const server = inject('server');
		const name = `test_${randomBytes(6).toString('hex')}`;
		process.env.OPORA_DATA = path.join(server.folder, 'data');
		process.env.OPORA_ROOT_KEY_FILE = path.join(server.folder, 'keys', 'root.key');
		const postgres = superuserOf(server, 'postgres');
		await postgres.connect();
		await postgres.query(`create database ${name} template ${template} owner opora_owner`);
		await postgres.end();
		Object.assign(process.env, environmentOf(server as never, name));
		made.folder = server.folder;
		made.owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
		made.superuser = superuserOf(server, name);
		await Promise.all([made.owner.connect(), made.superuser.connect()]);
	});
	afterAll(async () => {
		await Promise.all([closePools(), made.owner?.end(), made.superuser?.end()]);
	});
	return made;
}

function superuserOf(server: { sockets: string; password: string }, database: string): pg.Client {
	return new pg.Client({ host: server.sockets, user: 'postgres', password: server.password, database });
}

/** How many rows of the tables whose name begins so are read by what is done within a transaction, through an index or without. */
export async function rowsRead<Value>(
	tx: Tx,
	begins: string,
	work: () => Promise<Value>,
): Promise<{ done: Value; read: number }> {
	const soFar = async () => {
		const { rows } = await sql<{
			read: string;
		}>`select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as read
			from pg_stat_xact_user_tables where relname like ${begins} || '%'`.execute(tx.db);
		return Number(rows[0]!.read);
	};
	const before = await soFar();
	const done = await work();
	return { done, read: (await soFar()) - before };
}
