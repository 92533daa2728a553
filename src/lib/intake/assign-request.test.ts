import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { assignmentChoices, assignRequest, type Assignment } from './assign-request.server.ts';
import { aCommand, good, problemOf, sentRequest } from './intake.fixtures.ts';
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

const assignment = (requestId: Uuid, changes: Partial<Assignment> = {}): Assignment => ({
	command: aCommand(),
	requestId,
	to: worker.by.workerId,
	reason: 'assigned',
	note: '',
	...changes,
});
const onTheDayOf = async (act: Act<Worker>, requestId: Uuid) =>
	good(await readDay(act, { of: 'own' })).taken.rows.some((row) => row.facts.id === requestId);

describe('a request that nobody has', () => {
	test('is assigned by a coordinator or a programme lead, and stands on the colleague’s day [W2]', async () => {
		for (const by of [lead, await world.hire(['programme-lead'])]) {
			const { requestId } = await sentRequest(world);
			good(await assignRequest(by, assignment(requestId)));
			expect(await onTheDayOf(worker, requestId)).toBe(true);
			expect(good(await readRequest(worker, { requestId })).relation).toBe('own');
		}
	});
	test('is assigned by nobody else, and to nobody who could not work on it', async () => {
		const { requestId } = await sentRequest(world);
		expect(problemOf(await assignRequest(worker, assignment(requestId, { to: colleague.by.workerId })))).toBe(
			'not-found',
		);
		const elsewhere = await world.hire(['professional'], { team: await world.anotherTeam() });
		const volunteer = await world.hire(['volunteer']);
		for (const { by } of [elsewhere, volunteer])
			expect(await assignRequest(lead, assignment(requestId, { to: by.workerId }))).toMatchObject({
				fields: [{ field: 'to', problem: 'choose-one' }],
			});
		const offered = good(await assignmentChoices(lead, { requestId })).map((one) => one.id);
		expect(offered.toSorted()).toEqual([lead, worker, colleague].map((one) => one.by.workerId).toSorted());
		expect(problemOf(await assignmentChoices(worker, { requestId }))).toBe('not-found');
	});
	test('assigned by one while another takes it: one has it, and the other is told', async () => {
		const another = await world.hire(['professional']);
		for (let i = 0; i < 15; i += 1) {
			const { requestId } = await sentRequest(world);
			const results = await Promise.all([
				assignRequest(lead, assignment(requestId)),
				takeRequest(another, { command: aCommand(), requestId }),
			]);
			expect(results.filter((one) => one.ok)).toHaveLength(1);
			expect(results.map(problemOf).find((one) => one)).toMatch(/changed-meanwhile|already-taken/);
		}
	});
	test('is assigned once, however often the form is sent, with a sealed note; and not once somebody has it', async () => {
		const { requestId } = await sentRequest(world);
		const once = assignment(requestId, { reason: 'language', note: 'Beseda-ki-je-ni' });
		good(await assignRequest(lead, once));
		good(await assignRequest(lead, once));
		const { course } = good(await readRequest(worker, { requestId }));
		expect(course.takings).toMatchObject([
			{
				worker: worker.by.workerId,
				by: lead.by.workerId,
				reason: 'language',
				note: 'Beseda-ki-je-ni',
				handedOver: false,
			},
		]);
		expect(problemOf(await assignRequest(lead, assignment(requestId, { to: colleague.by.workerId })))).toBe(
			'changed-meanwhile',
		);
		const { rows } = await database.superuser.query<{ row: string }>(
			`select encode(sealed, 'escape') as row from request_handing where request_id = $1`,
			[requestId],
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]!.row).not.toContain('Beseda');
		const entries = await database.superuser.query(
			`select 1 from journal where action = 'request.assigned' and record_id = $1`,
			[once.command],
		);
		expect(entries.rowCount).toBe(2);
	});
	test('is not assigned once it is declined', async () => {
		const { requestId } = await sentRequest(world);
		good(await takeRequest(worker, { command: aCommand(), requestId }));
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		expect(problemOf(await assignRequest(lead, assignment(requestId)))).toBe('already-decided');
	});
});
