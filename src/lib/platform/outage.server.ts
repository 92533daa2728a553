// What keeps us from working though our code is not wrong: a database that is away, a disk without room.
import { logFailure } from './log.server.ts';

const AWAY = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOENT',
	'EPIPE',
	'ETIMEDOUT',
	'57P01',
	'57P02',
	'57P03',
	'08006',
	'08001',
	'08003',
	'53300',
]);

/** What a disk without room says, of the database's files or of our own. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** What keeps us from working though our code is not wrong; undefined when it is. */
type Outage = 'database-away' | 'disk-full';
export function outageOf(error: unknown): Outage | undefined {
	const { code } = (error ?? {}) as { code?: string };
	if (code !== undefined && FULL.has(code)) return 'disk-full';
	return isDatabaseAway(error) ? 'database-away' : undefined;
}

/** Tells whether an error means that the database is away, and not that our code is wrong. */
export function isDatabaseAway(error: unknown): boolean {
	const { code, message } = (error ?? {}) as { code?: string; message?: string };
	return (
		(code !== undefined && AWAY.has(code)) ||
		/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message ?? '')
	);
}

const EVENTS = { 'database-away': 'database.away', 'disk-full': 'disk.full' } as const;

/** Writes that something broke, by what kept us from working, or as the fault of ours that it is. */
export function logBroken(error: unknown, facts?: Parameters<typeof logFailure>[2]): Outage | undefined {
	const outage = outageOf(error);
	logFailure(outage ? EVENTS[outage] : 'request.broken', error, facts);
	return outage;
}
