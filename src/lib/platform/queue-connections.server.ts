// The connections of the queue as its library is given them: what it cannot do without is asked until it is answered.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { logFailure } from './log.server.ts';

/** So long it waits before it asks once more, milliseconds. */
const PAUSE_MS = 1_000;
/** By what names the library writes down that a job is done, or has failed. */
const END = /^(complete|fail)_job/;
/** What it asks once when it begins, and whose failure it keeps as the answer for good. */
const TASKS = /_private_tasks as tasks/;

type Answer = QueryResult | undefined;
/** A query as the library asks it: a text with its values, or both in one. */
type Asked = readonly [QueryConfig | string, ...unknown[]];
export type QueueConnections = {
	/** For the library. */
	readonly connections: Pool;
	/** Waits for the ends of jobs that are on their way. */
	settled(): Promise<void>;
};

/**
 * The library does not wait for the end of a job to be written down, so that a database which is away, or whose disk is full,
 * just then would end the whole process by a promise that nobody looks after; and it never again asks which tasks there are, once that failed.
 * Here both are tried until they are answered, or all stops.
 */
export function queueConnections(pool: Pool, stopping: AbortSignal): QueueConnections {
	const underWay = new Set<Promise<unknown>>();
	const untilAnswered = async (...[asked, ...values]: Asked): Promise<Answer> => {
		for (;;) {
			try {
				return await pool.query(asked as string, values[0] as unknown[]);
			} catch (error) {
				logFailure('jobs.not-written', error);
				await sleep(PAUSE_MS, undefined, { signal: stopping }).catch(() => {});
				// The next start takes up what stays unwritten.
				if (stopping.aborted) return undefined;
			}
		}
	};
	const patiently = (...asked: Asked): Promise<Answer> => {
		const answered = untilAnswered(...asked).finally(() => underWay.delete(answered));
		underWay.add(answered);
		return answered;
	};
	return {
		connections: new Proxy(pool, { get: (target, name) => memberOf(target, name, patiently) }),
		settled: async () => void (await Promise.all(underWay)),
	};
}

type Ask = (...asked: Asked) => Promise<Answer>;

function memberOf(pool: Pool, name: string | symbol, patiently: Ask): unknown {
	if (name === 'connect')
		return (listener?: Listener) => (listener ? connectFor(pool, listener) : lazy(pool, patiently));
	const member: unknown = Reflect.get(pool, name, pool);
	return typeof member === 'function' ? member.bind(pool) : member;
}

type Listener = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void;

/** For whoever listens: they look after what goes wrong themselves, but may give the connection back twice. */
function connectFor(pool: Pool, listener: Listener): void {
	pool.connect((error, client, release) => {
		let given = false;
		listener(error, client, () => {
			if (!given) release();
			given = true;
		});
	});
}

/** A connection that is opened by the first query of which one failure is borne: the others open their own, as often as they need. */
async function lazy(pool: Pool, patiently: Ask): Promise<Pick<PoolClient, 'release'> & { query: Ask }> {
	let opened: Promise<PoolClient> | undefined;
	return {
		query: async (...asked) => {
			const [what] = asked;
			const { name = '', text } = typeof what === 'string' ? { text: what } : what;
			if (END.test(name) || TASKS.test(text)) return patiently(...asked);
			opened ??= pool.connect();
			return (await opened).query(...(asked as [string, unknown[]]));
		},
		release: async () => (await opened?.catch(() => undefined))?.release(),
	};
}
