import { expect, test } from 'vitest';
import { good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from './activate-case.server.ts';
import { aCase, anActiveCase, DAY, stateAll } from './cases.fixtures.ts';
import { peopleOfOwnCases } from './list-cases.server.ts';

const database = testDatabase();

test('who is in one’s own active cases, whom one met last first; nobody of a case that is another’s or not active; the names are journaled', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
	const [early, late] = [await anActiveCase(world, worker), await anActiveCase(world, worker)];
	const [waiting, others] = [await aCase(world, worker), await anActiveCase(world, colleague)];
	const ago = (days: number) => ({ startedAt: new Date(worker.at.getTime() - days * 24 * 60 * 60_000) });
	good(await recordMeeting(worker, aMeeting(worker, early.caseId, ago(9))));
	good(await recordMeeting(worker, aMeeting(worker, late.caseId, ago(2))));
	const found = good(await peopleOfOwnCases(worker, 12));
	expect(found.map((one) => one.id)).toEqual([...late.people, ...early.people]);
	expect(found.map((one) => one.case.id)).toEqual([late.caseId, early.caseId]);
	const { rows } = await database.superuser.query<{ subject_ids: string[] }>(
		"select subject_ids from journal where action = 'case.listed' and actor_id = $1",
		[worker.by.workerId],
	);
	expect(rows.map((row) => new Set(row.subject_ids))).toEqual([
		new Set([late.caseId, ...late.people, early.caseId, ...early.people]),
	]);
	for (const { people } of [waiting, others]) expect(rows[0]!.subject_ids).not.toContain(people[0]);
	const family = await aCase(world, worker, { members: 3 });
	for (const person of family.people) await stateAll(worker, { caseId: family.caseId, people: [person] });
	good(await activateCase(worker, { caseId: family.caseId, from: DAY }));
	good(await recordMeeting(worker, aMeeting(worker, family.caseId, ago(1))));
	const two = good(await peopleOfOwnCases(worker, 2)).map((one) => one.id);
	expect([two.length, two.filter((id) => family.people.includes(id)).length]).toEqual([2, 2]);
	const { rows: last } = await database.superuser.query<{ subject_ids: string[] }>(
		"select subject_ids from journal where action = 'case.listed' and actor_id = $1 and $2 = any(subject_ids)",
		[worker.by.workerId, family.caseId],
	);
	expect(new Set(last.flatMap((row) => row.subject_ids)), 'whose name was not shown is not said to have been').toEqual(
		new Set([family.caseId, ...two]),
	);
	const administrator = await world.hire(['administrator']);
	expect(problemOf(await peopleOfOwnCases(administrator, 12))).toBe('not-found');
});
