import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aTalk, aTime, good, sentRequest, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { offerTime } from '#lib/intake/offer-time.server.ts';
import { recordTalk } from '#lib/intake/record-talk.server.ts';
import { enterCode } from '#lib/intake/own-request.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { readTour, readTourOfLate, wholeTour } from './read-tour.server.ts';
import { placeOf, stepsDone, TOUR_STEPS } from './tour.ts';

const database = testDatabase();

test('a step of the tour is done by whom it is for: a request a worker entered is not one that somebody sent', () => {
	expect(stepsDone([])).toEqual([]);
	expect(stepsDone([{ action: 'request.received', actorKind: 'worker' }])).toEqual([]);
	expect(
		stepsDone([
			{ action: 'meeting.recorded', actorKind: 'worker' },
			{ action: 'request.received', actorKind: 'visitor' },
		]),
	).toEqual(['ask', 'meet']);
});

test('each step leads somewhere, on a desk to that desk', () => {
	expect(TOUR_STEPS.map((step) => placeOf(step, '/desk/center'))).toEqual([
		'/ask',
		'/desk/center/requests',
		'/desk/center/requests?view=mine',
		'/code',
		'/desk/center/requests?view=mine',
	]);
	expect(TOUR_STEPS.map((step) => placeOf(step))).toEqual(['/ask', '/desk', '/desk', '/code', '/desk']);
});

test('the tour tells what was really done since the demonstration began, in the demonstration only, unless it was put away', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { code } = await sentRequest(world);
	const later = new Date(world.now.getTime() + 60_000);
	await database.superuser.query(
		`insert into installation (key_proof, demo, created_at, ready_at) values (decode(repeat('00', 32), 'hex'), true, $1, $1)`,
		[later],
	);
	process.env.OPORA_DEMO = '1';
	try {
		expect(await readTour(later, undefined)).toEqual({ done: [] });
		const requestId = await takenRequest(
			{ ...world, visitor: () => world.at(world.visitor(), { minutes: 2 }) },
			world.at(worker, { minutes: 3 }),
		);
		expect(await readTour(later, undefined)).toEqual({ done: ['ask', 'take'] });
		good(await enterCode('test', code, later));
		expect(await readTour(later, undefined)).toEqual({ done: ['ask', 'take', 'return'] });
		expect(await readTour(later, 'away')).toBeUndefined();
		expect(await readTourOfLate(later, 'away')).toBeUndefined();
		expect(await readTourOfLate(later, undefined)).toEqual({ done: ['ask', 'take', 'return'] });
		good(await offerTime(world.at(worker, { minutes: 4 }), aTime(requestId)));
		expect(await readTourOfLate(later, undefined)).toEqual({ done: ['ask', 'take', 'return'] });
		const muchLater = new Date(later.getTime() + 1_000);
		expect(await readTourOfLate(muchLater, undefined)).toEqual(await readTour(muchLater, undefined));
		expect((await readTour(muchLater, undefined))?.done).toContain('offer');
		expect(await wholeTour(later)).toBeDefined();
		// The journal is looked through once, not each time: what was written long before the last look is not looked for again.
		const hourLater = new Date(later.getTime() + 3_600_000);
		const before = (await readTour(hourLater, undefined))!.done;
		good(await recordTalk(world.at(worker, { minutes: 10 }), aTalk(world.at(worker, { minutes: 10 }), requestId)));
		expect(await readTour(hourLater, undefined)).toEqual({ done: before });
		// A demonstration that begins anew knows nothing of the one before.
		await database.superuser.query(`update installation set ready_at = ready_at + interval '1 second'`);
		expect((await readTour(hourLater, undefined))?.done).toEqual(['ask', 'take', 'offer', 'meet']);
	} finally {
		process.env.OPORA_DEMO = '0';
	}
	expect(await readTour(later, undefined)).toBeUndefined();
	expect(await wholeTour(later)).toBeUndefined();
});
