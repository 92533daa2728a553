import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuseField } from '#lib/kernel/result.ts';
import type { HandoverTerms } from '#lib/cases/handover.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { handOverRequest } from './hand-over.server.ts';
import { requestHandedOver } from './handover.fixtures.ts';
import { aTime, good, problemOf, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readDay } from './read-day.server.ts';
import { readHandover } from './read-handover.server.ts';
import { readRequest } from './read-requests.server.ts';

const database = testDatabase();
let world: World;
let [lead, worker, colleague] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	lead = await world.hire(['coordinator'], { name: 'Koordinatorka Vzorčna' });
	worker = await world.hire(['professional'], { name: 'Maja Vzorčna' });
	colleague = await world.hire(['professional'], { name: 'Jan Vzorčni' });
});

const over = (requestId: Uuid, terms: Partial<HandoverTerms> = {}, freeTime = false) =>
	requestHandedOver({ requestId, from: worker, to: colleague }, { reason: 'illness', ...terms }, freeTime);
const onTheDayOf = async (act: Act<Worker>, requestId: Uuid) =>
	good(await readDay(act, { of: 'own' })).taken.rows.some((row) => row.facts.id === requestId);
const holderOfTime = async (requestId: Uuid) => {
	const { rows } = await database.superuser.query<{ holder_id: Uuid }>(
		`select h.holder_id from appointment_holder h join appointment a on a.id = h.appointment_id
		where a.request_id = $1 and h.kind = 'worker' and h.live`,
		[requestId],
	);
	return rows.map((row) => row.holder_id);
};

describe('a request that is handed over', () => {
	test('goes with all it has, its clock as it was, and keeps who had it and why it went [W2]', async () => {
		const requestId = await takenRequest(world, worker);
		const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
		good(await offerTime(worker, aTime(requestId, { time: '08:00' })));
		const before = good(await readRequest(lead, { requestId })).facts;
		const later = world.at(worker, { days: 1 });
		const { handoverId } = good(await handOverRequest(later, over(requestId, { note: 'Od jutri sem na bolniški.' })));
		const { facts, course, colleagues, relation } = good(await readRequest(colleague, { requestId }));
		expect(relation).toBe('own');
		for (const kept of ['receivedAt', 'respondBy', 'respondedAt', 'aboutPerson'] as const)
			expect(facts[kept]).toEqual(before[kept]);
		expect(facts.aboutPerson).toBe(personId);
		expect(course.takings.map((one) => [colleagues.get(one.worker), one.reason, one.handedOver, one.toAt])).toEqual([
			['Jan Vzorčni', 'illness', true, null],
			['Maja Vzorčna', null, false, later.at],
		]);
		expect(course.takings[0]).toMatchObject({ id: handoverId, by: worker.by.workerId });
		expect(good(await readHandover(colleague, { handoverId })).note).toBe('Od jutri sem na bolniški.');
		expect(await onTheDayOf(worker, requestId)).toBe(false);
		expect(await onTheDayOf(colleague, requestId)).toBe(true);
	});

	test('by a coordinator or a programme lead too, whosever it is; not by a colleague [W2]', async () => {
		for (const by of [lead, await world.hire(['programme-lead'])]) {
			const requestId = await takenRequest(world, worker);
			expect(problemOf(await handOverRequest(colleague, over(requestId)))).toBe('not-found');
			good(await handOverRequest(by, over(requestId)));
			const { course } = good(await readRequest(colleague, { requestId }));
			expect(course.takings[0]).toMatchObject({ worker: colleague.by.workerId, by: by.by.workerId });
		}
	});

	test('once, however often the form is sent; not from under somebody who has it meanwhile', async () => {
		const requestId = await takenRequest(world, worker);
		const once = over(requestId);
		good(await handOverRequest(lead, once));
		good(await handOverRequest(lead, once));
		expect(good(await readRequest(lead, { requestId })).course.takings).toHaveLength(2);
		expect(problemOf(await handOverRequest(lead, over(requestId)))).toBe('changed-meanwhile');
		expect(problemOf(await handOverRequest(worker, over(requestId)))).toBe('not-found');
	});

	test('goes to another worker and while it is open; against the person’s will only where the worker is away [C9]', async () => {
		const requestId = await takenRequest(world, worker);
		const toOneself = requestHandedOver({ requestId, from: worker, to: worker });
		expect(await handOverRequest(worker, toOneself)).toEqual(refuseField('toWorker', 'choose-one'));
		for (const reason of ['workload', 'skills', 'known-to-me'] as const)
			expect(await handOverRequest(worker, over(requestId, { reason, agreement: 'declined' }))).toEqual(
				refuseField('agreement', 'not-agreed'),
			);
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		expect(problemOf(await handOverRequest(worker, over(requestId)))).toBe('already-decided');
	});
});

describe('the agreed time of a request that is handed over', () => {
	test('goes along where the colleague is free; where they are not it stays, and the page of the handover says so [W4]', async () => {
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId, { time: '15:00' })));
		good(await handOverRequest(worker, over(requestId)));
		expect(await holderOfTime(requestId)).toEqual([colleague.by.workerId]);

		const another = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(another, { time: '15:15' })));
		const { handoverId } = good(await handOverRequest(worker, over(another)));
		expect(good(await readHandover(colleague, { handoverId })).times.map((one) => one.moved)).toEqual([false]);
		expect(await holderOfTime(another)).toEqual([worker.by.workerId]);
	});

	test('is freed where that is asked for, and whoever asked is told that another will be found [W4]', async () => {
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId, { time: '11:00' })));
		const letters = async () =>
			good(await listOutbox(await world.hire(['administrator']))).messages.filter((one) => one.kind === 'time-changed')
				.length;
		const before = await letters();
		good(await handOverRequest(worker, over(requestId, {}, true)));
		expect(await holderOfTime(requestId)).toEqual([]);
		expect(await letters()).toBe(before + 1);
	});

	test('stays agreed when the handover is refused', async () => {
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId, { time: '13:00' })));
		const refused = await handOverRequest(worker, over(requestId, { kind: 'for-a-time', reason: 'departure' }, true));
		expect(refused).toEqual(refuseField('reason', 'choose-one'));
		expect(await holderOfTime(requestId)).toEqual([worker.by.workerId]);
	});
});
