// What keeps the product from starting, as a sentence that says what to do.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '../src/lib/platform/config.server.ts';

export type Failure = Error & { readonly code?: string };

/** A start that cannot go on, with a sentence that says what to do. */
export class CannotStart extends Error {}

/** Why the embedded database does not open. */
export function whyEmbedded(error: Failure): Error {
	if (error instanceof CannotStart) return error;
	const { dataFolder } = config;
	const log = path.join(dataFolder, 'postgres', 'postgres.log');
	const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ') : '';
	if (error.code === 'IN_USE') return new CannotStart(whoRuns());
	if (error.code === 'ENOSPC' || /No space left on device/i.test(error.message + last))
		return new CannotStart(
			`The disk is full. Make room on the disk of ${dataFolder} and start again; nothing is lost.`,
		);
	if (error.code === 'EACCES' || error.code === 'EPERM')
		return new CannotStart(
			`The data folder ${dataFolder} cannot be written. Give this user the right to, or name another folder with OPORA_DATA.`,
		);
	if (error.code === 'CHANGED_MIGRATION') return new CannotStart(error.message);
	const said = last === '' ? error.message : last;
	return new CannotStart(
		`The database in ${dataFolder} does not open (${said}). Restore it from a backup, or move the folder away to begin anew.`,
	);
}

const RIGHTS = `create role opora_finder nologin;
  create role opora_app login password '…'; create role opora_identity login password '…'; create role opora_jobs login password '…';
  grant opora_finder, opora_jobs to <the user of DATABASE_URL>;`;

/** Why the database of DATABASE_URL cannot be used. */
export function whyExternal(error: Failure, url: string): Error {
	const { host, pathname } = new URL(url);
	const where = `${host}${pathname}`;
	const code = error.code ?? '';
	if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT'].includes(code))
		return new CannotStart(`No PostgreSQL answers at ${where} (${code}). Start it, or correct DATABASE_URL.`);
	if (['28P01', '28000'].includes(code))
		return new CannotStart(`PostgreSQL at ${where} does not know this user or password. Correct DATABASE_URL.`);
	if (code === '3D000')
		return new CannotStart(`There is no such database at ${where}. Create it, or correct DATABASE_URL.`);
	if (code === '42501')
		return new CannotStart(
			`The user of DATABASE_URL may not do what the first start needs (${error.message}). Give it CREATEROLE and the ownership of its database; or have somebody run\n  ${RIGHTS}\n  and set OPORA_APP_DATABASE_URL, OPORA_IDENTITY_DATABASE_URL and OPORA_JOBS_DATABASE_URL.`,
		);
	if (code === 'OLD_SERVER' || code === 'CHANGED_MIGRATION') return new CannotStart(error.message);
	return error;
}

/** The address at which this data folder is served; undefined when nobody said one. */
export function whereItRuns(): string | undefined {
	return running()?.address;
}

function running(): { pid: number; address: string } | undefined {
	if (!existsSync(runningFile())) return undefined;
	return JSON.parse(readFileSync(runningFile(), 'utf8')) as { pid: number; address: string };
}

function whoRuns(): string {
	const known = running();
	if (!known)
		return `Opora already runs on the data folder ${config.dataFolder}. Stop it first, or name another folder with OPORA_DATA.`;
	return `Opora already runs: ${known.address} (process ${known.pid}). Open that address, or stop it with Ctrl-C where it was started.`;
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
