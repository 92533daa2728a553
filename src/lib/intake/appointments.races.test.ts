import { describe, expect, test, vi } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aRequest, aTime, good, holderOf, problemOf, sentRequest, someWords, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { answerOwnAppointment } from './own-request.server.ts';
import { codeOf, enterRequest } from './receive-request.server.ts';
import { readRequest } from './read-requests.server.ts';

vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const RACES = atSize(30, 1_000);
const database = testDatabase();

const HELD = `select count(*)::int as n from appointment_holder where kind = $1 and holder_id = $2 and live`;
async function held(kind: string, holder: Uuid): Promise<number> {
	return (await database.superuser.query(HELD, [kind, holder])).rows[0].n as number;
}

/** A request that a worker wrote down, about somebody who is known from before when `person` says so. */
async function writtenDown(worker: Act<Worker>, person?: Uuid): Promise<{ requestId: Uuid; person: Uuid }> {
	const text = someWords({ name: 'Zala Vzorčnik', phone: '041 000 321', email: '' });
	const { requestId } = good(await enterRequest(worker, aRequest({ text })));
	const { personId } = good(await linkPerson(worker, { requestId, personId: person }));
	return { requestId, person: personId };
}

describe('a worker is in one place at a time', () => {
	test('a time that overlaps another of theirs is refused; one that begins when the other ends is not', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const request = () => takenRequest(world, worker);
		good(await offerTime(worker, aTime(await request(), { time: '10:00', minutes: 45 })));
		for (const [time, minutes] of [
			['10:00', 45],
			['10:44', 10],
			['09:30', 31],
			['09:00', 300],
		] as const)
			expect(problemOf(await offerTime(worker, aTime(await request(), { time, minutes }))), time).toBe('worker-busy');
		good(await offerTime(worker, aTime(await request(), { time: '10:45' })));
		good(await offerTime(worker, aTime(await request(), { time: '09:15' })));
	});

	test('two times offered by one worker at the same instant: one stands, the other is told', async () => {
		const world = await aWorld();
		for (let i = 0; i < RACES; i += 1) {
			const worker = await world.hire(['professional']);
			const requests = [await takenRequest(world, worker), await takenRequest(world, worker)];
			const results = await Promise.all(requests.map((requestId) => offerTime(worker, aTime(requestId))));
			expect(results.map(problemOf).toSorted()).toEqual(['worker-busy', undefined]);
			expect(await held('worker', worker.by.workerId)).toBe(1);
		}
	});

	test('the database refuses an overlap, whoever writes it', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		good(await offerTime(worker, aTime(await takenRequest(world, worker), { time: '10:00' })));
		const second = aTime(await takenRequest(world, worker), { time: '12:00' });
		good(await offerTime(worker, second));
		await expect(
			database.superuser.query(
				`update appointment set starts_at = '2026-11-24T09:30:00Z', ends_at = '2026-11-24T10:00:00Z' where id = $1`,
				[second.command],
			),
		).rejects.toThrow('holder_is_free');
	});
});

describe('a person is in one place at a time', () => {
	test('two workers offer one person the same time in two of their requests: the second is refused', async () => {
		const world = await aWorld();
		const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
		const first = await writtenDown(worker);
		const second = await writtenDown(colleague, first.person);
		expect(second.person).toBe(first.person);
		good(await offerTime(worker, aTime(first.requestId)));
		expect(problemOf(await offerTime(colleague, aTime(second.requestId, { time: '10:30' })))).toBe('person-busy');
		good(await offerTime(colleague, aTime(second.requestId, { time: '11:00' })));
	});

	test('raced: one of the two times stands', async () => {
		const world = await aWorld();
		const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
		const first = await writtenDown(worker);
		const second = await writtenDown(colleague, first.person);
		for (let i = 0; i < RACES; i += 1) {
			const at = { on: `2027-01-${String(1 + (i % 28)).padStart(2, '0')}` as never };
			const results = await Promise.all([
				offerTime(worker, aTime(first.requestId, at)),
				offerTime(colleague, aTime(second.requestId, at)),
			]);
			expect(results.filter((one) => one.ok)).toHaveLength(1);
			expect(['worker-busy', 'person-busy']).toContain(results.map(problemOf).find((one) => one !== undefined));
			expect(await held('person', first.person)).toBe(1);
			await database.superuser.query(
				`update appointment set state = 'cancelled', cancelled_by = 'organisation' where state = 'offered'`,
			);
		}
	});

	test('a time offered before it was known who it is for takes up that person’s time from then on', async () => {
		const world = await aWorld();
		const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
		const { requestId, person } = await writtenDown(worker);
		good(await offerTime(worker, aTime(requestId)));
		const text = someWords({ name: 'Zala Vzorčnik', phone: '041 000 321', email: '' });
		const other = good(await enterRequest(colleague, aRequest({ text }))).requestId;
		good(await offerTime(colleague, aTime(other, { time: '10:15' })));
		const link = () => linkPerson(colleague, { requestId: other, personId: person });
		expect(problemOf(await link())).toBe('person-busy');
		good(await offerTime(colleague, aTime(other, { time: '14:00' })));
		good(await link());
		expect(await held('person', person)).toBe(2);
	});
});

describe('an offered time is answered with the code', () => {
	async function offered() {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		const time = aTime(requestId);
		good(await offerTime(worker, time));
		return { world, worker, requestId, appointmentId: time.command, holder: await holderOf(world, codeOf(requestId)) };
	}
	test('accepted: it stands, both have their time held, and it can only be cancelled', async () => {
		const { worker, requestId, appointmentId, holder } = await offered();
		good(await answerOwnAppointment(holder, { appointmentId, answer: 'accepted' }));
		expect(good(await readRequest(worker, { requestId })).appointments.map((one) => one.state)).toEqual(['accepted']);
		for (const answer of ['accepted', 'declined', 'another-asked'] as const)
			expect(problemOf(await answerOwnAppointment(holder, { appointmentId, answer }))).toBe('already-answered');
		expect(await held('worker', worker.by.workerId)).toBe(1);
		good(await answerOwnAppointment(holder, { appointmentId, answer: 'cancelled' }));
		expect(await held('worker', worker.by.workerId)).toBe(0);
	});

	test.each(['declined', 'another-asked'] as const)(
		'%s: the worker sees it, and the time is free for others',
		async (answer) => {
			const { world, worker, requestId, appointmentId, holder } = await offered();
			good(await answerOwnAppointment(holder, { appointmentId, answer }));
			expect(good(await readRequest(worker, { requestId })).appointments.map((one) => one.state)).toEqual([answer]);
			good(await offerTime(worker, aTime(await takenRequest(world, worker))));
		},
	);

	test('another time replaces the one that stood, and the old one can no longer be answered', async () => {
		const { worker, requestId, appointmentId, holder } = await offered();
		good(await offerTime(worker, aTime(requestId, { time: '10:15' })));
		expect(
			good(await readRequest(worker, { requestId }))
				.appointments.map((one) => one.state)
				.toSorted(),
		).toEqual(['moved', 'offered']);
		expect(problemOf(await answerOwnAppointment(holder, { appointmentId, answer: 'accepted' }))).toBe(
			'already-answered',
		);
		expect(await held('worker', worker.by.workerId)).toBe(1);
	});

	test('a time that has come, one of somebody else’s request, and one that was only offered and not accepted', async () => {
		const { world, appointmentId, holder } = await offered();
		const late = world.at(holder, { days: 2 });
		expect(problemOf(await answerOwnAppointment(late, { appointmentId, answer: 'accepted' }))).toBe('already-decided');
		const stranger = await holderOf(world, (await sentRequest(world)).code);
		expect(problemOf(await answerOwnAppointment(stranger, { appointmentId, answer: 'accepted' }))).toBe('not-found');
		expect(problemOf(await answerOwnAppointment(holder, { appointmentId, answer: 'cancelled' }))).toBe(
			'already-decided',
		);
	});

	test('accepted and declined at once, from two telephones: one answer stands', async () => {
		for (let i = 0; i < 10; i += 1) {
			const { worker, requestId, appointmentId, holder } = await offered();
			const answers = ['accepted', 'declined'] as const;
			const results = await Promise.all(
				answers.map((answer) => answerOwnAppointment(holder, { appointmentId, answer })),
			);
			expect(results.map(problemOf).toSorted()).toEqual(['already-answered', undefined]);
			const stands = answers[results.findIndex((one) => one.ok)];
			expect(good(await readRequest(worker, { requestId })).appointments[0]!.state).toBe(stands);
		}
	});

	test('no time in the past is offered, and none that the programme does not have', async () => {
		const { worker, requestId } = await offered();
		expect(await offerTime(worker, aTime(requestId, { on: '2026-11-23' as never, time: '09:00' }))).toMatchObject({
			fields: [{ field: 'on', problem: 'not-in-the-future' }],
		});
		expect(await offerTime(worker, aTime(requestId, { mode: 'field' as never }))).toMatchObject({
			fields: [{ field: 'mode' }],
		});
		expect(await offerTime(worker, aTime(requestId, { site: 'nowhere' }))).toMatchObject({
			fields: [{ field: 'site' }],
		});
	});
});
