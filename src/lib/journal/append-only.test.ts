import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { JOURNAL_ACTIONS, type Entry } from './actions.ts';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { system } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, pool, transaction } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { record } from './journal.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
});

const asApplication = (query: RawBuilder<unknown>, by: Act = worker) =>
	lookUp(by, async (tx) => ok((await query.execute(tx.db)).numAffectedRows));
const DENIED = { code: '42501' };
const CHANGES = ['journal', 'journal_default', 'journal_position', 'journal_batch'].flatMap((table) => [
	[`delete from ${table}`],
	[`truncate ${table}`],
	[
		table.startsWith('journal_') && table !== 'journal_default'
			? `update ${table} set organisation_id = organisation_id`
			: `update ${table} set reason = null`,
	],
	[`drop table ${table}`],
	[`alter table ${table} disable row level security`],
]);

describe('the application’s role', () => {
	test.each(CHANGES)('may not: %s', async (text) => {
		await expect(asApplication(sql.raw(text))).rejects.toMatchObject(DENIED);
		await expect(
			asApplication(sql.raw(text), { by: system(world.organisationId), at: world.now }),
		).rejects.toMatchObject(DENIED);
	});

	test('does not get at a month’s part of the journal past the journal', async () => {
		const { rows } = await database.owner.query<{ name: string }>(
			`select c.oid::regclass::text as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'journal'::regclass`,
		);
		expect(rows.length).toBeGreaterThan(1);
		for (const { name } of rows) {
			await expect(asApplication(sql.raw(`select 1 from ${name}`))).rejects.toMatchObject(DENIED);
			await expect(asApplication(sql.raw(`delete from ${name}`))).rejects.toMatchObject(DENIED);
		}
	});

	test('may write an entry as whoever acts, and as nobody else', async () => {
		const other = await world.hire(['professional']);
		const entry = (
			actor: Worker,
		) => sql`insert into journal (organisation_id, at, id, actor_kind, actor_id, action, subject_ids)
			values (${actor.organisationId}, ${world.now}, ${newId(new Date())}, 'worker', ${actor.workerId}, 'case.read', '{}')`;
		expect(await asApplication(entry(worker.by))).toEqual(ok(1n));
		await expect(asApplication(entry(other.by))).rejects.toMatchObject(DENIED);
		const elsewhere = await (await aWorld()).hire(['professional']);
		await expect(asApplication(entry(elsewhere.by))).rejects.toMatchObject(DENIED);
	});

	test.each(['identity', 'jobs'] as const)('%s does not get at the journal at all', async (role) => {
		await expect(pool(role).query('select 1 from journal')).rejects.toMatchObject(DENIED);
		await expect(pool(role).query('delete from journal')).rejects.toMatchObject(DENIED);
	});
});

describe('an entry', () => {
	const write = (entry: Entry) =>
		transaction(worker, async (tx) => {
			record(tx, entry);
			return ok();
		});

	test('takes every action there is', async () => {
		for (const action of JOURNAL_ACTIONS) expect(await write({ action, subjects: [] })).toEqual(ok());
	});

	test('takes no words: not as what was done, not as the reason, not as a subject', async () => {
		const words = fc
			.tuple(
				fc.stringMatching(/^\p{L}{1,20}$/u),
				fc.constantFrom(' ', ', ', '\n', '@', 'Č'),
				fc.stringMatching(/^\p{L}{1,20}$/u),
			)
			.map((parts) => parts.join(''));
		await fc.assert(
			fc.asyncProperty(words, async (text) => {
				const good: Entry = { action: 'case.read', subjects: [] };
				for (const entry of [
					{ ...good, action: text },
					{ ...good, reason: text },
					{ ...good, subjects: [text] },
					{ ...good, record: text },
				])
					await expect(write(entry as Entry)).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|22P02)$/) });
			}),
			{ numRuns: 25 },
		);
	});

	test('names each subject once', async () => {
		const subject = newId(new Date());
		await write({ action: 'case.listed', subjects: [subject, subject] });
		const { rows } = await database.superuser.query('select subject_ids from journal where $1 = any (subject_ids)', [
			subject,
		]);
		expect(rows).toEqual([{ subject_ids: [subject] }]);
	});
});
