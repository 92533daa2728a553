import { describe, expect, test } from 'vitest';
import { pool } from './database.server.ts';
import { testDatabase } from './database.fixtures.ts';

const database = testDatabase();

/** Tables without row-level security, and why (decision 40). Everything else has it, forced. */
const REFERENCE: Readonly<Record<string, string>> = {
	organisation: 'which organisations are here: public',
	installation: 'one row: the proof of the root key',
	schema_migration: 'the owner’s own; the application cannot enter',
};
/** Kinds of column that say by themselves what may stand in them. */
const DECLARED = ['sealed', 'wrapped', 'digest', 'code', 'code_list', 'public_text', 'public_json', 'label'];
const WORDLESS = [
	'uuid',
	'uuid[]',
	'boolean',
	'smallint',
	'integer',
	'integer[]',
	'bigint',
	'date',
	'timestamp with time zone',
	'xid8',
];
/** Tables whose published rows everybody may read once there is an actor. */
const OURS = `n.nspname in ('public', 'access')`;

type TableFacts = { name: string; owner: string; secured: boolean; forced: boolean; policies: number };

async function tables(): Promise<TableFacts[]> {
	const { rows } = await database.owner.query<TableFacts>(`
		select c.oid::regclass::text as name, r.rolname as owner, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
			(select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
		where c.relkind in ('r', 'p') and ${OURS} order by 1`);
	return rows;
}

const faults = (all: TableFacts[]) =>
	all
		.filter((table) => !(table.name in REFERENCE) && !(table.owner === 'opora_owner' && table.secured && table.forced))
		.map((table) => table.name);

async function undeclared(): Promise<string[]> {
	const { rows } = await database.owner.query<{ column: string }>(
		`select c.oid::regclass || '.' || a.attname as column
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relkind in ('r', 'p') and ${OURS} and c.relname <> 'schema_migration' and format_type(a.atttypid, null) <> all ($1) order by 1`,
		[[...DECLARED, ...WORDLESS]],
	);
	return rows.map((row) => row.column);
}

async function rowsWithoutContext(): Promise<string[]> {
	const readable: string[] = [];
	for (const table of await tables()) {
		if (table.name in REFERENCE) continue;
		// Rights alone may already keep the application out; then there is nothing to count.
		const seen = await pool('app')
			.query(`select 1 from ${table.name} limit 1`)
			.catch((error: { code: string }) => error);
		if ('rows' in seen && seen.rows.length > 0) readable.push(table.name);
	}
	return readable;
}

describe('the catalogue', () => {
	test('each table is the owner’s, under forced row-level security', async () => {
		const all = await tables();
		expect(all.length).toBeGreaterThan(50);
		expect(faults(all)).toEqual([]);
	});

	test('a table somebody forgot to protect is found', async () => {
		await rolledBack(async () => {
			await database.owner.query('create table forgotten (organisation_id uuid not null, note code)');
			expect(faults(await tables())).toEqual(['forgotten']);
		});
	});

	test('each table that the application may enter has a policy', async () => {
		const unreachable = ['journal_default', ...(await parts())];
		const without = (await tables()).filter(
			(table) => table.secured && table.policies === 0 && !unreachable.includes(table.name),
		);
		expect(without.map((table) => table.name)).toEqual([]);
	});

	test('each column with words is declared sealed, public or code', async () => {
		expect(await undeclared()).toEqual([]);
	});

	test('a column of plain text is found', async () => {
		await rolledBack(async () => {
			await database.owner.query('alter table person add column nickname text');
			expect(await undeclared()).toEqual(['person.nickname']);
		});
	});

	test('a code column takes no sentence and no name', async () => {
		await expect(database.owner.query(`select 'Zala Vzorčnik'::code`)).rejects.toThrow(/code_check/);
		await expect(database.owner.query(`select 'expressed-wish'::code`)).resolves.toBeTruthy();
	});

	test('the application reads no row without a context, in any table', async () => {
		await database.superuser.query(
			`insert into organisation values ('01900000-0000-7000-8000-000000000001', 'one', 'One', 'si', 'sl', 'Europe/Ljubljana', '{}', now())`,
		);
		await database.superuser.query(
			`insert into person values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', 'LIPA-1', true, now())`,
		);
		await database.superuser.query(
			`insert into programme values ('01900000-0000-7000-8000-000000000001', 'near', true, null)`,
		);
		expect(await rowsWithoutContext()).toEqual([]);
	});

	test('a table open to all is found by reading it without a context', async () => {
		await database.owner.query('create policy careless on person for select using (true)');
		expect(await rowsWithoutContext()).toEqual(['person']);
		await database.owner.query('drop policy careless on person');
	});

	test('the roles of the running product own nothing and are no superusers', async () => {
		const { rows } = await database.owner.query(`
			select r.rolname from pg_roles r where r.rolname in ('opora_app', 'opora_identity', 'opora_jobs', 'opora_finder', 'opora_owner')
				and (r.rolsuper or r.rolbypassrls)
			union all select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
				join pg_namespace n on n.oid = c.relnamespace where r.rolname in ('opora_app', 'opora_identity') and n.nspname not like 'pg\\_%'`);
		expect(rows).toEqual([]);
	});

	test('functions that run with somebody else’s rights are the finder’s or the jobs’, and fix their search path', async () => {
		const { rows } = await database.owner.query<{ name: string; owner: string; config: string[] | null }>(`
			select p.oid::regprocedure::text as name, r.rolname as owner, p.proconfig as config from pg_proc p
			join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
			where p.prosecdef and n.nspname in ('public', 'access', 'finder', 'jobs') order by 1`);
		expect(rows.filter((row) => !row.config?.some((setting) => setting.startsWith('search_path=pg_catalog')))).toEqual(
			[],
		);
		expect(rows.filter((row) => !['opora_finder', 'opora_jobs'].includes(row.owner)).map((row) => row.name)).toEqual([
			'found_organisation(bytea,timestamp with time zone,uuid,text,text,text,text,text,jsonb)',
			'installation_facts()',
			'make_journal_part(date)',
		]);
	});
});

/** Tables that say of which case or request a row is, and have no index that finds it by that; a partial one counts where it leaves out only what is of none. */
const NOT_FOUND = `select t.oid::regclass::text || '.' || a.attname as name from pg_class t
	join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
	where t.relkind in ('r', 'p') and not t.relispartition and n.nspname in ('public', 'access') and a.attname in ('case_id', 'request_id')
		and not exists (select 1 from pg_index i where i.indrelid = t.oid
			and (i.indpred is null or pg_get_expr(i.indpred, t.oid) = format('(%s IS NOT NULL)', a.attname))
			and (select att.attname from pg_attribute att where att.attrelid = t.oid and att.attnum = i.indkey[0]) = 'organisation_id'
			and i.indkey[1] = a.attnum)
	order by 1`;

describe('what hangs on a case or a request', () => {
	const notFound = async () => (await database.owner.query<{ name: string }>(NOT_FOUND)).rows.map((row) => row.name);

	test('is found by it along an index, however many there are', async () => {
		expect(await notFound()).toEqual([]);
	});

	test('a table without such an index is told', async () => {
		await rolledBack(async () => {
			await database.owner.query('drop index inclusion_fact_of_case');
			expect(await notFound()).toEqual(['inclusion_fact.case_id']);
		});
		expect(await notFound()).toEqual([]);
	});
});

/** Plants something as the owner and takes it back, whatever is found. */
async function rolledBack(plant: () => Promise<void>): Promise<void> {
	await database.owner.query('begin');
	await plant().finally(() => database.owner.query('rollback'));
}

async function parts(): Promise<string[]> {
	const { rows } = await database.owner.query<{ name: string }>(
		`select c.oid::regclass::text as name from pg_class c where c.relispartition and c.relkind = 'r'`,
	);
	return rows.map((row) => row.name);
}

describe('what was written lately and waits beside an index', () => {
	/** Indexes of many values to a row that let more wait than is put in its place in a moment. */
	const WAITS = `select c.oid::regclass::text as name from pg_class c join pg_am a on a.oid = c.relam
		where c.relkind = 'i' and a.amname = 'gin' and not coalesce(c.reloptions, '{}') @> '{gin_pending_list_limit=64}' order by 1`;

	test('is little, in parts of the journal that are made later too', async () => {
		await database.owner.query(`select make_journal_part('2031-05-01')`);
		const parts = await database.owner.query(
			`select 1 from pg_inherits where inhparent = 'journal_subjects'::regclass and inhrelid::regclass::text like '%2031_05%'`,
		);
		expect(parts.rowCount).toBe(1);
		expect((await database.owner.query(WAITS)).rows).toEqual([]);
	});

	test('an index that lets much wait is told', async () => {
		await database.owner.query('create index of_test on person_search using gin (hashes)');
		expect((await database.owner.query(WAITS)).rows).toEqual([{ name: 'of_test' }]);
		await database.owner.query('drop index of_test');
	});
});
