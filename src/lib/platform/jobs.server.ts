import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Logger, run, type Task } from 'graphile-worker';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from './database.server.ts';
import { pool } from './database.server.ts';
import { log, logFailure } from './log.server.ts';
import { queueConnections } from './queue-connections.server.ts';

/** What a job may know: whose it is and what it is about. Never a word of anybody's. */
export type JobPayload = { readonly organisationId: Uuid | null; readonly id: Uuid | null };
export type Job = (payload: JobPayload, at: Date) => Promise<void>;

// The library's own lines may hold a payload; only that something is wrong is passed on.
const quietLogger = new Logger(() => (level, message) => {
	if (level === 'error') log('jobs.trouble', { kind: message.slice(0, 60) });
});

/** Puts a job into the queue, in the transaction that needs it done. */
export function enqueue(tx: Tx, task: string, options: { id?: Uuid; runAt?: Date; key?: string } = {}): void {
	const { id, runAt, key } = options;
	tx.sendAlong(
		sql`select jobs.enqueue(${task}, ${tx.organisationId}, ${id ?? null}, ${runAt ?? tx.act.at}, ${key ?? null})`.compile(
			tx.db,
		),
	);
}

/** The queue while it is worked off. */
export type Working = {
	/** Takes no more from it, and waits for what is under way. */
	stop(): Promise<void>;
};

/**
 * Starts working off the queue. `every` holds jobs that also run by the clock, as cron lines: `* * * * *`. What the product was
 * at when it was killed is taken up at once.
 */
export async function startJobs(
	jobs: Readonly<Record<string, Job>>,
	every: Readonly<Record<string, string>>,
): Promise<Working> {
	const taskList = Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, taskOf(name, job)]));
	const crontab = Object.entries(every)
		.map(([name, line]) => `${line} ${name}`)
		.join('\n');
	const freed = await pool('jobs').query(FREE);
	if (freed.rowCount) log('jobs.freed', { count: freed.rowCount });
	const stopping = new AbortController();
	const { connections, settled } = queueConnections(pool('jobs'), stopping.signal);
	const runner = await run({
		pgPool: connections,
		taskList,
		crontab,
		concurrency: 2,
		pollInterval: 2_000,
		noHandleSignals: true,
		logger: quietLogger,
	});
	const ended = runner.promise.catch(() => {});
	void ended.then(() => stopping.signal.aborted || log('jobs.ended'));
	return {
		stop: async () => {
			stopping.abort();
			// It may just have stopped by itself.
			const stopped = runner.stop().catch(() => {});
			await Promise.race([stopped.then(settled), sleep(STOP_MAX_MS, undefined, { ref: false })]);
		},
	};
}

/** A stop waits no longer for what is under way, milliseconds: while the database is away the library can wait for minutes. */
const STOP_MAX_MS = 10_000;

// Of the processes on a database one works off the queue (decision 12): what is still held was held by the one before, which cannot
// have ended it. Else it would wait four hours. What was begun more than once waits a little, as after a failure: it may be what ended that process.
const FREE = `update graphile_worker._private_jobs set locked_at = null, locked_by = null,
	run_at = case when attempts > 1 then greatest(run_at, now() + exp(least(attempts, 10)) * interval '1 second') else run_at end
	where locked_by is not null`;

function taskOf(name: string, job: Job): Task {
	return async (payload) => {
		const given = (payload ?? {}) as { organisationId?: unknown; id?: unknown };
		const known = {
			organisationId: isUuid(given.organisationId) ? given.organisationId : null,
			id: isUuid(given.id) ? given.id : null,
		};
		try {
			await job(known, new Date());
		} catch (error) {
			logFailure('job.failed', error, { task: name, id: known.id ?? undefined });
			// The queue keeps the message of an error; ours may quote a row.
			throw new Error(`the job ${name} failed`);
		}
	};
}
