import { expect, test } from 'vitest';
import { aCase } from '#lib/cases/cases.fixtures.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import { readFamily } from '#lib/cases/read-family.server.ts';
import { readPlanVersions } from '#lib/cases/read-plan-versions.server.ts';
import { good, plannedSteps } from '#lib/intake/intake.fixtures.ts';
import { readCasePage, readMeeting } from '#lib/meetings/read-case-page.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { merge } from '#lib/people/merging.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { readPrintable } from './ask-print.server.ts';

const database = testDatabase();

test('a case in which two records of one person take part is called by them once, alike on every page, and the journal tells of them', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId, people } = await aCase(world, worker, { members: 3 });
	const meeting = aMeeting(worker, caseId);
	good(await recordMeeting(worker, meeting));
	await plannedSteps(worker, caseId, []);
	const [first, second, third] = people as [typeof caseId, typeof caseId, typeof caseId];
	good(await merge(worker, [first, second]));
	const called = [
		good(await listCases(worker, {})).rows[0]!.name,
		good(await readCasePage(worker, { caseId })).name,
		good(await readMeeting(worker, { caseId, meetingId: meeting.command })).name,
		good(await readPlanVersions(worker, { caseId })).name,
		good(await readFamily(worker, { caseId })).name,
		good(await readPrintable(worker, { caseId })).name,
	];
	// Records of the same day stand in the order of their ids, which is anybody’s.
	const stay = [...new Set(people.toSorted().map((one) => (one === second ? first : one)))];
	const name = stay.map((one) => `Zala Vzorčnik ${people.indexOf(one)}`).join(', ');
	expect(called).toEqual(called.map(() => name));
	const { members } = good(await readPrintable(worker, { caseId }));
	expect(members.map((one) => one.id)).toEqual(stay);
	const { rows } = await database.superuser.query<{ action: string }>(
		`select action from journal where $1 = any (subject_ids) and $2 = any (subject_ids) and action <> 'case.opened' order by written_by`,
		[first, third],
	);
	const told = 'case.listed case.read meeting.read case.read case.family-read case.read case.read';
	expect(rows.map((row) => row.action).join(' ')).toBe(told);
});
