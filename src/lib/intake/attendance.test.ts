import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { bookAppointment, type Booking } from '#lib/meetings/book-appointment.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting, type RecordedMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { attendAppointment, readAppointment } from './attend-appointment.server.ts';
import { declineRequest } from './decide-request.server.ts';
import {
	activeCase,
	aCommand,
	aTalk,
	aTime,
	good,
	holderOf,
	problemOf,
	takenRequest,
	today,
} from './intake.fixtures.ts';
import { offerTime } from './offer-time.server.ts';
import { answerOwnAppointment } from './own-request.server.ts';
import { readDay } from './read-day.server.ts';
import { readRequest } from './read-requests.server.ts';
import { codeOf } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
	world = await aWorld();
});
const hire = () => world.hire(['professional']);
const tomorrow = (): CalendarDay => addDays(today(world), 1);
/** The day after, when what was agreed for tomorrow is over. */
const afterwards = (act: Act<Worker>) => world.at(act, { days: 2 });

const aBooking = (worker: Act<Worker>, caseId: Uuid, changes: Partial<Booking> = {}): Booking => ({
	command: aCommand(),
	caseId,
	on: tomorrow(),
	time: '10:00',
	minutes: 45,
	mode: 'phone',
	site: undefined,
	workers: [worker.by.workerId],
	instead: undefined,
	...changes,
});
async function booked(changes: Partial<Booking> = {}) {
	const worker = await hire();
	const { caseId } = await activeCase(world, worker);
	const booking = aBooking(worker, caseId, changes);
	good(await bookAppointment(worker, booking));
	return { worker, caseId, id: booking.command };
}
const appointmentsOf = async (act: Act<Worker>, caseId: Uuid) => good(await readCasePage(act, { caseId })).appointments;
const aMeeting = (worker: Act<Worker>, caseId: Uuid, changes: Partial<RecordedMeeting> = {}): RecordedMeeting => ({
	command: aCommand(),
	caseId,
	kind: 'meeting',
	startedAt: new Date(worker.at.getTime() - 90 * 60_000),
	minutes: 45,
	mode: 'phone',
	site: undefined,
	onlineReason: undefined,
	form: undefined,
	service: undefined,
	attendance: 'came',
	done: '',
	goals: [],
	...changes,
});

describe('an appointment of a case', () => {
	test('takes up the calendar of the second worker too, and stands on both days [W3, W4]', async () => {
		const [worker, second] = [await hire(), await world.hire(['coordinator'])];
		const { caseId } = await activeCase(world, worker);
		const workers = [worker.by.workerId, second.by.workerId];
		good(await bookAppointment(worker, aBooking(worker, caseId, { workers })));
		for (const act of [worker, second])
			expect(good(await readDay(act, { of: 'own' })).appointments.map((one) => one.about)).toMatchObject([
				{ case: { facts: { id: caseId } } },
			]);
		const request = await takenRequest(world, second);
		expect(problemOf(await offerTime(second, aTime(request, { on: tomorrow(), time: '10:30' })))).toBe('worker-busy');
		const other = await activeCase(world, second);
		expect(problemOf(await bookAppointment(second, aBooking(second, other.caseId, { time: '09:30' })))).toBe(
			'worker-busy',
		);
		good(await bookAppointment(second, aBooking(second, other.caseId, { time: '10:45' })));
	});
	test('of two cases booked for one worker at the same instant one stands', async () => {
		const worker = await hire();
		const cases = [await activeCase(world, worker), await activeCase(world, worker)];
		for (let i = 0; i < 10; i += 1) {
			const on = addDays(tomorrow(), 2 + i);
			const results = await Promise.all(
				cases.map(({ caseId }) => bookAppointment(worker, aBooking(worker, caseId, { on }))),
			);
			expect(results.map(problemOf).toSorted()).toEqual(['worker-busy', undefined]);
		}
	});
	test('is not booked with nobody, with a stranger, in the past, or by who may not record', async () => {
		const worker = await hire();
		const { caseId } = await activeCase(world, worker);
		const elsewhere = await world.hire(['professional'], { team: await world.anotherTeam() });
		for (const workers of [[], [elsewhere.by.workerId]])
			expect(await bookAppointment(worker, aBooking(worker, caseId, { workers }))).toMatchObject({
				fields: [{ field: 'workers' }],
			});
		expect(await bookAppointment(worker, aBooking(worker, caseId, { on: addDays(today(world), -1) }))).toMatchObject({
			fields: [{ field: 'on', problem: 'not-in-the-future' }],
		});
		expect(problemOf(await bookAppointment(elsewhere, aBooking(elsewhere, caseId)))).toBe('not-found');
	});
	test('that is moved says what replaced it, and its time is free again [W4]', async () => {
		const { worker, caseId, id } = await booked();
		const next = aBooking(worker, caseId, { time: '10:15', instead: id });
		good(await bookAppointment(worker, next));
		expect((await appointmentsOf(worker, caseId)).map((one) => [one.id, one.state, one.supersededBy])).toEqual([
			[next.command, 'accepted', null],
			[id, 'moved', next.command],
		]);
		expect(problemOf(await bookAppointment(worker, aBooking(worker, caseId, { time: '15:00', instead: id })))).toBe(
			'changed-meanwhile',
		);
	});
	test('that still stood is cancelled by the organisation when the case closes', async () => {
		const { worker, caseId } = await booked({ on: '2031-01-08' as CalendarDay });
		const closing = { command: aCommand(), caseId, closedOn: today(world), outcomes: [], note: '', goals: {} };
		good(await closeCase(worker, { ...closing, reason: 'goals-achieved' }));
		expect(await appointmentsOf(worker, caseId)).toMatchObject([{ state: 'cancelled', cancelledBy: 'organisation' }]);
	});
});

describe('how an appointment was', () => {
	test('is said once it began: came, did not come, and set right [W4]', async () => {
		const { worker, caseId, id } = await booked();
		expect(await attendAppointment(worker, { id, how: 'came' })).toMatchObject({
			fields: [{ field: 'how', problem: 'not-begun' }],
		});
		const later = afterwards(worker);
		expect(good(await readDay(later, { of: 'own' })).unrecorded.map((one) => one.id)).toEqual([id]);
		good(await attendAppointment(later, { id, how: 'did-not-come' }));
		expect((await appointmentsOf(worker, caseId))[0]!.state).toBe('missed');
		good(await attendAppointment(later, { id, how: 'came' }));
		expect((await appointmentsOf(worker, caseId))[0]!.state).toBe('kept');
		expect(good(await readDay(later, { of: 'own' })).unrecorded).toEqual([]);
		expect(problemOf(await attendAppointment(later, { id, how: 'cancelled-by-us' }))).toBe('already-decided');
	});
	test.each([
		['cancelled-by-person', 'person'],
		['cancelled-by-us', 'organisation'],
	] as const)('%s is told apart, and ends it [W4]', async (how, by) => {
		const { worker, caseId, id } = await booked();
		good(await attendAppointment(worker, { id, how }));
		expect((await appointmentsOf(worker, caseId))[0]).toMatchObject({ state: 'cancelled', cancelledBy: by });
		expect(problemOf(await attendAppointment(afterwards(worker), { id, how: 'came' }))).toBe('already-decided');
		good(await bookAppointment(worker, aBooking(worker, caseId)));
	});
	test('of a request: the same, and with the code it is the person who cancels [W4]', async () => {
		const worker = await hire();
		const requestId = await takenRequest(world, worker);
		const time = aTime(requestId, { agreed: true });
		good(await offerTime(worker, time));
		const holder = await holderOf(world, codeOf(requestId));
		good(await answerOwnAppointment(holder, { appointmentId: time.command, answer: 'cancelled' }));
		const second = aTime(requestId, { time: '12:00' });
		good(await offerTime(worker, second));
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		const { appointments } = good(await readRequest(worker, { requestId }));
		expect(new Map(appointments.map((one) => [one.id, one.cancelledBy]))).toEqual(
			new Map([
				[time.command, 'person'],
				[second.command, 'organisation'],
			]),
		);
	});
	test('a talk ends the appointment that has begun; one still to come stands [W4]', async () => {
		const worker = await hire();
		const requestId = await takenRequest(world, worker);
		good(await offerTime(worker, aTime(requestId, { agreed: true })));
		good(await recordTalk(worker, aTalk(worker, requestId)));
		const state = async () => good(await readRequest(worker, { requestId })).appointments[0]!.state;
		expect(await state()).toBe('accepted');
		good(await recordTalk(afterwards(worker), aTalk(afterwards(worker), requestId, { attendance: 'did-not-come' })));
		expect(await state()).toBe('missed');
	});
	test('is said by nobody who may not work on what it is of', async () => {
		const { worker, id } = await booked();
		for (const act of [await hire(), await world.hire(['programme-lead']), await world.hire(['volunteer'])]) {
			expect(problemOf(await readAppointment(act, { id }))).toBe('not-found');
			expect(problemOf(await attendAppointment(act, { id, how: 'cancelled-by-us' }))).toBe('not-found');
		}
		expect(good(await readAppointment(worker, { id })).appointment.state).toBe('accepted');
	});
});

describe('only what somebody came to counts', () => {
	test('a meeting recorded of an appointment keeps it, once; a missed one has no number and no minutes [W4]', async () => {
		const { worker, caseId, id } = await booked();
		const later = afterwards(worker);
		good(await recordMeeting(later, aMeeting(later, caseId, { appointmentId: id })));
		expect((await appointmentsOf(worker, caseId))[0]!.state).toBe('kept');
		expect(problemOf(await recordMeeting(later, aMeeting(later, caseId, { appointmentId: id })))).toBe(
			'already-recorded',
		);
		expect(problemOf(await attendAppointment(later, { id, how: 'did-not-come' }))).toBe('already-recorded');
		const missed = aBooking(worker, caseId, { time: '14:00' });
		good(await bookAppointment(worker, missed));
		const said = { appointmentId: missed.command, attendance: 'did-not-come' as const };
		good(await recordMeeting(later, aMeeting(later, caseId, said)));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.counted).toBe(1);
		expect(page.meetings.find((one) => one.attendance !== 'came')).toMatchObject({ minutes: 0, ordinal: null });
		expect(page.appointments.map((one) => one.state)).toEqual(['missed', 'kept']);
	});
	test('the database refuses minutes or a number of whom did not come, a meeting of a missed appointment, and going back [W4]', async () => {
		const { worker, caseId, id } = await booked();
		const later = afterwards(worker);
		good(await attendAppointment(later, { id, how: 'did-not-come' }));
		const insert = (attendance: string, minutes: number, appointment: Uuid | null) =>
			database.superuser.query(
				`insert into meeting (organisation_id, id, case_id, kind, mode, started_at, occurred_on, minutes, attendance, counts, meeting_limit, recorded_by, recorded_at, appointment_id)
				select organisation_id, gen_random_uuid(), id, 'contact', 'phone', $2, '2026-11-24', $3, $4, false, meeting_limit, opened_by, $2, $5 from case_ where id = $1`,
				[caseId, later.at, minutes, attendance, appointment],
			);
		await expect(insert('did-not-come', 45, null)).rejects.toThrow('only_who_came_takes_time');
		await expect(insert('came', 45, id)).rejects.toThrow('nobody came to that appointment');
		const other = await booked();
		await expect(insert('came', 45, other.id)).rejects.toThrow('the appointment is of something else');
		const change = (set: string) => database.superuser.query(`update appointment set ${set} where id = $1`, [id]);
		await expect(change(`state = 'accepted'`)).rejects.toThrow('the appointment has ended');
		await expect(
			database.superuser.query(`update appointment set state = 'cancelled' where id = $1`, [other.id]),
		).rejects.toThrow('cancelled_by_somebody');
		await expect(
			database.superuser.query(
				`update appointment set state = 'kept', answered_at = starts_at - interval '1 hour' where id = $1`,
				[other.id],
			),
		).rejects.toThrow('attended_once_it_began');
	});
});
