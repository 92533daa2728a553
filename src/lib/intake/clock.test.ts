import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, timeOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { isHoliday } from '#lib/kernel/holidays.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { aCommand, aTalk, aTime, good, sentRequest, takenRequest } from './intake.fixtures.ts';
import { offerTime } from './offer-time.server.ts';
import { listRequests, readRequest } from './read-requests.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { awaitsAnswer, clockOf, respondBy, type Urgency } from './request.ts';
import { takeRequest } from './take-request.server.ts';

testDatabase();
const timeZone = 'Europe/Ljubljana';
const country = 'si';
const until = (urgency: Urgency, at: string) =>
	respondBy(smallDefinition(), urgency, { at: new Date(at), timeZone, country }).toISOString();

describe('by when a request is answered', () => {
	test('an urgent one by the end of the day it came, where the organisation is, also on a Sunday', () => {
		expect(until('urgent', '2026-11-23T09:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
		expect(until('urgent', '2026-11-29T20:00:00Z')).toBe('2026-11-29T23:00:00.000Z');
		// Past midnight in Ljubljana is the next day.
		expect(until('urgent', '2026-11-23T23:10:00Z')).toBe('2026-11-24T23:00:00.000Z');
	});

	test('an ordinary one in three working days: Saturdays and Sundays do not count', () => {
		expect(until('ordinary', '2026-11-23T09:00:00Z')).toBe('2026-11-26T23:00:00.000Z');
		expect(until('ordinary', '2026-11-26T09:00:00Z')).toBe('2026-12-01T23:00:00.000Z');
		expect(until('ordinary', '2026-11-28T09:00:00Z')).toBe('2026-12-02T23:00:00.000Z');
		expect(until('ordinary', '2026-11-29T09:00:00Z')).toBe('2026-12-02T23:00:00.000Z');
	});

	test('holidays of the organisation’s country do not count', () => {
		expect(until('ordinary', '2026-12-23T09:00:00Z')).toBe('2026-12-29T23:00:00.000Z');
		const at = new Date('2026-12-23T09:00:00Z');
		const inCzechia = respondBy(smallDefinition(), 'ordinary', { at, timeZone: 'Europe/Prague', country: 'cz' });
		expect(inCzechia.toISOString()).toBe('2026-12-30T23:00:00.000Z');
		// An urgent one is answered the same day, whatever day it is.
		expect(until('urgent', '2026-12-25T09:00:00Z')).toBe('2026-12-25T23:00:00.000Z');
	});

	test('a day is a day also when the clocks change', () => {
		expect(until('ordinary', '2026-10-22T09:00:00Z')).toBe('2026-10-27T23:00:00.000Z');
		expect(until('urgent', '2026-03-29T00:30:00Z')).toBe('2026-03-29T22:00:00.000Z');
	});

	test('it is always midnight there, never before it came, and so many working days are between', () => {
		const aMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(aMoment, fc.integer({ min: 0, max: 10 }), (at, days) => {
				const clock = { urgentWorkingDays: 0, ordinaryWorkingDays: days };
				const by = respondBy(smallDefinition({ clock }), 'ordinary', { at, timeZone, country });
				expect(timeOf(by, timeZone)).toBe('00:00');
				expect(by > at).toBe(true);
				expect(workingDaysAfter(dayOf(at, timeZone), dayOf(new Date(by.getTime() - 1), timeZone))).toBe(days);
			}),
		);
	});
});

const isWorkingDay = (day: CalendarDay) =>
	![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !isHoliday(day, country);

function workingDaysAfter(first: CalendarDay, last: CalendarDay): number {
	let counted = 0;
	for (let ms = Date.parse(first) + 86_400_000; ms <= Date.parse(last); ms += 86_400_000)
		if (isWorkingDay(new Date(ms).toISOString().slice(0, 10) as CalendarDay)) counted += 1;
	return counted;
}

test('the clock tells how near the end is', () => {
	const request = { respondBy: new Date('2026-11-26T23:00:00Z') };
	const at = (text: string) => clockOf(request, new Date(text));
	expect([at('2026-11-25T22:00:00Z'), at('2026-11-25T23:00:01Z'), at('2026-11-26T23:00:00Z')]).toEqual([
		'far',
		'near',
		'over',
	]);
});

describe('the clock stops at the first answer', () => {
	const respondedAt = async (worker: Parameters<typeof readRequest>[0], requestId: Parameters<typeof aTalk>[1]) =>
		good(await readRequest(worker, { requestId })).facts;

	test('which is the time that was offered; a later one does not move it', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		expect(awaitsAnswer(await respondedAt(worker, requestId))).toBe(true);
		const [first, second] = [world.at(worker, { minutes: 30 }), world.at(worker, { minutes: 90 })];
		good(await offerTime(first, aTime(requestId)));
		good(await offerTime(second, aTime(requestId, { time: '15:00' })));
		const facts = await respondedAt(worker, requestId);
		expect([facts.respondedAt, awaitsAnswer(facts)]).toEqual([first.at, false]);
	});

	test('or the talk, or the end of the request', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const talked = await takenRequest(world, worker);
		good(await recordTalk(worker, aTalk(worker, talked)));
		expect((await respondedAt(worker, talked)).respondedAt).toEqual(worker.at);
		const declined = await takenRequest(world, worker);
		good(await declineRequest(worker, { requestId: declined, reason: 'no-capacity', note: '' }));
		expect(awaitsAnswer(await respondedAt(worker, declined))).toBe(false);
	});

	test('taking a request is no answer', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		expect(awaitsAnswer(await respondedAt(worker, await takenRequest(world, worker)))).toBe(true);
	});
});

test('the queue shows what has to be answered first, then what came first, page after page [W2]', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const [ordinary, urgent, later] = [
		await sentRequest(world, { urgency: 'ordinary' }),
		await sentRequest(world, { urgency: 'urgent' }),
		await sentRequest(world, { urgency: 'ordinary' }),
	];
	const queue = async () => good(await listRequests(worker, { view: 'waiting' })).rows.map((row) => row.facts.id);
	const sorted = [ordinary.requestId, later.requestId].toSorted();
	expect(await queue()).toEqual([urgent.requestId, ...sorted]);
	good(await takeRequest(worker, { command: aCommand(), requestId: urgent.requestId }));
	expect(await queue()).toEqual(sorted);
	const mine = good(await listRequests(worker, { view: 'mine' })).rows;
	expect(mine.map((row) => [row.facts.id, row.takenBy])).toEqual([[urgent.requestId, 'Vida Zgledna']]);
});
