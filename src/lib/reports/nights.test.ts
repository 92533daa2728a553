import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { momentOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { aCase } from '#lib/cases/cases.fixtures.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { handOverCase } from '#lib/intake/hand-over.server.ts';
import { FOR_GOOD } from '#lib/intake/handover.fixtures.ts';
import { aCommand, aTime, good, problemOf, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { offerTime } from '#lib/intake/offer-time.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { periodOf } from './period.ts';
import { readFigures } from './read-figures.server.ts';

// The nights of 2026 in which the clocks change: on 29 March an hour is missing, on 25 October one is there twice.
testDatabase();
const LJUBLJANA = 'Europe/Ljubljana';
const day = (text: string) => text as CalendarDay;
const at = (act: Act<Worker>, moment: string | Date): Act<Worker> => ({ ...act, at: new Date(moment) });

async function someday(now: string) {
	const world = await aWorld(undefined, new Date(now));
	const worker = await world.hire(['professional']);
	return { world, worker, lead: await world.hire(['programme-lead'], { team: null }) };
}

describe.each([
	['2026-03-29', 23],
	['2026-10-25', 25],
] as const)('the night of %s', (night, hours) => {
	const on = day(night);
	const begins = momentOf(on, '00:00', LJUBLJANA)!;
	const ends = new Date(begins.getTime() + hours * 3_600_000);
	const before = new Date(begins.getTime() - 1);

	test(`somebody stands in from its first moment to its last, which are ${hours} hours`, async () => {
		const { world, worker } = await someday(new Date(begins.getTime() - 7_200_000).toISOString());
		const next = await world.hire(['professional'], { team: null });
		const { caseId } = await aCase(world, worker);
		const terms = { ...FOR_GOOD, kind: 'for-a-time', reason: 'leave', from: on, to: on } as const;
		const over = { command: aCommand(), fromWorker: worker.by.workerId, toWorker: next.by.workerId, terms };
		good(await handOverCase(worker, { ...over, caseId }));
		const reads = async (moment: Date) => (await readCasePage(at(next, moment), { caseId })).ok;
		expect(await reads(before)).toBe(false);
		expect(await reads(begins)).toBe(true);
		expect(await reads(new Date(ends.getTime() - 1))).toBe(true);
		expect(await reads(ends)).toBe(false);
	});

	test('each hour of it is a time of its own: nothing is lost, nothing stands twice', async () => {
		const { world, worker, lead } = await someday(new Date(ends.getTime() + 7_200_000).toISOString());
		const { caseId } = await aCase(world, at(worker, before));
		const count = async (year: number, quarter: number) => {
			const { figures } = good(await readFigures(lead, { programme: 'small', period: periodOf(year, quarter) }));
			return figures.find((one) => one.key === 'all-held')!.counts.get('all') ?? 0;
		};
		for (let hour = 0; hour < hours; hour += 1) {
			const startedAt = new Date(begins.getTime() + hour * 3_600_000);
			good(await recordMeeting(worker, aMeeting(worker, caseId, { startedAt, minutes: 60 })));
		}
		const { meetings } = good(await readCasePage(worker, { caseId }));
		const held = meetings.filter((one) => one.kind === 'meeting');
		expect(new Set(held.map((one) => one.startedAt.getTime())).size).toBe(hours);
		expect(held.map((one) => one.ordinal).toSorted((a, b) => a! - b!)).toEqual(
			Array.from({ length: hours }, (_, i) => i + 1),
		);
		expect(await count(2026, night === '2026-03-29' ? 1 : 4)).toBe(hours);
	});

	test('what is said after midnight is of that day, and what is to come is not of the past', async () => {
		const { world, worker } = await someday(begins.toISOString());
		const { caseId, people } = await aCase(world, worker);
		const review = { caseId, note: '', nextOn: undefined, renewedUntil: undefined };
		const said = { ...review, ownViews: new Map([[people[0]!, 'Ne spim.']]) };
		good(await reviewCase(at(worker, new Date(ends.getTime() - 1)), { ...said, command: aCommand(), on }));
		expect(problemOf(await reviewCase(at(worker, before), { ...said, command: aCommand(), on }))).toBe('fields');
		const { ownViews } = good(await readCasePage(worker, { caseId }));
		expect(ownViews.map((one) => one.on)).toEqual([on]);
	});

	test('half past two is one time: offered twice, the second is told', async () => {
		const { world, worker } = await someday(new Date(begins.getTime() - 86_400_000).toISOString());
		const request = () => takenRequest(world, worker);
		good(await offerTime(worker, aTime(await request(), { on, time: '02:30', minutes: 30 })));
		const again = aTime(await request(), { on, time: '02:30', minutes: 30 });
		expect(problemOf(await offerTime(worker, again))).toBe('worker-busy');
		good(await offerTime(worker, aTime(await request(), { on, time: '05:00', minutes: 30 })));
	});
});
