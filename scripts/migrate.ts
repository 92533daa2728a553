// Brings a database up to date: roles, migrations, the jobs' schema. Everything here runs as the owner of the database.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { DatabaseRole } from '../src/lib/platform/config.server.ts';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../db/migrations');
const LOCK = 7_202_602;
const ROLES: Readonly<Record<DatabaseRole, string>> = {
	app: 'opora_app',
	identity: 'opora_identity',
	jobs: 'opora_jobs',
};
type Passwords = Readonly<Record<DatabaseRole, string>>;
/** The addresses an operator gave for roles made by hand. */
type Given = Readonly<Partial<Record<DatabaseRole, string>>>;

/** Makes the roles (unless `given` names the address of one made by hand), applies the migrations that are missing, and returns their names. */
export async function migrate(ownerUrl: string, passwords: Passwords, given: Given = {}): Promise<readonly string[]> {
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		await owner.query('select pg_advisory_lock($1)', [LOCK]);
		await refuseOldServer(owner);
		await makeRoles(owner, passwords, given);
		const before = await applyMissing(owner, (name) => name < AFTER_JOBS);
		await runMigrations({ connectionString: given.jobs ?? urlFor(ownerUrl, 'jobs', passwords) });
		const after = await applyMissing(owner, (name) => name >= AFTER_JOBS);
		await owner.query(
			`select make_journal_part((now() + make_interval(months => n))::date) from generate_series(0, 3) n`,
		);
		return [...before, ...after];
	} finally {
		await owner.end();
	}
}

// Migrations from this name on may speak of the jobs' own schema.
const AFTER_JOBS = '2026-11-22-20';

/** The address of the same database for another role. */
export function urlFor(ownerUrl: string, role: DatabaseRole, passwords: Passwords): string {
	const url = new URL(ownerUrl);
	url.username = ROLES[role];
	url.password = passwords[role];
	return url.toString();
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
	const { rows } = await owner.query<{ v: number }>(`select current_setting('server_version_num')::int as v`);
	if (rows[0]!.v < 150_000)
		throw Object.assign(new Error('Opora needs PostgreSQL 15 or newer.'), { code: 'OLD_SERVER' });
}

// The owner acts for the finder and the jobs' role while it migrates.
const BELONG = `do $$ begin
	if not (pg_has_role(current_user, 'opora_finder', 'usage') and pg_has_role(current_user, 'opora_jobs', 'usage'))
	then grant opora_finder, opora_jobs to current_user; end if;
end $$`;

async function makeRoles(owner: pg.Client, passwords: Passwords, given: Given): Promise<void> {
	const { rows } = await owner.query<{ rolname: string }>(
		`select rolname from pg_roles where rolname like 'opora\\_%'`,
	);
	const there = new Set(rows.map((row) => row.rolname));
	if (!there.has('opora_finder')) await owner.query('create role opora_finder nologin');
	for (const [key, role] of Object.entries(ROLES) as [DatabaseRole, string][]) {
		// An operator who made the roles gave their addresses too; their passwords are not ours to change.
		if (there.has(role) && given[key]) continue;
		const password = pg.escapeLiteral(passwords[key]);
		await owner.query(`${there.has(role) ? 'alter' : 'create'} role ${role} login password ${password}`);
	}
	await owner.query(BELONG);
	const { rows: named } = await owner.query<{ db: string }>('select quote_ident(current_database()) as db');
	await owner.query(`grant create on database ${named[0]!.db} to opora_jobs`);
	await owner.query(`revoke connect, temporary on database ${named[0]!.db} from public`);
	await owner.query(`grant connect on database ${named[0]!.db} to opora_app, opora_identity, opora_jobs`);
}

async function applyMissing(owner: pg.Client, belongs: (name: string) => boolean): Promise<readonly string[]> {
	await owner.query(
		'create table if not exists schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
	);
	const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from schema_migration');
	const known = new Map(rows.map((row) => [row.name, row.hash]));
	const applied: string[] = [];
	for (const name of readdirSync(FOLDER)
		.sort()
		.filter((file) => file.endsWith('.sql') && belongs(file))) {
		const text = readFileSync(path.join(FOLDER, name), 'utf8');
		const hash = createHash('sha256').update(text).digest('hex');
		if (known.has(name)) refuseChanged(name, known.get(name)!, hash);
		else await applyOne(owner, { name, text, hash });
		if (!known.has(name)) applied.push(name);
	}
	return applied;
}

function refuseChanged(name: string, before: string, now: string): void {
	if (before !== now)
		throw Object.assign(
			new Error(`The migration ${name} was changed after it had been applied. Write a new one instead.`),
			{ code: 'CHANGED_MIGRATION' },
		);
}

async function applyOne(
	owner: pg.Client,
	{ name, text, hash }: { name: string; text: string; hash: string },
): Promise<void> {
	await owner.query('begin');
	try {
		await owner.query(text);
		await owner.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
		await owner.query('commit');
	} catch (error) {
		await owner.query('rollback');
		throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
	}
}

const LOGGING: Readonly<Record<string, string>> = {
	log_error_verbosity: 'terse',
	log_min_error_statement: 'panic',
	log_parameter_max_length_on_error: '0',
};

/** What a server of somebody else's would write into its log that nobody should read there (decision 21). */
export async function loggingFaults(ownerUrl: string): Promise<readonly string[]> {
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { rows } = await owner.query<{ name: string; setting: string }>(
			'select name, setting from pg_settings where name = any ($1)',
			[Object.keys(LOGGING)],
		);
		return rows
			.filter((row) => row.setting !== LOGGING[row.name])
			.map(
				(row) =>
					`this PostgreSQL has ${row.name} = ${row.setting}; set it to ${LOGGING[row.name]}, or its log may hold what people wrote.`,
			);
	} finally {
		await owner.end();
	}
}
