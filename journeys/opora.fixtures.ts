// The built product, served to one test file from a database of its own.
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase, type TestDatabase } from '../src/lib/platform/database.fixtures.ts';
import { serveHttp, stopHttp } from '../scripts/http-server.ts';
import { DEMO } from '../scripts/testing/demo.ts';

export type RunningOpora = {
	/** Where it is served: http://localhost:41234 */
	readonly address: string;
	readonly database: TestDatabase;
	/** Every line it has written into its log. */
	readonly log: readonly string[];
};

/** Serves the product for the tests of a file: with the demo, or with nothing set up yet; `through` may first change where it connects to. */
export function anOpora({
	demo = true,
	through,
}: { demo?: boolean; through?: () => Promise<void> } = {}): RunningOpora {
	const database = testDatabase(demo ? DEMO : undefined);
	const log: string[] = [];
	const opora = { address: '', database, log };
	let listening: () => void;
	let server: Awaited<ReturnType<typeof serveHttp>>;
	beforeAll(async () => {
		listening = readLog(log);
		await through?.();
		const port = await freePort();
		opora.address = `http://localhost:${port}`;
		process.env.ORIGIN = opora.address;
		process.env.OPORA_DEMO = demo ? '1' : '0';
		server = await serveHttp(port);
	});
	afterAll(async () => {
		await stopHttp(server, 'the tests are done', 100);
		listening();
	});
	return opora;
}

/** Takes the lines of the log from the terminal; returns what gives it back. */
function readLog(lines: string[]): () => void {
	const { write } = process.stdout;
	process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
		if (!String(chunk).startsWith('{"at":')) return write.call(process.stdout, chunk, ...rest);
		lines.push(String(chunk));
		return true;
	}) as typeof write;
	return () => {
		process.stdout.write = write;
	};
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
	const probe: Server = createServer().listen(0);
	await once(probe, 'listening');
	const { port } = probe.address() as { port: number };
	probe.close();
	await once(probe, 'close');
	return port;
}
