import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { enqueue } from '#lib/platform/jobs.server.ts';
import { RETENTION_KINDS } from '#lib/programmes/retention.ts';
import { setRetention } from '#lib/programmes/retention-periods.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { anInvitation } from '#lib/identity/account.fixtures.ts';
import { today } from '#lib/intake/intake.fixtures.ts';
import { readAttention } from './read-attention.server.ts';

const database = testDatabase();
beforeAll(() => vi.stubEnv('OPORA_DEMO', '0'));
afterAll(() => vi.unstubAllEnvs());

test('an administrator is told of jobs that failed, of mail that waits for an hour, and of periods nobody decided; others of nothing', async () => {
	const [world, other] = [await aWorld(), await aWorld()];
	const ada = await world.hire(['administrator']);
	const later = (minutes: number): Act<Worker> => ({ ...ada, at: new Date(ada.at.getTime() + minutes * 60_000) });
	const before = await readAttention(ada);
	expect(before).toMatchObject({ failedJobs: 0, lateMail: 0 });
	expect(before.undecidedPeriods).toBeGreaterThan(0);

	await database.superuser.query('delete from graphile_worker._private_jobs');
	for (const where of [world, world, other])
		await lookUp({ by: system(where.organisationId), at: where.now }, async (tx) => {
			enqueue(tx, 'make-print', { id: newId(where.now) });
			return ok();
		});
	await database.superuser.query('update graphile_worker._private_jobs set attempts = 2');
	expect((await readAttention(ada)).failedJobs).toBe(2);

	await database.superuser.query('delete from outbox');
	await anInvitation(ada, ['professional']);
	expect([(await readAttention(later(59))).lateMail, (await readAttention(later(61))).lateMail]).toEqual([0, 1]);

	const [kind] = RETENTION_KINDS;
	const decided = { months: 12, ground: { sl: 'Zakon' }, confirmed: true, validFrom: today(world) };
	expect(await setRetention(ada, { command: newId(ada.at), kind, ...decided })).toEqual(ok());
	expect((await readAttention(ada)).undecidedPeriods).toBe(before.undecidedPeriods - 1);

	const nothing = { failedJobs: 0, lateMail: 0, undecidedPeriods: 0 };
	expect(await readAttention(await world.hire(['professional']))).toEqual(nothing);
});
