import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { aCase, aClosing, DAY } from './cases.fixtures.ts';
import { leaveCase } from './change-members.server.ts';
import { closeCase } from './close-case.server.ts';
import type { ToReport } from './reported.ts';
import { recordReported } from './reported.server.ts';

const database = testDatabase();
const GROUPS = ['children-and-adolescents', 'high-social-exclusion'];

async function aReportedCase(members = 2) {
	const world = await aWorld([skupajZmoremo]);
	const worker = await world.hire(['professional']);
	const { caseId, people } = await aCase(world, worker, { definition: skupajZmoremo, members });
	const report = (said: Partial<ToReport>, by = worker) =>
		recordReported(by, { command: aCommand(), caseId, groups: {}, goals: [], ...said });
	const reported = async () => good(await readCasePage(worker, { caseId })).reported;
	return { world, worker, caseId, people, report, reported };
}

describe('what a case is reported by', () => {
	test('each of its people belongs to target groups of their own, and they can be corrected [Z8]', async () => {
		const { people, report, reported } = await aReportedCase();
		const [child, parent] = people as [Uuid, Uuid];
		good(await report({ groups: { [child]: GROUPS, [parent]: ['mental-health-problems'] } }));
		good(await report({ groups: { [child]: GROUPS.slice(0, 1) } }));
		expect((await reported()).groups).toEqual([
			{ person: child, group: 'children-and-adolescents' },
			{ person: parent, group: 'mental-health-problems' },
		]);
	});

	test('the goals of the project it serves stand as they were ticked last [Z9]', async () => {
		const { report, reported } = await aReportedCase(1);
		const five = skupajZmoremo.projectGoals.filter((one) => !one.belongsTo).map((one) => one.key);
		expect(five).toHaveLength(5);
		good(await report({ goals: five }));
		expect((await reported()).goals).toEqual(five.toSorted());
		good(await report({ goals: ['poverty-risk'] }));
		expect((await reported()).goals).toEqual(['poverty-risk']);
	});

	test('whoever has left was helped all the same: their groups stay, and can be recorded afterwards [Z8]', async () => {
		const { worker, caseId, people, report, reported } = await aReportedCase();
		const [child, parent] = people as [Uuid, Uuid];
		good(await leaveCase(worker, { caseId, person: parent, on: DAY }));
		good(await report({ groups: { [child]: GROUPS.slice(0, 1), [parent]: ['high-social-exclusion'] } }));
		expect((await reported()).groups.map((one) => one.person)).toEqual([child, parent]);
	});

	test('nothing that the programme does not list, that belongs to tutoring, or of somebody who is not there', async () => {
		const { people, report, reported } = await aReportedCase(1);
		const other = await aReportedCase(1);
		const field = `groups-${people[0]}`;
		const refused = [
			[await report({ groups: { [people[0]!]: ['astronauts'] } }), { fields: [{ field, problem: 'choose-some' }] }],
			[await report({ goals: ['inequality-in-education'] }), { fields: [{ field: 'goals', problem: 'choose-some' }] }],
			[await report({ groups: { [other.people[0]!]: GROUPS } }), { problem: 'not-found' }],
		] as const;
		for (const [result, problem] of refused) expect(result).toMatchObject({ ok: false, ...problem });
		expect(await reported()).toEqual({ groups: [], goals: [] });
	});

	test('is recorded by whoever may change the case, while it is open, once and in the journal', async () => {
		const { world, worker, caseId, people, report, reported } = await aReportedCase(1);
		const stranger = await world.hire(['professional']);
		expect(problemOf(await report({ goals: ['poverty-risk'] }, stranger))).toBe('not-found');
		const once = { command: aCommand(), caseId, groups: { [people[0]!]: GROUPS }, goals: [] };
		good(await recordReported(worker, once));
		good(await report({ goals: ['poverty-risk'] }));
		good(await recordReported(worker, once));
		expect((await reported()).goals).toEqual(['poverty-risk']);
		const { rows } = await database.superuser.query(
			"select count(*)::int as n from journal where action = 'case.reported' and organisation_id = $1",
			[world.organisationId],
		);
		expect(rows[0]).toEqual({ n: 3 });
		good(await closeCase(worker, aClosing(caseId)));
		expect(problemOf(await report({ goals: [] }))).toBe('case-closed');
	});

	test('the database itself keeps to the list of the version the case began under', async () => {
		const { world, caseId } = await aReportedCase(1);
		const row = `insert into case_project_goal values ($1, $2, $3, '2026-11-23', $2)`;
		const put = (goal: string) => database.superuser.query(row, [world.organisationId, caseId, goal]);
		await expect(put('flying')).rejects.toMatchObject({ constraint: 'reported_as_defined' });
		await expect(put('poverty-risk')).resolves.toBeDefined();
	});
});
