// The product started as its own process, as `npm start` hands over to it once everything is installed and built.
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { COMPILED } from '../scripts/bootstrap.mjs';
import { freePort } from './opora.fixtures.ts';

const ROOT = path.dirname(import.meta.dirname);
/** What a start says when it is open, and where to set it up. */
export const OPEN = /Opora is open at (http:\/\/localhost:\d+)/;
export const LINK = /http:\/\/localhost:\d+(\/set-up\/[\w-]+)/;
const SOON_MS = 30_000;

export type User = { readonly uid: number; readonly gid: number };
export type Started = {
	/** Where it serves, once it said so. */
	readonly address: string;
	/** Everything it has said up to now. */
	said(): string;
	/** Waits until it has said something. */
	says(what: RegExp): Promise<RegExpExecArray>;
	/** How long processors have worked for it, milliseconds: what a start takes where nothing else runs, or less. */
	processorMs(): number;
	/** Waits for its end: the code it ended with. */
	ended(): Promise<number | null>;
	kill(signal: NodeJS.Signals): void;
};
export type Home = {
	readonly folder: string;
	readonly data: string;
	/** Starts the product here, and tells where it will serve. */
	start(environment?: Readonly<Record<string, string | undefined>>, as?: User): Promise<Started>;
	/** Ends whatever was started here, and leaves nothing behind. */
	remove(): Promise<void>;
};

/** A folder of its own for one installation and its keys; nothing in it yet. */
export function aHome(owner?: User): Home {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-start-'));
	// PostgreSQL runs as somebody else when root starts it: they have to pass through here.
	chmodSync(folder, 0o755);
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const data = path.join(folder, 'data');
	const children: ChildProcess[] = [];
	return {
		folder,
		data,
		start: async (environment = {}, as) => {
			const port = environment.PORT ?? String(await freePort());
			const child = spawn(process.execPath, ['scripts/serve.ts'], {
				cwd: ROOT,
				...as,
				env: { ...settingsIn(folder), PORT: port, ...environment },
				stdio: ['ignore', 'pipe', 'pipe'],
			} satisfies SpawnOptions);
			children.push(child);
			return watch(child, `http://localhost:${port}`);
		},
		remove: async () => {
			for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
			for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL');
			await until(() => processesOn(folder).length === 0);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

// Nothing of what the tests themselves run with: above all no address of their database.
const settingsIn = (folder: string) => ({
	PATH: process.env.PATH ?? '',
	HOME: folder,
	NODE_COMPILE_CACHE: COMPILED,
	OPORA_DATA: path.join(folder, 'data'),
	OPORA_ROOT_KEY_FILE: path.join(folder, 'keys', 'root.key'),
	OPORA_DEMO: '0',
});

function watch(child: ChildProcess, address: string): Started {
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk));
	const end = once(child, 'close').then(([code]) => code as number | null);
	return {
		address,
		said: () => said,
		says: async (what) => {
			await until(() => what.test(said) || child.exitCode !== null);
			const found = what.exec(said);
			if (!found) throw new Error(`it never said ${what}, but:\n${said}`);
			return found;
		},
		processorMs: () => processorMsOf(child.pid!),
		ended: () => end,
		kill: (signal) => void child.kill(signal),
	};
}

const MS_A_TICK = 10;

function processorMsOf(pid: number): number {
	if (process.platform === 'linux') {
		const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
		return (Number(user) + Number(system)) * MS_A_TICK;
	}
	const [minutes, seconds] = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
		.split(':')
		.slice(-2);
	return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

/** Waits until something is so; throws when it is not so soon. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	const end = performance.now() + SOON_MS;
	while (!(await isSo())) {
		if (performance.now() > end) throw new Error(`waited ${SOON_MS} ms in vain for ${isSo}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** The processes whose command names a folder, but for the product's own. */
export function processesOn(folder: string): readonly number[] {
	return commands()
		.filter(({ command }) => command.includes(`${folder}/`) && !command.includes('initdb'))
		.map(({ pid }) => pid);
}

function commands(): readonly { pid: number; command: string }[] {
	if (process.platform !== 'linux')
		return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
			.split('\n')
			.map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => ({ pid: Number(name), command: commandOf(name) }));
}

function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		return '';
	}
}

/** The user that PostgreSQL runs as when root starts it; undefined for everybody else. */
export function nobody(): User | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const row = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
	return row ? { uid: Number(row[1]), gid: Number(row[2]) } : undefined;
}

/** A folder that somebody owns. */
export function folderOf(folder: string, owner?: User): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (owner) chownSync(folder, owner.uid, owner.gid);
	return folder;
}

/** With what status an address answers. */
export async function status(where: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
	const answer = await fetch(where, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
	await answer.text();
	return answer.status;
}

/** What a start that must fail says: one sentence, and nothing an engineer would have to read. */
export async function refusal(started: Promise<Started>): Promise<string> {
	const failed = await started;
	expect(await failed.ended(), failed.said()).toBe(1);
	const lines = failed
		.said()
		.split('\n')
		.filter((line) => line.trim() !== '');
	expect(lines.filter((line) => /^\s+at |node:|file:\/\/|Error:/.test(line))).toEqual([]);
	return lines.at(-1)!.trim();
}
