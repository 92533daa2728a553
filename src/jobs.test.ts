import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { JOBS } from './jobs.server.ts';

const database = testDatabase();
const NOBODY = { organisationId: null, id: null };

test('sealing the journal ends at once, and asks once to seal again half a minute later', async () => {
	const { now } = await aWorld();
	const began = performance.now();
	await JOBS['seal-journal']!(NOBODY, now);
	await JOBS['seal-journal']!(NOBODY, now);
	expect(performance.now() - began).toBeLessThan(20_000);
	const { rows } = await database.superuser.query(
		`select task_identifier, run_at from graphile_worker.jobs where task_identifier like 'seal%'`,
	);
	expect(rows).toEqual([{ task_identifier: 'seal-journal-between', run_at: new Date(now.getTime() + 30_000) }]);
});
