// A PostgreSQL that is not the product's own: Debian's where it is installed, else the one that travels with the product.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './opora.fixtures.ts';
import { folderOf, nobody, until } from './start.fixtures.ts';

const DEBIANS = '/usr/lib/postgresql/15/bin';

export type OtherPostgres = {
	readonly port: number;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** Ends it as a crash does: nothing is finished, nothing written down. */
	crash(): Promise<void>;
	/** Puts the disk that is always full under a table that has no rows yet; gives back what frees it again. It is started anew for both. */
	fill(table: string, database: string): Promise<() => Promise<void>>;
	/** Asks it something as its superuser. */
	ask(sql: string, database?: string): Promise<readonly Record<string, unknown>[]>;
};

/** Makes a database server in a folder; `own` finds the folder of the product's, for a machine without Debian's 15. */
export async function aPostgres(folder: string, own: () => string): Promise<OtherPostgres> {
	const binaries = existsSync(path.join(DEBIANS, 'postgres')) ? DEBIANS : path.join(own(), 'bin');
	const user = nobody();
	const home = folderOf(path.join(folder, 'other'), user);
	const data = path.join(home, 'data');
	const port = await freePort();
	const init = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
	const made = spawnSync(path.join(binaries, 'initdb'), init, { ...user, cwd: home, env: {}, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
	let running: ChildProcess;
	const ask: OtherPostgres['ask'] = async (sql, database = 'postgres') => {
		const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database });
		try {
			await client.connect();
			return (await client.query(sql)).rows as Record<string, unknown>[];
		} finally {
			await client.end().catch(() => {});
		}
	};
	const end = async (signal: NodeJS.Signals) => {
		if (running.exitCode !== null || running.signalCode !== null) return;
		running.kill(signal);
		await once(running, 'exit');
	};
	const server: OtherPostgres = {
		port,
		ask,
		start: async () => {
			const where = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${home}`];
			const options = { ...user, cwd: home, env: { LC_ALL: 'C' }, stdio: 'ignore' as const };
			running = spawn(path.join(binaries, 'postgres'), ['-D', data, '-F', ...where], options);
			await until(() =>
				ask('select 1').then(
					() => true,
					() => false,
				),
			);
		},
		stop: () => end('SIGINT'),
		crash: () => end('SIGQUIT'),
		fill: async (table, database) => {
			const [where] = await ask(`select pg_relation_filepath('${table}') as path`, database);
			const file = path.join(data, String(where!.path));
			if (statSync(file).size > 0) throw new Error(`${table} has rows already`);
			const put = async (place: () => void) => {
				await end('SIGINT');
				rmSync(file);
				place();
				await server.start();
			};
			await put(() => symlinkSync('/dev/full', file));
			return () =>
				put(() => {
					writeFileSync(file, '', { mode: 0o600 });
					if (user) chownSync(file, user.uid, user.gid);
				});
		},
	};
	return server;
}

/** Stands before a server and lets it say that it is an older one: 14 instead of what it is. */
export async function asVersion14(port: number): Promise<Server> {
	const server = createServer((client) => {
		const upstream = connect(port, '127.0.0.1');
		client.pipe(upstream);
		upstream.on('data', (bytes) =>
			client.write(Buffer.from(bytes.toString('latin1').replace(/1\d(\d{4})(?=C)/g, '14$1'), 'latin1')),
		);
		for (const end of [client, upstream]) end.on('error', () => client.destroy()).on('close', () => upstream.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}
