import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { system, type Act, type System } from '#lib/kernel/actor.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { record } from '#lib/journal/journal.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { testDatabase } from './database.fixtures.ts';
import { lookUp, pool, transaction, type Tx } from './database.server.ts';
import { outageOf } from './outage.server.ts';
import { newId } from './ids.server.ts';

const database = testDatabase();
let world: World;
let act: Act<System>;
beforeAll(async () => {
	world = await aWorld();
	act = { by: system(world.organisationId), at: world.now };
});

const id = () => newId(new Date());
const insert = (tx: Tx, command: Uuid) =>
	tx.db.insertInto('command').values({
		organisation_id: tx.organisationId,
		id: command,
		kind: 'test',
		at: tx.act.at,
	});
const write = (tx: Tx, command: Uuid) => insert(tx, command).execute();
const journal = (tx: Tx) => record(tx, { action: 'worker.changed', subjects: [] });
async function isThere(command: Uuid): Promise<boolean> {
	const { rowCount } = await database.superuser.query('select 1 from command where id = $1', [command]);
	return rowCount === 1;
}
const fail = (code: string) => sql.raw(`do $$ begin raise exception 'refused' using errcode = '${code}'; end $$`);

describe('a use case', () => {
	test('that works and is journaled stays', async () => {
		const command = id();
		const done = await transaction(act, async (tx) => {
			await write(tx, command);
			journal(tx);
			return ok('done');
		});
		expect(done).toEqual(ok('done'));
		expect(await isThere(command)).toBe(true);
	});

	test('that writes no journal entry breaks, and leaves nothing', async () => {
		const command = id();
		const forgetful = transaction(act, async (tx) => ok(await write(tx, command)));
		await expect(forgetful).rejects.toThrow('without its journal entry');
		expect(await isThere(command)).toBe(false);
	});

	test('whose journal entry cannot be written breaks, and leaves nothing', async () => {
		const command = id();
		const other = { ...act, by: { ...act.by, kind: 'visitor' as const } };
		const broken = transaction(other, async (tx) => {
			await write(tx, command);
			const elsewhere = { ...tx, organisationId: id(), sendAlong: tx.sendAlong } as Tx;
			record(elsewhere, { action: 'request.received', subjects: [] });
			tx.journaled = true;
			return ok();
		});
		await expect(broken).rejects.toMatchObject({ code: '42501' });
		expect(await isThere(command)).toBe(false);
	});

	test('that refuses leaves nothing of what it wrote before, its journal entry neither', async () => {
		const command = id();
		const subject = id();
		const refused = await transaction(act, async (tx) => {
			await write(tx, command);
			record(tx, { action: 'worker.changed', subjects: [subject] });
			return refuse('not-found');
		});
		expect(refused).toEqual(refuse('not-found'));
		expect(await isThere(command)).toBe(false);
		const { rowCount } = await database.superuser.query('select 1 from journal where $1 = any (subject_ids)', [
			subject,
		]);
		expect(rowCount).toBe(0);
	});

	test('that throws leaves nothing', async () => {
		const command = id();
		const broken = transaction(act, async (tx) => {
			await write(tx, command);
			journal(tx);
			throw new Error('midway');
		});
		await expect(broken).rejects.toThrow('midway');
		expect(await isThere(command)).toBe(false);
	});

	test('that passes over a refusal of the database does not count as done', async () => {
		const command = id();
		const careless = transaction(act, async (tx) => {
			await write(tx, command);
			await write(tx, command).catch(() => {});
			tx.journaled = true;
			return ok();
		});
		await expect(careless).rejects.toThrow('rolled back at its end');
		expect(await isThere(command)).toBe(false);
	});

	test('gives its connection back, however it ends', async () => {
		const ends = [ok(), refuse('not-found'), new Error('midway')];
		for (const end of ends)
			await lookUp(act, async (tx) => {
				await write(tx, id());
				if (end instanceof Error) throw end;
				return end;
			}).catch(() => {});
		expect(pool('app').idleCount).toBe(pool('app').totalCount);
		expect(pool('app').totalCount).toBeGreaterThan(0);
	});
});

describe('what the database refuses', () => {
	const twice = (command: Uuid, refusals: Parameters<typeof transaction>[2]) =>
		transaction(
			act,
			async (tx) => {
				await write(tx, command);
				journal(tx);
				await write(tx, command);
				return ok();
			},
			refusals,
		);

	test('is a value, where the use case named the constraint', async () => {
		const command = id();
		expect(await twice(command, { command_pkey: 'already-decided' })).toEqual(refuse('already-decided'));
		expect(await isThere(command)).toBe(false);
	});

	test('is an error, where it did not', async () => {
		await expect(twice(id(), {})).rejects.toMatchObject({ constraint: 'command_pkey' });
		await expect(twice(id(), { command_kind_check: 'already-decided' })).rejects.toMatchObject({ code: '23505' });
	});

	test('is a value too when the query was only sent along', async () => {
		const command = id();
		const done = await transaction(
			act,
			async (tx) => {
				await write(tx, command);
				tx.sendAlong(insert(tx, command).compile());
				journal(tx);
				return ok();
			},
			{ command_pkey: 'already-decided' },
		);
		expect(done).toEqual(refuse('already-decided'));
		expect(await isThere(command)).toBe(false);
	});
});

describe('a deadlock', () => {
	test('is tried again: both get through', async () => {
		const [first, second] = [await world.hire(['professional']), await world.hire(['professional'])];
		const both = Promise.withResolvers<void>();
		let holding = 0;
		let attempts = 0;
		const lock = (tx: Tx, worker: Uuid) =>
			tx.db.selectFrom('worker').select('id').where('id', '=', worker).forUpdate().execute();
		const crossing = (one: Uuid, other: Uuid) =>
			transaction(act, async (tx) => {
				attempts += 1;
				await lock(tx, one);
				holding += 1;
				if (holding === 2) both.resolve();
				await both.promise;
				await lock(tx, other);
				journal(tx);
				return ok();
			});
		const [a, b] = [first.by.workerId, second.by.workerId];
		expect(await Promise.all([crossing(a, b), crossing(b, a)])).toEqual([ok(), ok()]);
		// Three; more where whoever is tried again had the first row back before the other woke up, and they crossed once more.
		expect(attempts).toBeGreaterThanOrEqual(3);
	});

	test.each(['40P01', '40001'])(
		'that comes every time (%s) is tried three times, and then is an error',
		async (code) => {
			let attempts = 0;
			const hopeless = transaction(act, async (tx) => {
				attempts += 1;
				await fail(code).execute(tx.db);
				return ok();
			});
			await expect(hopeless).rejects.toMatchObject({ code });
			expect(attempts).toBe(3);
		},
	);

	test('that comes twice leaves what was done the third time, once', async () => {
		const command = id();
		let attempts = 0;
		const done = await transaction(act, async (tx) => {
			attempts += 1;
			await write(tx, command);
			if (attempts < 3) await fail('40P01').execute(tx.db);
			journal(tx);
			return ok(attempts);
		});
		expect(done).toEqual(ok(3));
		expect(await isThere(command)).toBe(true);
	});

	test('is the only thing that is tried again', async () => {
		let attempts = 0;
		const broken = transaction(act, async (tx) => {
			attempts += 1;
			await fail('22012').execute(tx.db);
			return ok();
		});
		await expect(broken).rejects.toMatchObject({ code: '22012' });
		expect(attempts).toBe(1);
	});
});

describe('the context of a transaction', () => {
	const context = async (of: Act) => {
		const found = await lookUp(of, async (tx) => {
			const { rows } = await sql`select app_organisation() as organisation, app_actor_kind() as kind,
				app_worker() as worker, app_subject() as subject`.execute(tx.db);
			return ok(rows[0]);
		});
		return found.ok && found.value;
	};

	test('is the actor’s, and does not outlive the transaction on its connection', async () => {
		const worker = await world.hire(['professional']);
		const { organisationId: organisation, workerId } = worker.by;
		expect(await context(worker)).toEqual({ organisation, kind: 'worker', worker: workerId, subject: null });
		expect(await context({ by: { kind: 'visitor' }, at: world.now })).toEqual({
			organisation: null,
			kind: 'visitor',
			worker: null,
			subject: null,
		});
		const { rows } = await pool('app').query('select app_organisation() as organisation, app_actor_kind() as kind');
		expect(rows).toEqual([{ organisation: null, kind: null }]);
	});

	test('has no organisation for a visitor who has not turned to one', async () => {
		const lost = lookUp({ by: { kind: 'visitor' }, at: world.now }, async (tx) => ok(tx.organisationId));
		await expect(lost).rejects.toThrow('has not turned to an organisation');
	});
});

test.each([
	[{ code: 'ECONNREFUSED' }, 'database-away'],
	[{ code: '57P01' }, 'database-away'],
	[new Error('Connection terminated unexpectedly'), 'database-away'],
	[{ code: '53100' }, 'disk-full'],
	[Object.assign(new Error('write'), { code: 'ENOSPC' }), 'disk-full'],
	[{ code: '23505' }, undefined],
	[new TypeError('cannot read'), undefined],
	[undefined, undefined],
] as const)('%o means: %s', (error, outage) => {
	expect(outageOf(error)).toBe(outage);
});
