import { beforeAll, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { activeCase, aCommand, good, plannedSteps, today } from './intake.fixtures.ts';
import { readDay, type Day } from './read-day.server.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
	world = await aWorld();
});

const day = async (act: Act<Worker>): Promise<Day> => good(await readDay(act, { of: 'own' }));
const inDays = (days: number): CalendarDay => addDays(today(world), days);
const due = (seen: Day, caseId: Uuid) =>
	seen.deadlines.rows.filter((one) => one.caseId === caseId).map(({ kind, on, text }) => ({ kind, on, text }));

test('a step of the plan is shown from a week before its day until it is done, in its own words [W1]', async () => {
	const worker = await world.hire(['professional']);
	const { caseId } = await activeCase(world, worker);
	const steps = [
		{ text: 'Večerni sprehod', byOn: inDays(7) },
		{ text: 'Klic k zdravnici', byOn: inDays(-1) },
		{ text: 'Pozneje', byOn: inDays(8) },
		{ text: 'Brez roka', byOn: null },
	];
	await plannedSteps(worker, caseId, steps);
	const shown = [
		{ kind: 'step', on: inDays(-1), text: 'Klic k zdravnici' },
		{ kind: 'step', on: inDays(7), text: 'Večerni sprehod' },
	];
	expect(due(await day(worker), caseId)).toEqual(shown);
	await database.superuser.query(
		`insert into step_done (organisation_id, case_id, step_id, done_on, recorded_by)
		select organisation_id, case_id, step_id, by_on, $2 from plan_step where case_id = $1 and by_on = $3`,
		[caseId, worker.by.workerId, inDays(-1)],
	);
	expect(due(await day(worker), caseId)).toEqual(shown.slice(1));
});

test('the next review comes two weeks before its day, and the one said at the last review counts [W1]', async () => {
	const act = await world.hire(['professional']);
	const { caseId } = await activeCase(world, act);
	const review = (nextOn: CalendarDay) => ({
		command: aCommand(),
		caseId,
		on: today(world),
		ownViews: new Map(),
		note: '',
		nextOn,
		renewedUntil: undefined,
	});
	good(await reviewCase(act, review(inDays(15))));
	expect(due(await day(act), caseId)).toEqual([]);
	expect(due(await day(world.at(act, { days: 1 })), caseId)).toEqual([{ kind: 'review', on: inDays(15), text: '' }]);
	good(await reviewCase(world.at(act, { minutes: 5 }), review(inDays(3))));
	expect(due(await day(act), caseId)).toEqual([{ kind: 'review', on: inDays(3), text: '' }]);
});

test('the end of the agreed period comes a month before, and a case that is not active has no deadlines [W1]', async () => {
	const act = await world.hire(['professional']);
	const { caseId } = await activeCase(world, act);
	await database.superuser.query('update agreement set to_on = $2 where case_id = $1', [caseId, inDays(30)]);
	expect(due(await day(act), caseId)).toEqual([{ kind: 'period-end', on: inDays(30), text: '' }]);
	expect(due(await day(world.at(act, { days: -1 })), caseId)).toEqual([]);
	await database.superuser.query('begin');
	await database.superuser.query('update case_ set active_from = null where id = $1', [caseId]);
	await database.superuser.query('update case_active_period set to_on = from_on where case_id = $1', [caseId]);
	await database.superuser.query('commit');
	expect(due(await day(act), caseId)).toEqual([]);
});

test('the soonest are shown, all of them counted, and all shown to whoever asks for all [W1]', async () => {
	const act = await world.hire(['professional']);
	const { caseId } = await activeCase(world, act);
	await plannedSteps(
		act,
		caseId,
		Array.from({ length: 12 }, (_, i) => ({ text: `Korak ${i}`, byOn: inDays(6 - i) })),
	);
	const { deadlines } = await day(act);
	expect(deadlines.rows.map((one) => one.on)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2].map(inDays));
	expect(deadlines.count).toBe(12);
	const all = good(await readDay(act, { of: 'own', allDeadlines: true })).deadlines;
	expect([all.rows.length, all.count]).toEqual([12, 12]);
});
