// What keeps the product from starting, as a sentence that says what to do.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { config } from '../src/lib/platform/config.server.ts';

export type Failure = Error & { readonly code?: string };

/** A start that cannot go on, with a sentence that says what to do. */
export class CannotStart extends Error {}

/** What is said to whoever started it; undefined where the fault is our own. */
export function sentenceOf(error: Failure): string | undefined {
	if (error instanceof CannotStart) return error.message;
	return isDiskFull(error) ? diskFull() : undefined;
}

/** Why the embedded database does not open. */
export function whyEmbedded(error: Failure): Error {
	if (error instanceof CannotStart) return error;
	if (error.code === 'IN_USE') return new CannotStart(whoRuns());
	if (error.code === 'CHANGED_MIGRATION') return new CannotStart(error.message);
	return new CannotStart(whyFiles(error) ?? whyDatabase(error));
}

const diskFull = () =>
	`The disk is full. Make room on the disk of ${config.dataFolder} and start again; nothing is lost.`;

function isDiskFull({ code = '', message }: Pick<Failure, 'code' | 'message'>): boolean {
	return ['ENOSPC', 'EDQUOT', '53100'].includes(code) || /No space left on device/i.test(`${message} ${lastFaults()}`);
}

function whyFiles({ code = '', message }: Failure): string | undefined {
	const { dataFolder } = config;
	if (isDiskFull({ code, message })) return diskFull();
	if (['EACCES', 'EPERM', 'EROFS'].includes(code))
		return `The data folder ${dataFolder} cannot be written. Give this user the right to, or name another folder with OPORA_DATA.`;
	if (['EEXIST', 'ENOTDIR'].includes(code))
		return `The data folder ${dataFolder} cannot be made: something that is no folder stands in its way (${message}). Move that away, or name another folder with OPORA_DATA.`;
	return undefined;
}

function whyDatabase(error: Failure): string {
	const said = lastFaults() || error.message;
	return `The database in ${config.dataFolder} does not open (${said}). Restore it from a backup, or move the folder away to begin anew.`;
}

// As PostgreSQL writes them: 2026-11-22 21:17:30.845 UTC [9575] FATAL:  database files are incompatible with server
const FAULT = /^(\S+ \S+) UTC \[\d+\] (?:ERROR|FATAL|PANIC): +(.*)$/;

/** What the database complained of last since this process began; empty when it did not. */
function lastFaults(): string {
	const file = path.join(config.dataFolder, 'postgres', 'postgres.log');
	if (!existsSync(file) || !statSync(file).isFile()) return '';
	const faults = readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => FAULT.exec(line))
		.filter((fault) => fault !== null && Date.parse(`${fault[1]}Z`) >= performance.timeOrigin);
	return faults.at(-1)?.[2] ?? '';
}

const RIGHTS = `create role opora_finder nologin;
  create role opora_app login password '…'; create role opora_identity login password '…'; create role opora_jobs login password '…';
  grant opora_finder, opora_jobs to <the user of DATABASE_URL>;`;

/** Why the database of DATABASE_URL cannot be used. */
export function whyExternal(error: Failure, url: string): Error {
	if (error instanceof CannotStart) return error;
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
	if (code === '53100')
		return new CannotStart(`The disk of PostgreSQL at ${where} is full. Make room there and start again.`);
	if (/SSL|certificate/i.test(code + error.message))
		return new CannotStart(
			`PostgreSQL at ${where} and DATABASE_URL do not agree on encryption (${error.message}). Correct "sslmode" in DATABASE_URL.`,
		);
	if (code === 'OLD_SERVER' || code === 'CHANGED_MIGRATION') return new CannotStart(error.message);
	return error;
}

/** Refuses what the environment says wrongly, before anything is opened. */
export function refuseWrongSettings(): void {
	const { PORT = '3000', ORIGIN, DATABASE_URL } = process.env;
	if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > PORT_MAX)
		throw new CannotStart(`PORT is "${PORT}". Give it a number up to ${PORT_MAX}: PORT=3000 npm start`);
	if (ORIGIN && !isAddress(ORIGIN, ['http:', 'https:']))
		throw new CannotStart(`ORIGIN is "${ORIGIN}". Give it the address people see: ORIGIN=https://opora.example.org`);
	if (ORIGIN && new URL(ORIGIN).origin !== ORIGIN)
		throw new CannotStart(`ORIGIN is "${ORIGIN}". Write it like this: ORIGIN=${new URL(ORIGIN).origin}`);
	// Never quoted: a password may stand in it.
	if (DATABASE_URL && !isAddress(DATABASE_URL, ['postgresql:', 'postgres:']))
		throw new CannotStart(
			'DATABASE_URL is no address of a database. It looks like this: postgresql://user:password@host:5432/opora',
		);
}

const PORT_MAX = 65_535;

function isAddress(text: string, protocols: readonly string[]): boolean {
	return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** The address at which this data folder is served; undefined when nobody said one. */
export function whereItRuns(): string | undefined {
	return running()?.address;
}

function running(): { pid: number; address: string } | undefined {
	try {
		return JSON.parse(readFileSync(runningFile(), 'utf8')) as { pid: number; address: string };
	} catch {
		return undefined;
	}
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
	mkdirSync(config.dataFolder, { recursive: true });
	writeFileSync(runningFile(), JSON.stringify({ pid: process.pid, address }));
}

/** Takes that back. */
export function sayStopped(): void {
	rmSync(runningFile(), { force: true });
}
