// The connections of the queue as its library is given them: the end of a job is written down whenever that can be, not only at once.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { logFailure } from './log.server.ts';

/** So long it waits before it tries to write the end of a job down once more, milliseconds. */
const PAUSE_MS = 1_000;
/** By what names the library writes down that a job is done, or has failed. */
const END = /^(complete|fail)_job/;

type Ask = (asked: QueryConfig) => Promise<QueryResult | undefined>;
export type QueueConnections = {
	/** For the library. */
	readonly connections: Pool;
	/** Waits for the ends of jobs that are on their way. */
	settled(): Promise<void>;
};

/**
 * The library does not wait for the end of a job to be written down, so that a database which is away, or whose disk is full,
 * just then would end the whole process by a promise that nobody looks after. Here it is tried until it is written, or all stops.
 */
export function queueConnections(pool: Pool, stopping: AbortSignal): QueueConnections {
	const underWay = new Set<Promise<unknown>>();
	const write: Ask = async (asked) => {
		for (;;) {
			try {
				return await pool.query(asked);
			} catch (error) {
				logFailure('jobs.end-not-written', error);
				await sleep(PAUSE_MS, undefined, { signal: stopping }).catch(() => {});
				// The next start takes up what stays unwritten.
				if (stopping.aborted) return undefined;
			}
		}
	};
	const end: Ask = (asked) => {
		const written = write(asked).finally(() => underWay.delete(written));
		underWay.add(written);
		return written;
	};
	return {
		connections: new Proxy(pool, { get: (target, name) => memberOf(target, name, end) }),
		settled: async () => void (await Promise.all(underWay)),
	};
}

function memberOf(pool: Pool, name: string | symbol, end: Ask): unknown {
	if (name === 'connect')
		return (...given: unknown[]) => (given.length > 0 ? connectFor(pool, given) : lazy(pool, end));
	const member: unknown = Reflect.get(pool, name, pool);
	return typeof member === 'function' ? member.bind(pool) : member;
}

/** As it is, for whoever brings a callback: they look after what goes wrong themselves. */
const connectFor = (pool: Pool, given: unknown[]): void =>
	pool.connect(...(given as Parameters<Extract<Pool['connect'], (...all: never[]) => void>>));

/** A connection that is opened by the first query that is no end of a job: those open their own, as often as they need. */
async function lazy(pool: Pool, end: Ask): Promise<Pick<PoolClient, 'release'> & { query: Ask }> {
	let opened: Promise<PoolClient> | undefined;
	return {
		query: async (asked) => {
			if (END.test(asked.name ?? '')) return end(asked);
			opened ??= pool.connect();
			return (await opened).query(asked);
		},
		release: async () => (await opened?.catch(() => undefined))?.release(),
	};
}
