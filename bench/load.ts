// Requests at a pace: from so many connections as fast as answers come, or so many a second whatever the answers do.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Sent = {
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
};
export type Load = {
	readonly perSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
	/** Answers other than the one expected: a figure with any of them is no figure. */
	readonly wrong: number;
};
export type Pace = { readonly ms: number; readonly expects: number };

/** How many connections a closed loop keeps busy. */
export const CONNECTIONS = 16;

/** Asks from sixteen connections, each again as soon as it has its answer, for so many milliseconds. */
export async function closedLoop(address: string, next: () => Sent, { ms, expects }: Pace): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const tally = { tookMs: [] as number[], wrong: 0 };
	const began = performance.now();
	const connection = async () => {
		while (performance.now() - began < ms) await timed(() => ask(address, next(), agent), expects, tally);
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, connection));
	agent.destroy();
	return summary(tally, performance.now() - began);
}

/** Asks so many times a second, whether or not the answers before have come. */
export async function openLoop(
	address: string,
	next: () => Sent,
	{ ms, expects, perSecond }: Pace & { readonly perSecond: number },
): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: 256 });
	const tally = { tookMs: [] as number[], wrong: 0 };
	const began = performance.now();
	const all = (ms / 1_000) * perSecond;
	const answers: Promise<void>[] = [];
	await new Promise<void>((done) => {
		const clock = setInterval(() => {
			const due = Math.min(all, ((performance.now() - began) / 1_000) * perSecond);
			while (answers.length < due) answers.push(timed(() => ask(address, next(), agent), expects, tally));
			if (answers.length >= all) done(clearInterval(clock));
		}, 2);
	});
	await Promise.all(answers);
	agent.destroy();
	return summary(tally, performance.now() - began);
}

async function timed(
	asking: () => Promise<number>,
	expects: number,
	tally: { tookMs: number[]; wrong: number },
): Promise<void> {
	const began = performance.now();
	if ((await asking()) === expects) tally.tookMs.push(performance.now() - began);
	else tally.wrong += 1;
}

/** Sends one request and reads its answer to the end; gives its status. */
export function ask(address: string, sent: Sent, agent?: Agent): Promise<number> {
	return new Promise((resolve, reject) => {
		const { path, method = 'GET', headers = {}, body } = sent;
		const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
		const asked = request(new URL(path, address), { method, agent, headers: { ...headers, ...length } }, (answer) => {
			answer.resume();
			answer.on('end', () => resolve(answer.statusCode ?? 0));
			answer.on('error', reject);
		});
		// A connection that lay idle may be closed in the moment it is used again: every client asks on a new one then.
		asked.on('error', (error: NodeJS.ErrnoException) =>
			asked.reusedSocket && error.code === 'ECONNRESET' ? resolve(ask(address, sent, agent)) : reject(error),
		);
		asked.end(body);
	});
}

function summary({ tookMs, wrong }: { tookMs: number[]; wrong: number }, ms: number): Load {
	const sorted = tookMs.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
	return { perSecond: tookMs.length / (ms / 1_000), p50Ms: at(0.5), p99Ms: at(0.99), wrong };
}
