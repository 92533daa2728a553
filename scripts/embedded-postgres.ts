// Starts, adopts and stops the PostgreSQL that travels with the application.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { forgetDead, isLocked, lockHolder } from './dead-server.ts';
import { prepareCluster, type Cluster } from './postgres-cluster.ts';

const LOCK = 7_202_601;
const PATIENCE_MS = 20_000;
const LAUNCHES_MAX = 5;

export type EmbeddedServer = Cluster & { readonly adopted: boolean; stop(): Promise<void> };

/** Opens the database folder: prepares it the first time, adopts a server that outlived its application, else starts one. Throws with code IN_USE while another process uses the folder. */
export async function openEmbedded(home: string): Promise<EmbeddedServer> {
	const cluster = prepareCluster(home);
	const adopted = runningPid(cluster) !== undefined;
	const ended = new AbortController();
	let guard = await claim(cluster, ended.signal);
	let keeping = Promise.resolve();
	// A server that goes away under us (killed, out of memory) is started again, for as long as nobody stops it.
	const keep = () =>
		guard.once('end', () => {
			keeping = reclaim(cluster, ended.signal).then((again) => {
				if (!again) return;
				guard = again;
				keep();
			});
		});
	keep();
	return {
		...cluster,
		adopted,
		stop: async () => {
			ended.abort();
			await keeping;
			await stop(cluster, guard);
		},
	};
}

async function reclaim(cluster: Cluster, ended: AbortSignal): Promise<pg.Client | undefined> {
	while (!ended.aborted) {
		try {
			return await claim(cluster, ended);
		} catch {
			// Not possible now, or not any more: the pages say that the database is away, and this is tried again.
			await sleep(1_000, undefined, { signal: ended }).catch(() => {});
		}
	}
	return undefined;
}

/** The process number of the server on this folder, when it runs. */
export function runningPid(cluster: Cluster): number | undefined {
	try {
		const pid = lockHolder(cluster);
		process.kill(pid, 0);
		return process.platform !== 'linux' || commandOf(pid).includes(cluster.data) ? pid : undefined;
	} catch {
		return undefined;
	}
}

function commandOf(pid: number): readonly string[] {
	return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
}

/** One connection holds a lock for as long as this process lives; a second process is refused. */
async function claim(cluster: Cluster, ended: AbortSignal): Promise<pg.Client> {
	const until = performance.now() + PATIENCE_MS;
	let child: ChildProcess | undefined;
	let launches = 0;
	for (;;) {
		ended.throwIfAborted();
		// Our own attempt may lose a race, or find the lock file of a server killed a moment ago: try again, but not for ever.
		const gone = !child || child.exitCode !== null || child.signalCode !== null;
		if (gone && !runningPid(cluster)) {
			forgetDead(cluster);
			if (launches >= LAUNCHES_MAX && !isLocked(cluster)) throw new Error('PostgreSQL ends as soon as it is started');
			child = launch(cluster);
			launches += 1;
		}
		try {
			return await holdLock(cluster);
		} catch (error) {
			const { code } = error as { code?: string };
			const waiting = code !== undefined && ['ENOENT', 'ECONNREFUSED', '57P03'].includes(code);
			if (!waiting || performance.now() > until) throw error;
			await sleep(child && child.exitCode !== null ? 200 : 10);
		}
	}
}

async function holdLock(cluster: Cluster): Promise<pg.Client> {
	const guard = new pg.Client({
		host: cluster.sockets,
		user: 'postgres',
		password: cluster.password,
		database: 'postgres',
	});
	guard.on('error', () => {});
	await guard.connect();
	const { rows } = await guard.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
	if (rows[0]?.mine) return guard;
	await guard.end();
	throw Object.assign(new Error('Another process already uses this database folder.'), { code: 'IN_USE' });
}

function launch(cluster: Cluster): ChildProcess {
	const log = openSync(cluster.log, 'a');
	const settings = {
		listen_addresses: '',
		unix_socket_directories: cluster.sockets,
		unix_socket_permissions: '0700',
		shared_buffers: '128MB',
		// Three products at once in the tests; one needs a third of it.
		max_connections: '120',
		password_encryption: 'scram-sha-256',
		log_timezone: 'UTC',
		// Decision 21: a failed statement must not print the row it failed on.
		log_error_verbosity: 'terse',
		log_min_error_statement: 'panic',
		log_parameter_max_length_on_error: '0',
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = spawn(path.join(cluster.binaries, 'bin/postgres'), ['-D', cluster.data, ...options], {
		...cluster.runAs,
		cwd: cluster.data,
		env: { LC_ALL: 'C' },
		// A file, never a pipe: the server outlives a killed Node. Its own session: Ctrl-C reaches Node only.
		detached: true,
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	child.unref();
	return child;
}

async function stop(cluster: Cluster, guard: pg.Client): Promise<void> {
	const pid = runningPid(cluster);
	await guard.end().catch(() => {});
	if (!pid) return;
	process.kill(pid, 'SIGINT'); // fast shutdown: ends sessions, writes a checkpoint
	while (runningPid(cluster)) await sleep(10);
}
