// The lock file of a database server that was killed and that nobody has buried yet.
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Cluster } from './postgres-cluster.ts';

/** The process that the folder's lock file names. Throws when there is no such file. */
export function lockHolder(cluster: Cluster): number {
	return holderOf(lockFile(cluster));
}

/**
 * PostgreSQL takes a dead process for a living one until its parent has asked after it, and in a container nobody may ever
 * ask. The lock of such a one is taken away, once none of its children works in the folder any more.
 */
export function forgetDead(cluster: Cluster): void {
	if (process.platform !== 'linux') return;
	const dead = locks(cluster).filter((file) => isDead(holderOf(file)));
	if (dead.length === 0 || readdirSync('/proc').some((pid) => worksIn(pid, cluster.data))) return;
	for (const file of dead) rmSync(file, { force: true });
}

/** Tells whether the lock of a server, its own or another's, still stands in the way. */
export function isLocked(cluster: Cluster): boolean {
	return locks(cluster).length > 0;
}

function locks(cluster: Cluster): readonly string[] {
	return [lockFile(cluster), path.join(cluster.sockets, '.s.PGSQL.5432.lock')].filter((file) => existsSync(file));
}

const lockFile = (cluster: Cluster) => path.join(cluster.data, 'postmaster.pid');

function holderOf(file: string): number {
	return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function isDead(pid: number): boolean {
	try {
		return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		// No such process: PostgreSQL sees that by itself.
		return false;
	}
}

function worksIn(pid: string, folder: string): boolean {
	try {
		return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === folder;
	} catch {
		return false;
	}
}
