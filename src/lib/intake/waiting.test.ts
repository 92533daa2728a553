import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { concludeRequest, declineRequest } from './decide-request.server.ts';
import { handOverRequest } from './hand-over.server.ts';
import { requestHandedOver } from './handover.fixtures.ts';
import { aCommand, aTalk, good, holderOf, problemOf, takenRequest } from './intake.fixtures.ts';
import { joinWaitingList, leaveWaitingList, type Joining } from './join-waiting-list.server.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { withdrawOwnRequest } from './own-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import { codeOf } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { giveBack, takeRequest } from './take-request.server.ts';
import { listWaiting } from './waiting-list.server.ts';

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
const staysOf = async (requestId: Uuid, act = worker) => good(await readRequest(act, { requestId })).course.stays;
const rowOf = async (requestId: Uuid, act = worker) =>
	good(await listWaiting(act, { filter: {}, after: undefined })).rows.find((row) => row.stay.requestId === requestId);

describe('the joining date of the waiting list', () => {
	test('stays when the request is moved to another list, handed over, given back, taken again and put on the list anew [W2]', async () => {
		const requestId = await waitingRequest();
		good(await joinWaitingList(after(worker, 2), joining(requestId, { site: undefined, reason: 'site' })));
		good(await handOverRequest(after(worker, 3), requestHandedOver({ requestId, from: worker, to: colleague })));
		good(await giveBack(after(colleague, 4), { requestId }));
		good(await takeRequest(after(worker, 5), { command: aCommand(), requestId }));
		good(await leaveWaitingList(after(worker, 6), { requestId, why: 'into-work', note: '' }));
		expect(await rowOf(requestId)).toBeUndefined();
		good(await joinWaitingList(after(worker, 40), joining(requestId)));
		const row = (await rowOf(requestId, after(worker, 42)))!;
		expect([row.stay.joinedAt, row.days]).toEqual([world.now, 42]);
		const stays = await staysOf(requestId);
		expect(stays.map((stay) => [stay.site, stay.leftWhy])).toEqual([
			['celje', null],
			[null, 'into-work'],
			['celje', 'moved'],
		]);
		expect(new Set(stays.map((stay) => stay.joinedAt.getTime()))).toEqual(new Set([world.now.getTime()]));
	});

	test('cannot be moved in the database by anybody, nor can a stay be written over [W2]', async () => {
		const requestId = await waitingRequest();
		const change = (question: string) => database.superuser.query(question, [requestId]);
		await expect(
			change(`update waiting_entry set joined_at = joined_at - interval '1 day' where request_id = $1`),
		).rejects.toThrow('the joining date never moves');
		await expect(
			change(`update waiting_stay set joined_at = joined_at - interval '1 day' where request_id = $1`),
		).rejects.toThrow('a stay on the waiting list only ends');
		await expect(change(`update waiting_stay set site = null where request_id = $1`)).rejects.toThrow('only ends');
		await expect(
			change(
				`insert into waiting_stay (organisation_id, id, request_id, joined_at, programme, reason, from_at, put_by)
				select organisation_id, gen_random_uuid(), request_id, joined_at - interval '1 day', programme, reason, from_at, put_by from waiting_stay where request_id = $1`,
			),
		).rejects.toThrow('waiting_once');
		good(await leaveWaitingList(worker, { requestId, why: 'into-work', note: '' }));
		await expect(change(`update waiting_stay set to_at = null, left_why = null where request_id = $1`)).rejects.toThrow(
			'only ends',
		);
	});

	test('put on the list by two at once, somebody is on it once', async () => {
		const lead = await world.hire(['coordinator']);
		for (let i = 0; i < 10; i += 1) {
			const requestId = await takenRequest(world, worker);
			await Promise.all([worker, lead].map((act) => joinWaitingList(act, joining(requestId))));
			const { rows } = await database.superuser.query(
				'select count(*)::int as n from waiting_stay where request_id = $1 and to_at is null',
				[requestId],
			);
			expect(rows).toEqual([{ n: 1 }]);
		}
	});

	test('a command sent twice puts them on the list once', async () => {
		const requestId = await takenRequest(world, worker);
		const once = joining(requestId);
		good(await joinWaitingList(worker, once));
		good(await joinWaitingList(worker, once));
		expect(await staysOf(requestId)).toHaveLength(1);
	});
});

describe('whoever waits leaves the list', () => {
	const end = async (ending: (requestId: Uuid) => Promise<unknown>) => {
		const requestId = await waitingRequest();
		await ending(requestId);
		expect(await rowOf(requestId)).toBeUndefined();
		const [stay] = await staysOf(requestId);
		return [stay!.leftWhy, stay!.leftBy, stay!.note];
	};
	const me = () => worker.by.workerId;

	test('into work: the request stays open, with who, when and why [W2]', async () => {
		expect(
			await end(async (requestId) =>
				good(await leaveWaitingList(worker, { requestId, why: 'into-work', note: 'Mesto od srede.' })),
			),
		).toEqual(['into-work', me(), 'Mesto od srede.']);
	});
	test('because they no longer wish it: the request ends as the person’s own, without blame [W2]', async () => {
		let id = '' as Uuid;
		const left = await end(async (requestId) => {
			good(await leaveWaitingList(worker, { requestId: (id = requestId), why: 'person-withdrew', note: '' }));
			expect(problemOf(await leaveWaitingList(worker, { requestId, why: 'into-work', note: '' }))).toBe(
				'already-decided',
			);
			expect(problemOf(await joinWaitingList(worker, joining(requestId)))).toBe('already-decided');
		});
		expect(left).toEqual(['person-withdrew', me(), '']);
		expect(good(await readRequest(worker, { requestId: id })).outcome!.kind).toBe('declined-by-person');
	});
	test('with their own code, where nobody of the organisation wrote it [W2]', async () => {
		expect(
			await end(async (requestId) =>
				good(await withdrawOwnRequest(await holderOf(world, codeOf(requestId)), { command: aCommand() })),
			),
		).toEqual(['person-withdrew', null, '']);
	});
	test('when the request is declined, concluded, or becomes a case [W2]', async () => {
		expect(
			await end(async (requestId) =>
				good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: 'Ni mesta.' })),
			),
		).toEqual(['declined', me(), '']);
		expect(
			await end(async (requestId) => {
				good(await recordTalk(worker, aTalk(worker, requestId)));
				good(await concludeRequest(worker, { requestId, agreement: 'agreed', note: '' }));
			}),
		).toEqual(['concluded', me(), '']);
		expect(
			await end(async (requestId) => {
				good(await linkPerson(worker, { requestId, personId: undefined }));
				good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
			}),
		).toEqual(['case-opened', me(), '']);
	});
	test('the database puts nobody on the list with a request that has ended', async () => {
		const requestId = await takenRequest(world, worker);
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		const given = [requestId, worker.by.workerId];
		await database.superuser.query(
			`insert into waiting_entry select organisation_id, id, received_at from request where id = $1`,
			[requestId],
		);
		await expect(
			database.superuser.query(
				`insert into waiting_stay (organisation_id, id, request_id, joined_at, programme, reason, from_at, put_by)
				select organisation_id, gen_random_uuid(), id, received_at, programme, 'other', received_at, $2 from request where id = $1`,
				given,
			),
		).rejects.toThrow('the request has ended');
	});
	test('nobody who is not on it can leave it, and no site is made up', async () => {
		const requestId = await takenRequest(world, worker);
		expect(problemOf(await leaveWaitingList(worker, { requestId, why: 'into-work', note: '' }))).toBe(
			'not-on-the-list',
		);
		expect(await joinWaitingList(worker, joining(requestId, { site: 'nowhere' }))).toMatchObject({
			fields: [{ field: 'site' }],
		});
	});
});
