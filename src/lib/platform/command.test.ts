import { beforeAll, beforeEach, expect, test } from 'vitest';
import { system, type Act, type System } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { makeTeam } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { claim } from './command.server.ts';
import { testDatabase } from './database.fixtures.ts';
import { transaction } from './database.server.ts';
import { newId } from './ids.server.ts';

const database = testDatabase();
let world: World;
let act: Act<System>;
let command: Uuid;
beforeAll(async () => {
	world = await aWorld();
	act = { by: system(world.organisationId), at: world.now };
});
beforeEach(() => {
	command = newId(new Date());
});

/** Makes a team once, however often the form is sent. */
const send = (by = act, willing = true) =>
	transaction(by, async (tx) => {
		record(tx, { action: 'worker.changed', subjects: [command] });
		if (!(await claim(tx, command, 'test'))) return ok('again');
		await makeTeam(tx, { id: newId(new Date()), name: command, programmes: [] });
		return willing ? ok('first') : refuse('not-found');
	});

async function teams(): Promise<number> {
	const { rowCount } = await database.superuser.query('select 1 from access.team where name = $1', [command]);
	return rowCount ?? 0;
}

test('a form that is sent twice is done once', async () => {
	expect([await send(), await send(), await send()]).toEqual([ok('first'), ok('again'), ok('again')]);
	expect(await teams()).toBe(1);
});

test('a form that is sent ten times at once is done once', async () => {
	const done = await Promise.all(Array.from({ length: 10 }, () => send()));
	expect(done.filter((one) => one.ok && one.value === 'first')).toHaveLength(1);
	expect(done.filter((one) => one.ok && one.value === 'again')).toHaveLength(9);
	expect(await teams()).toBe(1);
});

test('a sending under way is waited for: when it fails, the second does the work', async () => {
	const claimed = Promise.withResolvers<void>();
	const mayFail = Promise.withResolvers<void>();
	const first = transaction(act, async (tx) => {
		await claim(tx, command, 'test');
		claimed.resolve();
		await mayFail.promise;
		return refuse('not-found');
	});
	await claimed.promise;
	const second = send();
	await expect
		.poll(async () => (await database.superuser.query(`select 1 from pg_locks where not granted`)).rowCount)
		.toBeGreaterThan(0);
	mayFail.resolve();
	expect(await first).toEqual(refuse('not-found'));
	expect(await second).toEqual(ok('first'));
	expect(await teams()).toBe(1);
});

test('a form that was refused may be sent again', async () => {
	expect(await send(act, false)).toEqual(refuse('not-found'));
	expect(await teams()).toBe(0);
	expect(await send()).toEqual(ok('first'));
});

test('the same id in another organisation is another form', async () => {
	const other = await aWorld();
	expect(await send()).toEqual(ok('first'));
	expect(await send({ by: system(other.organisationId), at: other.now })).toEqual(ok('first'));
	expect(await teams()).toBe(2);
});
