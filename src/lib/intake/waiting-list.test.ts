import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { screenOff } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, aProposal, aTalk, aTime, good, holderOf, problemOf, takenRequest } from './intake.fixtures.ts';
import { joinWaitingList, leaveWaitingList, type Joining } from './join-waiting-list.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readOwnRequest } from './own-request.server.ts';
import { statusOf } from './own-status.ts';
import { listRequests } from './read-requests.server.ts';
import { codeOf } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { giveBack, takeRequest } from './take-request.server.ts';
import { daysWaited } from './waiting.ts';
import { listWaiting, readWaitingCounts } from './waiting-list.server.ts';

const database = testDatabase();
let world: World;
let worker: Act<Worker>;
let colleague: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	[worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
});

const joining = (requestId: Uuid, changes: Partial<Joining> = {}): Joining => ({
	command: aCommand(),
	requestId,
	site: 'celje',
	reason: 'no-place',
	priority: undefined,
	...changes,
});
const after = (act: Act<Worker>, days: number) => world.at(act, { days });
async function waitingRequest(act = worker, changes: Partial<Joining> = {}): Promise<Uuid> {
	const requestId = await takenRequest(world, act);
	good(await joinWaitingList(act, joining(requestId, changes)));
	return requestId;
}
const rowOf = async (requestId: Uuid, act = worker) =>
	good(await listWaiting(act, { filter: {}, after: undefined })).rows.find((row) => row.stay.requestId === requestId);

describe('the list of those who wait', () => {
	test('stands by joining date, page by page, per programme and site, with how many wait for each [W2]', async () => {
		const full = await aWorld();
		const [own, lead] = [await full.hire(['professional']), await full.hire(['programme-lead'])];
		const ids: Uuid[] = [];
		for (let i = 0; i < 53; i += 1) {
			const requestId = await takenRequest(full, own);
			const at = full.at(own, { days: (i * 7) % 53 });
			good(await joinWaitingList(at, joining(requestId, { site: i % 3 === 0 ? undefined : 'celje' })));
			ids[(i * 7) % 53] = requestId;
		}
		const first = good(await listWaiting(lead, { filter: {}, after: undefined }));
		const second = good(await listWaiting(lead, { filter: {}, after: first.next }));
		expect([...first.rows, ...second.rows].map((row) => row.stay.requestId)).toEqual(ids);
		expect(second.next).toBeUndefined();
		expect(first.counts.map(({ site, count, longestSince }) => [site, count, longestSince])).toEqual([
			['celje', 35, full.at(own, { days: 1 }).at],
			[null, 18, full.now],
		]);
		const anywhere = good(await listWaiting(own, { filter: { programme: 'small', anywhere: true }, after: undefined }));
		expect(anywhere.rows).toHaveLength(18);
		const atCelje = good(await listWaiting(own, { filter: { programme: 'small', site: 'celje' }, after: undefined }));
		expect(atCelje.rows.every((row) => row.stay.site === 'celje')).toBe(true);
	});

	test('shows and counts only what the worker may read: not another team’s, not what is screened off', async () => {
		const small = await aWorld();
		const own = await small.hire(['professional']);
		const elsewhere = await small.hire(['professional'], { team: await small.anotherTeam() });
		const screened = await small.hire(['professional']);
		const requestId = await takenRequest(small, own);
		good(await joinWaitingList(own, joining(requestId)));
		await transaction(own, async (tx) => {
			await screenOff(tx, screened.by.workerId, requestId);
			record(tx, { action: 'worker.changed', subjects: [requestId] });
			return ok();
		});
		const seen = async (act: Act<Worker>) => [
			good(await listWaiting(act, { filter: {}, after: undefined })).rows.length,
			good(await readWaitingCounts(act)).reduce((sum, one) => sum + one.count, 0),
		];
		expect(await seen(own)).toEqual([1, 1]);
		for (const other of [elsewhere, screened]) expect(await seen(other)).toEqual([0, 0]);
		expect(problemOf(await listWaiting(await small.hire(['volunteer']), { filter: {}, after: undefined }))).toBe(
			'not-found',
		);
		expect(problemOf(await joinWaitingList(elsewhere, joining(requestId)))).toBe('not-found');
	});

	test('once they were answered, those on it do not stand among the requests that wait for somebody to take them', async () => {
		const requestId = await takenRequest(world, worker);
		const inQueue = async () =>
			good(await listRequests(colleague, { view: 'waiting' })).rows.some((row) => row.facts.id === requestId);
		good(await joinWaitingList(worker, joining(requestId)));
		good(await giveBack(worker, { requestId }));
		expect(await inQueue()).toBe(true);
		const later = after(worker, 1);
		good(await takeRequest(later, { command: aCommand(), requestId }));
		good(await recordTalk(later, aTalk(later, requestId)));
		good(await giveBack(after(worker, 2), { requestId }));
		expect(await inQueue()).toBe(false);
		expect(await rowOf(requestId, colleague)).toBeDefined();
	});
});

describe('with their code', () => {
	test('a person sees since when they wait, until a time is offered or they leave the list [W2]', async () => {
		const requestId = await waitingRequest(worker, { priority: 'violence' });
		const holder = await holderOf(world, codeOf(requestId));
		const own = async () => {
			const { facts, appointments } = good(await readOwnRequest(holder));
			return [statusOf(facts, appointments, world.now), facts.waitingSince];
		};
		expect(await own()).toEqual(['on-waiting-list', world.now]);
		good(await offerTime(worker, aTime(requestId, { time: '17:00' })));
		expect(await own()).toEqual(['time-offered', world.now]);
		good(await leaveWaitingList(worker, { requestId, why: 'into-work', note: '' }));
		expect((await own())[1]).toBeNull();
	});
	test('a proposer does not learn that the person waits', async () => {
		const proposed = await takenRequest(world, worker, aProposal({ wayIn: 'initiative' }));
		expect(problemOf(await joinWaitingList(worker, joining(proposed)))).toBe('needs-own-wish');
		await database.superuser.query(`update request set needs_own_wish = 'given' where id = $1`, [proposed]);
		good(await joinWaitingList(worker, joining(proposed)));
		const { facts } = good(await readOwnRequest(await holderOf(world, codeOf(proposed))));
		expect([facts.waitingSince, facts.firstTalkAt]).toEqual([null, null]);
	});
});

test('days waited are days of the organisation’s own calendar', () => {
	const zone = 'Europe/Ljubljana';
	expect(daysWaited(new Date('2026-11-23T22:30:00Z'), new Date('2026-11-23T23:30:00Z'), zone)).toBe(1);
	expect(daysWaited(new Date('2026-11-23T23:30:00Z'), new Date('2026-11-24T22:30:00Z'), zone)).toBe(0);
});
