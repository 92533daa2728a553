import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Act } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { sql } from 'kysely';
import { activeCase, aRequest, good } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';

const database = testDatabase();
/** Published by an organisation for everybody to read (decision 40), and the organisation itself. */
const PUBLISHED = ['programme', 'programme_version'];
let [here, there] = [] as unknown as [World, World];
let [own, stranger] = [] as unknown as [Act, Act];
beforeAll(async () => {
	[here, there] = [await aWorld(), await aWorld()];
	const worker = await here.hire(['professional', 'coordinator']);
	own = worker;
	stranger = await there.hire([...ROLES]);
	await activeCase(here, worker);
	good(await receiveRequest(here.visitor(), aRequest()));
});

async function filled(): Promise<string[]> {
	const { rows } = await database.owner.query<{ name: string }>(`
		select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
		where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'access') order by 1`);
	const found: string[] = [];
	for (const { name } of rows) {
		const text = `select 1 from ${name} where organisation_id = $1 limit 1`;
		if ((await database.superuser.query(text, [here.organisationId])).rowCount) found.push(name);
	}
	return found;
}

/** How many rows of the first organisation an actor gets at; undefined where the rights alone keep everybody out. */
async function rowsSeen(act: Act, table: string): Promise<number | undefined> {
	const done = await lookUp(act, async (tx) => {
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}
			where organisation_id = ${here.organisationId}`.execute(tx.db);
		return ok(rows[0]!.n);
	}).catch((error: { code: string }) => {
		expect(error.code).toBe('42501');
		return ok(undefined);
	});
	return done.ok ? done.value : undefined;
}

describe('of everything that an organisation keeps', () => {
	test('a worker of another one, with every role there, sees no row of any table [A2]', async () => {
		const tables = await filled();
		expect(tables.length).toBeGreaterThan(30);
		const seen: string[] = [];
		for (const table of tables) if ((await rowsSeen(stranger, table)) ?? 0) seen.push(table);
		expect(seen).toEqual(PUBLISHED);
	});

	test('its own worker sees rows of each of them: the tables are not simply shut', async () => {
		const shut: string[] = [];
		for (const table of await filled()) if (!(await rowsSeen(own, table))) shut.push(table);
		expect(shut).toEqual([]);
	});

	test('a visitor sees no row of any table', async () => {
		const seen: string[] = [];
		for (const table of await filled()) if ((await rowsSeen(here.visitor(), table)) ?? 0) seen.push(table);
		expect(seen).toEqual(['access.team_programme', 'organisation_key', ...PUBLISHED]);
	});

	test('a worker of another one changes no row of any table', async () => {
		const changed: string[] = [];
		for (const table of await filled()) {
			const done = await lookUp(stranger, async (tx) => {
				const text = sql`update ${sql.raw(table)} set organisation_id = ${there.organisationId} where organisation_id = ${here.organisationId}`;
				return ok((await text.execute(tx.db)).numAffectedRows);
			}).catch((error: { code: string }) => {
				expect(error.code).toBe('42501');
				return ok(0n);
			});
			if (done.ok && done.value !== 0n) changed.push(table);
		}
		expect(changed).toEqual([]);
	});
});
