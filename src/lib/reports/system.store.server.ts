import { sql } from 'kysely';
import type { Tx } from '#lib/platform/database.server.ts';

/** What the database tells of the installation. */
export type InstallationFacts = {
	readonly server: string;
	readonly databaseBytes: number;
	readonly migrations: number;
	readonly newestMigration: string;
	readonly migratedAt: Date;
};

export async function loadInstallationFacts(tx: Tx): Promise<InstallationFacts> {
	const { rows } = await sql<{
		server: string;
		database_bytes: string;
		migrations: number;
		newest_migration: string;
		migrated_at: Date;
	}>`select * from installation_facts()`.execute(tx.db);
	const row = rows[0]!;
	return {
		server: row.server,
		databaseBytes: Number(row.database_bytes),
		migrations: row.migrations,
		newestMigration: row.newest_migration,
		migratedAt: row.migrated_at,
	};
}

/** A job that is in the queue: which kind, when, and how often it was tried. Nothing of what it is about. */
export type QueuedJob = {
	readonly id: string;
	readonly task: string;
	readonly runAt: Date;
	readonly triedAt: Date | null;
	readonly attempts: number;
	readonly attemptsMax: number;
	readonly underWay: boolean;
	/** The organisation's, not the product's own by the clock. */
	readonly own: boolean;
};

export async function loadJobs(tx: Tx): Promise<readonly QueuedJob[]> {
	const { rows } = await sql<{
		id: string;
		task: string;
		run_at: Date;
		tried_at: Date | null;
		attempts: number;
		attempts_max: number;
		under_way: boolean;
		own: boolean;
	}>`select * from jobs.standing()`.execute(tx.db);
	return rows.map((row) => ({
		id: row.id,
		task: row.task,
		runAt: row.run_at,
		triedAt: row.tried_at,
		attempts: row.attempts,
		attemptsMax: row.attempts_max,
		underWay: row.under_way,
		own: row.own,
	}));
}

/** Has a failed job of the organisation begin again; the kind of job, or undefined when there is no such job any more. */
export async function runAgain(tx: Tx, job: string): Promise<string | undefined> {
	const { rows } = await sql<{ task: string | null }>`select jobs.again(${job}::bigint, ${tx.act.at}) as task`.execute(
		tx.db,
	);
	return rows[0]?.task ?? undefined;
}
