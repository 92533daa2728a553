import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField } from '#lib/kernel/result.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { aCase, aClosing, DAY, stateAll } from '#lib/cases/cases.fixtures.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { changeRoles } from '#lib/identity/change-worker.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { handOverCase } from './hand-over.server.ts';
import { aCommand, activeCase, good, openedCase, plannedSteps, problemOf, takenRequest } from './intake.fixtures.ts';
import { handOverHoldings, letWorkerGo, readHoldings } from './leaving-worker.server.ts';
import { readRequest } from './read-requests.server.ts';

const RACES = Number(process.env.OPORA_RACES ?? 20);
const database = testDatabase();
let world: World;
let [administrator, one, two] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld([
		smallDefinition(),
		{ ...smallDefinition(), key: 'pair', team: { ...smallDefinition().team, minimum: 2 } },
	]);
	administrator = await world.hire(['administrator']);
	one = await world.hire(['professional'], { name: 'Ciril Domišljen' });
	two = await world.hire(['professional'], { name: 'Vida Zgledna' });
});

const TERMS = {
	kind: 'for-good',
	reason: 'departure',
	from: undefined,
	to: undefined,
	agreement: 'agreed',
	note: '',
	withDrafts: false,
} as const;
const handedOn = (leaving: Act<Worker>, to: Readonly<Record<Uuid, Uuid>>) => ({
	command: aCommand(),
	workerId: leaving.by.workerId,
	reason: 'departure' as const,
	to,
});

describe('a worker who leaves', () => {
	test('is shown with everything they hold, and each thing goes to a colleague of its own, in one go [W3]', async () => {
		const leaving = await world.hire(['professional'], { name: 'Maja Vzorčna' });
		const { caseId } = await activeCase(world, leaving);
		await plannedSteps(leaving, caseId, [{ text: 'Sprehod', byOn: null }]);
		const requestId = await takenRequest(world, leaving);
		const before = good(await readHoldings(administrator, { workerId: leaving.by.workerId }));
		expect(before.holdings.cases.map((held) => [held.row.facts.id, held.role, held.steps])).toEqual([
			[caseId, 'key-worker', 1],
		]);
		expect(before.holdings.requests.map((held) => held.facts.id)).toEqual([requestId]);
		expect(before.colleagues.map((colleague) => colleague.id)).not.toContain(leaving.by.workerId);
		expect(await letWorkerGo(administrator, { workerId: leaving.by.workerId })).toEqual(
			refuse('has-open-work', { count: 2 }),
		);
		const to = { [caseId]: one.by.workerId, [requestId]: two.by.workerId };
		expect(await handOverHoldings(administrator, handedOn(leaving, to))).toEqual(ok());
		expect(good(await readCasePage(one, { caseId })).relation).toBe('own');
		expect(good(await readRequest(two, { requestId })).facts.takenBy).toBe(two.by.workerId);
		const after = good(await readHoldings(administrator, { workerId: leaving.by.workerId }));
		expect([after.holdings.cases, after.holdings.requests, after.handovers.length]).toEqual([[], [], 2]);
		expect(await letWorkerGo(administrator, { workerId: leaving.by.workerId })).toEqual(ok());
	});

	test('may go although they once carried cases that are closed, and nothing is theirs any more [W3]', async () => {
		const leaving = await world.hire(['professional']);
		const { caseId } = await activeCase(world, leaving);
		good(await closeCase(leaving, aClosing(caseId)));
		expect(await letWorkerGo(administrator, { workerId: leaving.by.workerId })).toEqual(ok());
		const { rows } = await database.superuser.query(
			'select 1 from access.grant_ where worker_id = $1 and to_at is null',
			[leaving.by.workerId],
		);
		expect(rows).toEqual([]);
	});

	test('hands over nothing at all when one of the things cannot go where it was to go [W3]', async () => {
		const leaving = await world.hire(['professional']);
		const [first, second] = [await openedCase(world, leaving), await openedCase(world, leaving)];
		const advocate = await world.hire(['advocate']);
		const to = { [first.caseId]: one.by.workerId, [second.caseId]: advocate.by.workerId };
		expect(await handOverHoldings(administrator, handedOn(leaving, to))).toEqual(
			refuseField(`to-${second.caseId}`, 'choose-one'),
		);
		expect((await readCasePage(leaving, { caseId: first.caseId })).ok).toBe(true);
		expect(problemOf(await handOverHoldings(administrator, handedOn(leaving, {})))).toBe('fields');
	});

	test('is let go by nobody but an administrator, and with open cases not even behind the back of the product [W3]', async () => {
		const leaving = await world.hire(['professional']);
		const { caseId } = await openedCase(world, leaving);
		const coordinator = await world.hire(['coordinator']);
		const { workerId } = leaving.by;
		expect(problemOf(await readHoldings(coordinator, { workerId }))).toBe('not-found');
		expect(problemOf(await handOverHoldings(coordinator, handedOn(leaving, { [caseId]: one.by.workerId })))).toBe(
			'not-found',
		);
		const end = () => database.superuser.query('update worker set left_at = now() where id = $1', [workerId]);
		await expect(end()).rejects.toThrow('still has open cases');
		good(await handOverHoldings(administrator, handedOn(leaving, { [caseId]: one.by.workerId })));
		await expect(end()).resolves.toMatchObject({ rowCount: 1 });
	});

	test('is handed nothing in the same moment: whoever was first is obeyed, and no open case is left with nobody [W3]', async () => {
		for (let i = 0; i < RACES; i += 1) {
			const leaving = await world.hire(['professional']);
			const { caseId } = await openedCase(world, one);
			const [gone, handed] = await Promise.all([
				letWorkerGo(administrator, { workerId: leaving.by.workerId }),
				handOverCase(one, {
					command: aCommand(),
					caseId,
					fromWorker: one.by.workerId,
					toWorker: leaving.by.workerId,
					terms: TERMS,
				}),
			]);
			expect([gone.ok, handed.ok].filter(Boolean)).toHaveLength(1);
			const { rows } = await database.superuser.query<{ left: boolean }>(
				`select w.left_at is not null as left from case_worker c join worker w on w.id = c.worker_id
				where c.case_id = $1 and c.to_at is null`,
				[caseId],
			);
			expect(rows).toEqual([{ left: false }]);
		}
	});
});

describe('the team minimum', () => {
	test('is never broken: two who carry a case together hand it over in the same moment, and two still carry it [W3, D4]', async () => {
		const third = await world.hire(['professional']);
		for (let i = 0; i < RACES; i += 1) {
			const caseId = await aPairsCase();
			const pass = (from: Act<Worker>, to: Act<Worker>) =>
				handOverCase(from, {
					command: aCommand(),
					caseId,
					fromWorker: from.by.workerId,
					toWorker: to.by.workerId,
					terms: TERMS,
				});
			await Promise.all([pass(one, third), pass(two, third)]);
			const { rows } = await database.superuser.query(
				'select distinct worker_id from case_worker where case_id = $1 and to_at is null',
				[caseId],
			);
			expect(rows).toHaveLength(2);
		}
	});

	test('is held by the database too: nobody is taken off such a case without somebody in their place [W3, D4]', async () => {
		const caseId = await aPairsCase();
		await expect(
			database.superuser.query(`update case_worker set to_at = '2026-11-24' where case_id = $1 and worker_id = $2`, [
				caseId,
				two.by.workerId,
			]),
		).rejects.toThrow('fewer workers than its programme asks for');
	});
});

describe('a role', () => {
	test('nobody who works here is left without one, in the product or in the database', async () => {
		const worker = await world.hire(['professional']);
		const { workerId } = worker.by;
		expect(await changeRoles(administrator, { workerId, roles: [] })).toEqual(refuseField('roles', 'choose-some'));
		await expect(
			database.superuser.query(`update access.worker_role set to_at = '2026-11-24' where worker_id = $1`, [workerId]),
		).rejects.toThrow('left without a role');
	});

	test('two administrators who each leave another of two roles leave one at least', async () => {
		for (let i = 0; i < RACES; i += 1) {
			const worker = await world.hire(['professional', 'advocate']);
			const { workerId } = worker.by;
			await Promise.all(
				(['professional', 'advocate'] as const).map((role, at) =>
					changeRoles(world.at(administrator, { minutes: at + 1 }), { workerId, roles: [role] }),
				),
			);
			const { rows } = await database.superuser.query(
				'select role from access.worker_role where worker_id = $1 and to_at is null',
				[workerId],
			);
			expect(rows).toHaveLength(1);
		}
	});
});

/** An active case of a programme that asks for two workers. */
async function aPairsCase(): Promise<Uuid> {
	const definition = { ...smallDefinition(), key: 'pair' };
	const of = await aCase(world, one, { definition });
	await stateAll(one, of);
	await database.superuser.query(
		`insert into case_worker (organisation_id, case_id, worker_id, role, from_at) values ($1, $2, $3, 'second-worker', $4)`,
		[world.organisationId, of.caseId, two.by.workerId, world.now],
	);
	await database.superuser.query(
		`insert into access.grant_ (organisation_id, worker_id, subject_id, relation, from_at) values ($1, $2, $3, 'own', $4)`,
		[world.organisationId, two.by.workerId, of.caseId, world.now],
	);
	await database.superuser.query('update case_ set team_min = 2 where id = $1', [of.caseId]);
	good(await activateCase(one, { caseId: of.caseId, from: DAY }));
	return of.caseId;
}
