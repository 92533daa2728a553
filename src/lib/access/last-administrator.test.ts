import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { system, type Act, type Role, type Worker } from '#lib/kernel/actor.ts';
import { ok, refuse, refuseField } from '#lib/kernel/result.ts';
import { changeRoles, endWork } from '#lib/identity/change-worker.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { staffing } from './access.server.ts';

const database = testDatabase();
let world: World;
let [first, second] = [] as unknown as [Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
});
beforeEach(async () => {
	// Whoever administers from the setting up or another test does not any more.
	await database.superuser.query('update worker set left_at = joined_at where left_at is null');
	await database.superuser.query('update access.worker_role set to_at = from_at where to_at is null');
	first = await world.hire(['administrator', 'professional']);
	second = await world.hire(['administrator', 'professional']);
});

async function administrators(): Promise<string[]> {
	const done = await lookUp({ by: system(world.organisationId), at: world.now }, async (tx) => ok(await staffing(tx)));
	if (!done.ok) throw new Error(done.problem);
	return done.value.roles.filter((one) => one.role === 'administrator').map((one) => one.worker_id);
}
const give = (by: Act<Worker>, to: Act<Worker>, roles: readonly Role[]) =>
	changeRoles(by, { workerId: to.by.workerId, roles });

describe('the last administrator', () => {
	test('stays one: another may go, they may not', async () => {
		expect(await give(first, second, ['professional'])).toEqual(ok());
		expect(await give(first, first, ['professional'])).toEqual(refuse('last-administrator'));
		expect(await give(first, first, [])).toEqual(refuseField('roles', 'choose-some'));
		expect(await administrators()).toEqual([first.by.workerId]);
	});

	test('cannot leave', async () => {
		expect(await endWork(first, { workerId: second.by.workerId })).toEqual(ok());
		expect(await endWork(first, { workerId: first.by.workerId })).toEqual(refuse('last-administrator'));
		expect(await administrators()).toEqual([first.by.workerId]);
	});

	test('may lose other roles', async () => {
		await give(first, second, ['professional']);
		expect(await give(first, first, ['administrator'])).toEqual(ok());
	});

	test.each(Array.from({ length: 5 }, (_, i) => i + 1))(
		'is not lost when two take it from each other at once (round %i)',
		async () => {
			const done = await Promise.all([give(first, second, ['professional']), give(second, first, ['professional'])]);
			expect(done.filter((one) => one.ok)).toHaveLength(1);
			expect(done.filter((one) => !one.ok)).toEqual([refuse('last-administrator')]);
			expect(await administrators()).toHaveLength(1);
		},
	);

	test('is not lost when both leave at once', async () => {
		const leave = (one: Act<Worker>) => endWork(one, { workerId: one.by.workerId });
		const done = await Promise.all([leave(first), leave(second)]);
		expect(done.filter((one) => one.ok)).toHaveLength(1);
		expect(await administrators()).toHaveLength(1);
	});
});

test('roles that were taken away are kept with their end, and given again anew', async () => {
	const worker = await world.hire(['professional']);
	const later = (minutes: number) => world.at(first, { minutes });
	await give(later(1), worker, ['coordinator']);
	await give(later(2), worker, ['coordinator', 'professional']);
	const { rows } = await database.superuser.query<{ role: string; open: boolean }>(
		'select role, to_at is null as open from access.worker_role where worker_id = $1 order by from_at, role',
		[worker.by.workerId],
	);
	expect(rows).toEqual([
		{ role: 'professional', open: false },
		{ role: 'coordinator', open: true },
		{ role: 'professional', open: true },
	]);
});

test('only an administrator changes roles, and only of somebody who is here', async () => {
	const [coordinator, other] = [await world.hire(['coordinator', 'programme-lead']), await aWorld()];
	const stranger = await other.hire(['administrator']);
	expect(await give(coordinator, second, ['professional'])).toEqual(refuse('not-found'));
	expect(await give(stranger, second, ['professional'])).toEqual(refuse('not-found'));
	expect(await give(first, stranger, ['professional'])).toEqual(refuse('not-found'));
	expect((await administrators()).toSorted()).toEqual([first.by.workerId, second.by.workerId].toSorted());
});
