// The product and the floor as processes of their own, beside the one that asks them.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { SERVED } from '../scripts/bootstrap.mjs';
import { ask } from './load.ts';

const ROOT = path.dirname(import.meta.dirname);
/** As it was when the bench began: what it sets for itself later is not for the product. */
const ENVIRONMENT = { ...process.env };

export type Running = {
	readonly address: string;
	/** From the start of the process to the whole first page, milliseconds. */
	readonly firstPageMs: number;
	/** The most memory its processes held, without the database's, megabytes. */
	peakMemoryMb(): number;
	stop(): Promise<void>;
};

/** Starts a script of ours and waits until it answers at its first page. */
export async function run(script: string, environment: Readonly<Record<string, string>>): Promise<Running> {
	const port = environment['PORT'] ?? String(await freePort());
	const began = performance.now();
	const child = spawn(process.execPath, [...SERVED.flags, script], {
		cwd: ROOT,
		env: { ...SERVED.environment, ...ENVIRONMENT, ...environment, PORT: port },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const address = `http://localhost:${await portSaid(child, port)}`;
	while ((await ask(address, { path: '/' }).catch(() => 0)) !== 200)
		await new Promise((resolve) => setTimeout(resolve, 5));
	return {
		address,
		firstPageMs: performance.now() - began,
		peakMemoryMb: () => peakOf(child.pid!) / 1_024,
		stop: async () => {
			child.kill('SIGTERM');
			if (child.exitCode === null) await once(child, 'exit');
		},
	};
}

/** Where it listens: a script that chooses its port itself says so in its first line. */
async function portSaid(child: ChildProcess, port: string): Promise<string> {
	let said = '';
	child.stdout!.on('data', (chunk: Buffer) => (said += said.length < 4_000 ? String(chunk) : ''));
	for (;;) {
		const found = /listening (\d+)|Opora is open at/.exec(said);
		if (found) return found[1] ?? port;
		if (child.exitCode !== null) throw new Error(`It ended before it was open: ${said}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** The peaks of a process and its children, kilobytes, as the kernel counted them; PostgreSQL's are left out. */
function peakOf(pid: number): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const own = /^Name:\s+postgres/m.test(status) ? 0 : Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
		const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
		);
		return own + children.reduce((sum, child) => sum + peakOf(Number(child)), 0);
	} catch {
		return 0;
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0);
	await once(probe, 'listening');
	const { port } = probe.address() as { port: number };
	probe.close();
	return port;
}
