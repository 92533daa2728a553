import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { handingChoices, handRequest, type Handing } from './hand-request.server.ts';
import { aCommand, aTime, good, problemOf, sentRequest, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readDay } from './read-day.server.ts';
import { readRequest } from './read-requests.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();
let world: World;
let lead: Act<Worker>;
let worker: Act<Worker>;
let colleague: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	lead = await world.hire(['coordinator'], { name: 'Koordinatorka Vzorčna' });
	worker = await world.hire(['professional'], { name: 'Maja Vzorčna' });
	colleague = await world.hire(['professional'], { name: 'Jan Vzorčni' });
});

const handing = (requestId: Uuid, changes: Partial<Handing> = {}): Handing => ({
	command: aCommand(),
	requestId,
	from: undefined,
	to: worker.by.workerId,
	reason: 'assigned',
	note: '',
	keepTime: false,
	...changes,
});
const onward = (requestId: Uuid, changes: Partial<Handing> = {}) =>
	handing(requestId, { from: worker.by.workerId, to: colleague.by.workerId, reason: 'illness', ...changes });
const onTheDayOf = async (act: Act<Worker>, requestId: Uuid) =>
	good(await readDay(act, { of: 'own' })).taken.rows.some((row) => row.facts.id === requestId);

describe('a request that nobody has', () => {
	test('is assigned by a coordinator or a programme lead, and stands on the colleague’s day [W2]', async () => {
		for (const by of [lead, await world.hire(['programme-lead'])]) {
			const { requestId } = await sentRequest(world);
			good(await handRequest(by, handing(requestId)));
			expect(await onTheDayOf(worker, requestId)).toBe(true);
			expect(good(await readRequest(worker, { requestId })).relation).toBe('own');
		}
	});
	test('is assigned by nobody else, and to nobody who could not work on it', async () => {
		const { requestId } = await sentRequest(world);
		expect(problemOf(await handRequest(worker, handing(requestId, { to: colleague.by.workerId })))).toBe('not-found');
		const elsewhere = await world.hire(['professional'], { team: await world.anotherTeam() });
		const volunteer = await world.hire(['volunteer']);
		for (const { by } of [elsewhere, volunteer])
			expect(await handRequest(lead, handing(requestId, { to: by.workerId }))).toMatchObject({
				fields: [{ field: 'to', problem: 'choose-one' }],
			});
		const offered = good(await handingChoices(lead, { requestId, but: null })).map((one) => one.id);
		expect(offered.toSorted()).toEqual([lead, worker, colleague].map((one) => one.by.workerId).toSorted());
		expect(problemOf(await handingChoices(worker, { requestId, but: null }))).toBe('not-found');
	});
	test('assigned by one while another takes it: one has it, and the other is told', async () => {
		const another = await world.hire(['professional']);
		for (let i = 0; i < 15; i += 1) {
			const { requestId } = await sentRequest(world);
			const results = await Promise.all([
				handRequest(lead, handing(requestId)),
				takeRequest(another, { command: aCommand(), requestId }),
			]);
			expect(results.filter((one) => one.ok)).toHaveLength(1);
			expect(results.map(problemOf).find((one) => one)).toMatch(/changed-meanwhile|already-taken/);
		}
	});
});

describe('a request that is handed on', () => {
	test('goes with all it has, its clock as it was, and keeps who had it and why it went [W2]', async () => {
		const requestId = await takenRequest(world, worker);
		const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
		good(await offerTime(worker, aTime(requestId, { time: '08:00' })));
		const before = good(await readRequest(lead, { requestId })).facts;
		const later = world.at(worker, { days: 1 });
		good(await handRequest(later, onward(requestId, { note: 'Od jutri sem na bolniški.' })));
		const { facts, course, colleagues, relation } = good(await readRequest(colleague, { requestId }));
		expect(relation).toBe('own');
		for (const kept of ['receivedAt', 'respondBy', 'respondedAt', 'aboutPerson'] as const)
			expect(facts[kept]).toEqual(before[kept]);
		expect(facts.aboutPerson).toBe(personId);
		expect(course.takings.map((one) => [colleagues.get(one.worker), one.reason, one.note, one.toAt])).toEqual([
			['Jan Vzorčni', 'illness', 'Od jutri sem na bolniški.', null],
			['Maja Vzorčna', null, '', later.at],
		]);
		expect(await onTheDayOf(worker, requestId)).toBe(false);
		expect(await onTheDayOf(colleague, requestId)).toBe(true);
	});
	test('once, however often the form is sent; not from under somebody who has it meanwhile', async () => {
		const requestId = await takenRequest(world, worker);
		const once = onward(requestId);
		good(await handRequest(lead, once));
		good(await handRequest(lead, once));
		expect(good(await readRequest(lead, { requestId })).course.takings).toHaveLength(2);
		expect(problemOf(await handRequest(lead, onward(requestId)))).toBe('changed-meanwhile');
		expect(problemOf(await handRequest(worker, onward(requestId)))).toBe('not-found');
	});
	test('asks for a reason of its own, another worker, and an open request', async () => {
		const requestId = await takenRequest(world, worker);
		expect(await handRequest(worker, onward(requestId, { reason: 'assigned' }))).toMatchObject({
			fields: [{ field: 'reason' }],
		});
		expect(await handRequest(worker, onward(requestId, { to: worker.by.workerId }))).toMatchObject({
			fields: [{ field: 'to' }],
		});
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		expect(problemOf(await handRequest(worker, onward(requestId)))).toBe('already-decided');
	});
	test('keeps the agreed time where the colleague is free, and is told where they are not [W4]', async () => {
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId, { time: '15:00' })));
		const other = await takenRequest(world, colleague);
		const theirs = aTime(other, { time: '15:15' });
		good(await offerTime(colleague, theirs));
		expect(problemOf(await handRequest(worker, onward(requestId, { keepTime: true })))).toBe('worker-busy');
		good(await offerTime(colleague, aTime(other, { time: '16:30' })));
		good(await handRequest(worker, onward(requestId, { keepTime: true })));
		const held = await database.superuser.query(
			`select h.holder_id from appointment_holder h join appointment a on a.id = h.appointment_id
			where a.request_id = $1 and h.kind = 'worker' and h.live`,
			[requestId],
		);
		expect(held.rows).toEqual([{ holder_id: colleague.by.workerId }]);
	});
	test('the note is sealed: the database holds no word of it', async () => {
		const requestId = await takenRequest(world, worker);
		good(await handRequest(worker, onward(requestId, { note: 'Beseda-ki-je-ni' })));
		const { rows } = await database.superuser.query<{ row: string }>(
			`select encode(sealed, 'escape') as row from request_handing where request_id = $1`,
			[requestId],
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]!.row).not.toContain('Beseda');
	});
});
