import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aCommand, aTime, good, holderOf, problemOf, sentRequest } from './intake.fixtures.ts';
import { offerTime } from './offer-time.server.ts';
import { addToOwnRequest } from './own-additions.server.ts';
import { readOwnRequest, withdrawOwnRequest } from './own-request.server.ts';
import { listRequests, readRequest } from './read-requests.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();
const WORDS = 'V sredo mi bolj ustreza.\nPokličite sestro.';

async function somebodyWaiting() {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { requestId, code } = await sentRequest(world);
	good(await takeRequest(worker, { command: aCommand(), requestId }));
	return { world, worker, requestId, holder: await holderOf(world, code) };
}

test('what somebody adds with their code reaches whoever works on it, and is theirs to read again', async () => {
	const { worker, requestId, holder } = await somebodyWaiting();
	const again = { command: aCommand(), words: WORDS };
	good(await addToOwnRequest(holder, again));
	good(await addToOwnRequest(holder, again));
	expect(good(await readOwnRequest(holder)).additions.map((one) => one.words)).toEqual([WORDS]);
	const listed = async () => good(await listRequests(worker, { view: 'mine' })).rows.map((row) => row.addedTo);
	expect(await listed()).toEqual([true]);
	expect(good(await readRequest(worker, { requestId })).course.additions.map((one) => one.words)).toEqual([WORDS]);
	expect(await listed()).toEqual([false]);
});

test('it stops nothing: the clock runs on, and the time that was offered stands', async () => {
	const { worker, requestId, holder } = await somebodyWaiting();
	const before = good(await readRequest(worker, { requestId })).facts;
	good(await addToOwnRequest(holder, { command: aCommand(), words: WORDS }));
	expect(good(await readRequest(worker, { requestId })).facts).toEqual(before);
	good(await offerTime(worker, aTime(requestId)));
	good(await addToOwnRequest(holder, { command: aCommand(), words: WORDS }));
	expect(good(await readOwnRequest(holder)).appointments.map((one) => one.state)).toEqual(['offered']);
});

test('it lies sealed, somebody of the team who only looks does not make it seen, and nothing is added to what has ended', async () => {
	const { world, worker, requestId, holder } = await somebodyWaiting();
	good(await addToOwnRequest(holder, { command: aCommand(), words: WORDS }));
	const { rows } = await database.superuser.query('select sealed from request_addition where request_id = $1', [
		requestId,
	]);
	expect((rows[0].sealed as Buffer).includes('sestro')).toBe(false);
	good(await readRequest(await world.hire(['professional']), { requestId }));
	expect(good(await listRequests(worker, { view: 'mine' })).rows[0]!.addedTo).toBe(true);
	good(await withdrawOwnRequest(holder, { command: aCommand() }));
	expect(problemOf(await addToOwnRequest(holder, { command: aCommand(), words: WORDS }))).toBe('already-decided');
});
