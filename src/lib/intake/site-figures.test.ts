import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { aCommand, good, problemOf, sentRequest, takenRequest } from './intake.fixtures.ts';
import { joinWaitingList } from './join-waiting-list.server.ts';
import { readSiteFigures } from './site-figures.server.ts';

testDatabase();

test('an administrator sees at each site how many requests are open and how many wait, and nobody else does', async () => {
	const site = smallDefinition().sites.find((one) => one.kind === 'office')!.key;
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const administrator = await world.hire(['administrator']);
	expect(good(await readSiteFigures(administrator))).toEqual([]);
	await sentRequest(world, { site });
	await sentRequest(world);
	const declined = await takenRequest(world, worker, { site });
	good(await declineRequest(worker, { requestId: declined, reason: 'no-capacity', note: '' }));
	// Somebody who asked for no site waits for this one.
	const requestId = await takenRequest(world, worker);
	const joining = { command: aCommand(), requestId, site, reason: 'no-place', priority: undefined } as const;
	good(await joinWaitingList(worker, joining));

	const figures = good(await readSiteFigures(administrator));
	expect(figures.find((one) => one.site === site)).toEqual({ programme: 'small', site, open: 2, waiting: 1 });
	expect(figures.find((one) => one.site === null)).toEqual({ programme: 'small', site: null, open: 1, waiting: 0 });
	expect(figures).toHaveLength(2);
	for (const role of ['professional', 'programme-lead', 'volunteer'] as const)
		expect(problemOf(await readSiteFigures(await world.hire([role])))).toBe('not-found');
	const elsewhere = await aWorld();
	expect(good(await readSiteFigures(await elsewhere.hire(['administrator'])))).toEqual([]);
});
