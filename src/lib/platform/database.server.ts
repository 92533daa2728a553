import type { CompiledQuery, Kysely } from 'kysely';
import pg from 'pg';
import type { Act, Actor } from '#lib/kernel/actor.ts';
import { refuse, type Result } from '#lib/kernel/result.ts';
import type { ProblemKey } from '#lib/kernel/problems.ts';
import { config, type DatabaseRole } from './config.server.ts';
import { logFailure } from './log.server.ts';
import type { DB } from './tables.ts';
import { kyselyOn, send } from './wire.server.ts';

/** A transaction under way, for one actor at one moment. Stores query through `db`. */
export type Tx<Who extends Actor = Actor> = {
	readonly db: Kysely<DB>;
	readonly act: Act<Who>;
	/** The organisation the actor acts in. Throws for a visitor who has not turned to one. */
	readonly organisationId: NonNullable<Actor['organisationId']>;
	/** Sends a query that nobody needs the answer of: at once, waited for together with the commit, which fails if it does. */
	sendAlong(query: CompiledQuery): void;
	/** Set by the journal when this transaction wrote its entry. */
	journaled: boolean;
};

/** What the database refuses, by the name of the constraint, and what that means to a person. */
export type Refusals = Readonly<Record<string, ProblemKey>>;

const FAILED_BEFORE = '25P02';
const AGAIN = new Set(['40P01', '40001']);
const ATTEMPTS = 3;
const pools = new Map<DatabaseRole, pg.Pool>();

/**
 * Runs a use case in one transaction as its actor. Commits when the work returns `ok` and has written its journal entry,
 * rolls back when it returns a refusal or throws. A deadlock is tried again up to three times; a refusal of the database
 * named in `refusals` becomes a value.
 */
export async function transaction<Who extends Actor, Value>(
	act: Act<Who>,
	work: (tx: Tx<Who>) => Promise<Result<Value>>,
	refusals: Refusals = {},
): Promise<Result<Value>> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await attemptOnce(act, work, 'journaled');
		} catch (error) {
			const { code, constraint } = error as { code?: string; constraint?: string };
			if (code && AGAIN.has(code) && attempt < ATTEMPTS) continue;
			const problem = constraint === undefined ? undefined : refusals[constraint];
			if (problem) return refuse(problem);
			throw error;
		}
	}
}

/** Reads what is no personal data, or the actor's own settings: nothing to journal. */
export async function lookUp<Who extends Actor, Value>(
	act: Act<Who>,
	work: (tx: Tx<Who>) => Promise<Result<Value>>,
): Promise<Result<Value>> {
	return attemptOnce(act, work, 'nothing to journal');
}

async function attemptOnce<Who extends Actor, Value>(
	act: Act<Who>,
	work: (tx: Tx<Who>) => Promise<Result<Value>>,
	duty: 'journaled' | 'nothing to journal',
): Promise<Result<Value>> {
	const client = await pool('app').connect();
	let broken: Error | undefined;
	const along: Promise<unknown>[] = [];
	try {
		// Not waited for: they travel with the first query. A failure shows up in that query too.
		const begun = Promise.all([send(client, 'begin'), send(client, CONTEXT, contextOf(act))]);
		begun.catch(() => {});
		const tx = openTx(act, client, along);
		const result = await work(tx);
		if (!result.ok) return await abandon(client, begun, result);
		if (duty === 'journaled' && !tx.journaled) throw new Error('a use case ended without its journal entry');
		const [commit] = await Promise.all([send(client, 'commit'), begun, ...along]);
		if (commit.command !== 'COMMIT') throw new Error('the transaction was rolled back at its end');
		return result;
	} catch (error) {
		await send(client, 'rollback').catch((failure: Error) => (broken = failure));
		throw await whatFailedFirst(error, along);
	} finally {
		client.release(broken);
	}
}

/** After a failure the database refuses everything else of the transaction: why is said by what was sent along and failed before. */
async function whatFailedFirst(error: unknown, along: readonly Promise<unknown>[]): Promise<unknown> {
	if ((error as { code?: string }).code !== FAILED_BEFORE) return error;
	const failed = (await Promise.allSettled(along)).find((one) => one.status === 'rejected');
	return failed?.reason ?? error;
}

async function abandon<Value>(client: pg.PoolClient, begun: Promise<unknown>, result: Result<Value>) {
	await Promise.all([begun, send(client, 'rollback')]);
	return result;
}

const CONTEXT = `select set_config('app.organisation_id', $1, true), set_config('app.actor_kind', $2, true),
	set_config('app.worker_id', $3, true), set_config('app.subject_id', $4, true), set_config('app.at', $5, true),
	set_config('app.withheld', access.find_withheld()::text, true)`;

function contextOf({ by: actor, at }: Act<Actor>): readonly string[] {
	const worker = actor.kind === 'worker' ? actor.workerId : '';
	const subject = actor.kind === 'code-holder' || actor.kind === 'proposer' ? actor.subjectId : '';
	return [actor.organisationId ?? '', actor.kind, worker, subject, at.toISOString()];
}

function openTx<Who extends Actor>(act: Act<Who>, client: pg.PoolClient, along: Promise<unknown>[]): Tx<Who> {
	return {
		db: kyselyOn(client),
		act,
		get organisationId() {
			if (!act.by.organisationId) throw new Error('this actor has not turned to an organisation');
			return act.by.organisationId;
		},
		// Compiled by the caller, so that it is on the wire before anything that is sent later: before the commit above all.
		sendAlong: (query) => {
			const sent = send(client, query.sql, query.parameters);
			sent.catch(() => {});
			along.push(sent);
		},
		journaled: false,
	};
}

/** The connections of one role; opened when first asked for. */
export function pool(role: DatabaseRole): pg.Pool {
	const open = pools.get(role);
	if (open) return open;
	const max = role === 'app' ? 16 : 4;
	const made = new pg.Pool({
		connectionString: config.databaseUrl(role),
		max,
		pipeline: role === 'app',
		connectionTimeoutMillis: 5_000,
		// What stands between us and the database may forget a connection that says nothing.
		keepAlive: true,
	});
	// An idle connection that the server closes must not end the process.
	made.on('error', (error) => logFailure('database.connection-lost', error, { role }));
	made.on('connect', (client) =>
		client.on('error', (error) => logFailure('database.connection-lost', error, { role })),
	);
	pools.set(role, made);
	return made;
}

/** Closes all connections. */
export async function closePools(): Promise<void> {
	const open = [...pools.values()];
	pools.clear();
	await Promise.all(open.map((one) => one.end()));
}
