import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { ACCESS, accessLines, ACTIONS } from '#lib/access/access-table.ts';
import { relationTo, screenOff } from '#lib/access/access.server.ts';
import { readAccess } from '#lib/identity/read-access.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { good, sentRequest, takenRequest } from './intake.fixtures.ts';

const database = testDatabase();
let world: World;
let [ada, vida] = [] as unknown as [Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	ada = await world.hire(['administrator'], { team: null, name: 'Ada Vzorčna' });
	vida = await world.hire(['professional'], { name: 'Vida Zgledna' });
});

const chosen = async (by: Act<Worker>, of: Act<Worker>) =>
	good(await readAccess(by, { worker: of.by.workerId })).chosen!;

describe('the table of access as people read it', () => {
	test('is the table that decides: every act, every role, every relation', () => {
		const lines = accessLines(ROLES);
		expect(lines.map((line) => line.action)).toEqual(ACTIONS);
		for (const line of lines)
			for (const { role, relations } of line.roles) expect(relations).toEqual(ACCESS[role][line.action] ?? []);
		expect(lines.find((line) => line.action === 'case.list')!.needsNoSubject).toBe(true);
		expect(lines.find((line) => line.action === 'person.read')!.needsNoSubject).toBe(false);
	});

	test('narrows to one role, and then to what that role may do at all; and to one act', () => {
		const volunteer = accessLines(ROLES, { role: 'volunteer' });
		expect(volunteer.map((line) => line.action)).toEqual(['desk.enter']);
		expect(volunteer[0]!.roles.map((one) => one.role)).toEqual(['volunteer']);
		const closing = accessLines(ROLES, { action: 'case.close' });
		expect(closing).toHaveLength(1);
		expect(closing[0]!.roles.map((one) => one.role)).toEqual(ROLES);
	});
});

describe('what one worker may open', () => {
	test('is counted by relation, agrees with each relation asked singly, and says whether the roles open it', async () => {
		const own = await takenRequest(world, vida);
		const ids = [own];
		for (let i = 0; i < 2; i += 1) ids.push((await sentRequest(world)).requestId);
		good(await lookUp(vida, async (tx) => ok(await screenOff(tx, vida.by.workerId, ids[2]!))));
		const singly = await Promise.all(ids.map((id) => lookUp(vida, async (tx) => ok(await relationTo(tx, id)))));
		expect(singly.map((one) => good(one))).toEqual(['own', 'team', 'screened']);
		const { reach, roles, teams } = await chosen(ada, vida);
		expect(roles).toEqual(['professional']);
		expect(teams.map((team) => team.name)).toEqual(['Ekipa']);
		expect(
			reach.filter((one) => one.kind === 'request').toSorted((a, b) => a.relation.localeCompare(b.relation)),
		).toEqual([
			{ kind: 'request', relation: 'own', count: 1, opens: true },
			{ kind: 'request', relation: 'screened', count: 1, opens: false },
			{ kind: 'request', relation: 'team', count: 1, opens: true },
		]);
		const administrators = (await chosen(ada, ada)).reach;
		expect(administrators.every((one) => !one.opens)).toBe(true);
		expect(administrators.find((one) => one.kind === 'request')).toMatchObject({ relation: 'other-team', count: 3 });
	});

	test('is shown to administrators and to the person in charge of data protection only, of their own organisation, and journaled', async () => {
		for (const role of ROLES) {
			const somebody = await world.hire([role]);
			const may = role === 'administrator' || role === 'data-protection-officer';
			expect((await readAccess(somebody, { worker: vida.by.workerId })).ok, role).toBe(may);
		}
		const elsewhere = await (await aWorld()).hire(['administrator']);
		expect(await readAccess(elsewhere, { worker: vida.by.workerId })).toMatchObject({ problem: 'not-found' });
		await chosen(ada, vida);
		const { rows } = await database.superuser.query(
			`select actor_id from journal where action = 'worker.listed' and subject_ids = array[$1::uuid] and actor_id = $2 limit 1`,
			[vida.by.workerId, ada.by.workerId],
		);
		expect(rows).toHaveLength(1);
	});
});
