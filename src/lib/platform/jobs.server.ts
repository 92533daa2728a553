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
	await pool('jobs').query(FREE);
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
	return {
		stop: async () => {
			stopping.abort();
			await runner.stop();
			await settled();
		},
	};
}

// The product is one process: what is still held was held by the one before, which cannot have ended it. Else it would wait four hours.
const FREE = `select graphile_worker.force_unlock_workers(
	array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`;

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
