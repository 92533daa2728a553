import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { system, type Act, type System } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { entriesBetween } from './journal.store.server.ts';
import { record } from './journal.server.ts';
import { sealJournal, verifyJournal } from './seal-journal.server.ts';

const database = testDatabase();
let world: World;
let act: Act<System>;
beforeEach(async () => {
	world = await aWorld();
	act = { by: system(world.organisationId), at: world.now };
});

const write = (subject: Uuid = newId(new Date())) =>
	transaction(act, async (tx) => {
		record(tx, { action: 'case.read', subjects: [subject] });
		return ok();
	});
async function count(table: string): Promise<number> {
	const text = `select count(*)::int as n from ${table} where organisation_id = $1`;
	return (await database.superuser.query<{ n: number }>(text, [world.organisationId])).rows[0]!.n;
}
const unsealed = async () => (await count('journal')) - (await count('journal_position'));

/** Seals all there is. A transaction elsewhere on the server may hold an entry back for a moment. */
async function seal(): Promise<void> {
	await expect
		.poll(async () => (await sealJournal(act)).ok && (await unsealed()), { timeout: 20_000, interval: 20 })
		.toBe(0);
}
const proof = async () => {
	const done = await verifyJournal(act);
	return done.ok ? done.value : undefined;
};
const ENOUGH = `select count(*)::int as n from journal_batch where organisation_id = $1 and last_position - first_position >= 2`;
const full = async () => (await database.superuser.query<{ n: number }>(ENOUGH, [world.organisationId])).rows[0]!.n;

/** At least three batches of three entries each, after the one of setting up; one that was sealed in pieces is not among them. */
async function threeBatches(): Promise<void> {
	await seal();
	const before = await full();
	while ((await full()) < before + 3) {
		for (let entry = 0; entry < 3; entry += 1) await write();
		await seal();
	}
}
/** The entry at a place of the newest batch but one, counted from its first. */
async function entryAt(place: number): Promise<{ id: Uuid; batch: number; position: string }> {
	const { rows } = await database.superuser.query(
		`select p.entry_id as id, b.n as batch, p.position from journal_batch b join journal_position p
			on p.organisation_id = b.organisation_id and p.position = b.first_position + $2 and p.position <= b.last_position
		where b.organisation_id = $1 order by b.n desc limit 1 offset 1`,
		[world.organisationId, place],
	);
	return rows[0] as { id: Uuid; batch: number; position: string };
}
/** Changes the journal as nobody but a thief of the server could: no policy binds, no trigger sees it. */
const tamper = (text: string, values: unknown[] = []) => database.superuser.query(text, values);

describe('sealing', () => {
	test('reads what is new along its index, and never the journal from its beginning', async () => {
		const many = `insert into journal (organisation_id, at, id, actor_kind, actor_id, action, subject_ids)
			select $1, $2, gen_random_uuid(), 'system', null, 'case.read', '{}' from generate_series(1, 3000)`;
		await database.superuser.query(many, [world.organisationId, world.now]);
		await database.superuser.query('analyze journal');
		const from = (await database.superuser.query('select pg_current_xact_id()::text as now')).rows[0]!.now as string;
		for (let entry = 0; entry < 3; entry += 1) await write();
		const read = await lookUp(act, async (tx) => {
			const found = await entriesBetween(tx, { from, below: String(BigInt(from) + 1_000_000n), atMost: 5_000 });
			const { rows } = await sql<{ n: number }>`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n
				from pg_stat_xact_all_tables where relname ~ '^journal_([0-9]|default)'`.execute(tx.db);
			return ok({ found: found.length, rows: rows[0]!.n });
		});
		expect(read).toEqual(ok({ found: 3, rows: 3 }));
	});

	test('gives every entry one place, and the chain holds', async () => {
		await threeBatches();
		const entries = await count('journal');
		expect(await proof()).toEqual({ batches: await count('journal_batch'), entries });
		expect(await count('journal_position')).toBe(entries);
	});

	test('a second time does nothing', async () => {
		await write();
		await seal();
		const before = [await count('journal_batch'), await count('journal_position')];
		expect(await sealJournal(act)).toEqual(ok(0));
		expect(await sealJournal(act)).toEqual(ok(0));
		expect([await count('journal_batch'), await count('journal_position')]).toEqual(before);
	});

	test('by two at once seals every entry once', async () => {
		for (let round = 0; round < 5; round += 1) {
			await write();
			await Promise.allSettled([sealJournal(act), sealJournal(act), sealJournal(act)]);
		}
		await seal();
		const found = await proof();
		expect(found).toEqual({ batches: await count('journal_batch'), entries: await count('journal') });
	});

	test('leaves an entry that is still being written for the next batch, and then loses none', async () => {
		await seal();
		const [written, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const slow = transaction(act, async (tx) => {
			record(tx, { action: 'case.read', subjects: [] });
			await tx.db.selectFrom('worker').select('id').execute();
			written.resolve();
			await mayEnd.promise;
			return ok();
		});
		await written.promise;
		await write();
		expect(await sealJournal(act)).toEqual(ok(0));
		mayEnd.resolve();
		await slow;
		await seal();
		expect(await proof()).toEqual({ batches: await count('journal_batch'), entries: await count('journal') });
	});

	test('takes a transaction whole, also one that wrote more than a batch holds', async () => {
		await seal();
		const batches = await count('journal_batch');
		// Three transactions, of two entries, of seven and of one, are read three entries at a time.
		for (const entries of [2, 7, 1])
			await transaction(act, async (tx) => {
				for (let entry = 0; entry < entries; entry += 1) record(tx, { action: 'case.read', subjects: [] });
				return ok();
			});
		const sealed: number[] = [];
		const next = async () => {
			const done = await sealJournal(act, { atMost: 3 });
			if (done.ok && done.value > 0) sealed.push(done.value);
			return unsealed();
		};
		await expect.poll(next, { timeout: 20_000, interval: 20 }).toBe(0);
		expect(sealed).toEqual([2, 7, 1]);
		expect(await proof()).toEqual({ batches: batches + 3, entries: await count('journal') });
		// Red control: a seventh entry that is not sealed with the other six breaks the batch.
		const last = `(select max(last_position) - 1 from journal_batch where organisation_id = $1)`;
		await tamper(`delete from journal_position where organisation_id = $1 and position = ${last}`, [
			world.organisationId,
		]);
		expect(await proof()).toMatchObject({ brokenAt: batches + 2 });
	});

	test('of one organisation does not touch another’s', async () => {
		const other = await aWorld();
		await seal();
		const { rows } = await tamper('select 1 from journal_position where organisation_id = $1', [other.organisationId]);
		expect(rows).toEqual([]);
	});

	test('of nothing is no batch', async () => {
		await tamper('delete from journal where organisation_id = $1', [world.organisationId]);
		expect(await sealJournal(act)).toEqual(ok(0));
		expect(await proof()).toEqual({ batches: 0, entries: 0 });
	});
});

describe('verification finds, in the batch where it is,', () => {
	beforeEach(threeBatches);

	test.each([
		['what was done', `action = 'case.listed'`],
		['who did it', `actor_id = '01900000-0000-7000-8000-000000000009'`],
		['what kind of actor did it', `actor_kind = 'worker'`],
		['about whom', `subject_ids = array['01900000-0000-7000-8000-000000000009']::uuid[]`],
		['about nobody', `subject_ids = '{}'`],
		['which record', `record_id = '01900000-0000-7000-8000-000000000009'`],
		['why', `reason = 'other'`],
	])('an entry in which somebody changed %s', async (_, change) => {
		const { id, batch } = await entryAt(1);
		await tamper(`update journal set ${change} where id = $1`, [id]);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('an entry moved to another moment', async () => {
		const { id, batch } = await entryAt(1);
		await tamper(`update journal set at = at + interval '1 second' where id = $1`, [id]);
		await tamper(`update journal_position set entry_at = entry_at + interval '1 second' where entry_id = $1`, [id]);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('an entry that was removed', async () => {
		const { id, batch } = await entryAt(2);
		await tamper('delete from journal where id = $1', [id]);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('an entry that was removed together with its place', async () => {
		const { id, batch } = await entryAt(2);
		await tamper('delete from journal where id = $1', [id]);
		await tamper('delete from journal_position where entry_id = $1', [id]);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('two entries that changed places', async () => {
		const [first, second] = [await entryAt(0), await entryAt(1)];
		await tamper('delete from journal_position where entry_id = $1', [second.id]);
		await tamper('update journal_position set entry_id = $1 where entry_id = $2', [second.id, first.id]);
		await tamper(
			'insert into journal_position select organisation_id, $1, entry_at, $2 from journal_position where entry_id = $3',
			[second.position, first.id, second.id],
		);
		// A batch may hold one entry alone: then the two are of two batches, and the older one shows it.
		expect(await proof()).toMatchObject({ brokenAt: Math.min(first.batch, second.batch) });
	});

	test('an entry that was slipped in among sealed ones afterwards', async () => {
		const { id, batch } = await entryAt(1);
		await tamper(
			`insert into journal (organisation_id, at, id, actor_kind, actor_id, action, subject_ids, written_by)
			select organisation_id, at, $2, actor_kind, actor_id, action, subject_ids, written_by from journal where id = $1`,
			[id, newId(new Date())],
		);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('a signature that is not ours', async () => {
		const { batch } = await entryAt(0);
		await tamper('update journal_batch set signature = $3 where organisation_id = $1 and n = $2', [
			world.organisationId,
			batch,
			randomBytes(64),
		]);
		expect(await proof()).toMatchObject({ brokenAt: batch });
	});

	test('a batch that was taken out of the chain', async () => {
		const { batch } = await entryAt(0);
		await tamper('delete from journal_batch where organisation_id = $1 and n = $2', [world.organisationId, batch]);
		expect(await proof()).toMatchObject({ batches: batch - 1, brokenAt: batch + 1 });
	});

	test('nothing, when nobody touched anything', async () => {
		expect(await proof()).not.toHaveProperty('brokenAt');
	});
});
