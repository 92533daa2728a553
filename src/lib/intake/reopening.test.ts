import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { refuseField } from '#lib/kernel/result.ts';
import { aClosing } from '#lib/cases/cases.fixtures.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { readReplacing, reopenCase, type Reopening } from '#lib/cases/reopen-case.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, activeCase, good, problemOf } from './intake.fixtures.ts';
import { letWorkerGo } from './leaving-worker.server.ts';

const database = testDatabase();
let world: World;
let [administrator, coordinator, next] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>];
beforeAll(async () => {
	world = await aWorld();
	administrator = await world.hire(['administrator']);
	coordinator = await world.hire(['coordinator', 'professional']);
	next = await world.hire(['professional'], { name: 'Ciril Domišljen' });
});

const reopening = (caseId: Uuid, instead: Reopening['instead'] = {}): Reopening => ({
	command: aCommand(),
	caseId,
	reason: 'person-returned',
	note: '',
	instead,
});

/** A closed case whose key worker does not work here any more. */
async function ofWhoeverLeft(): Promise<{ caseId: Uuid; personId: Uuid; former: Uuid }> {
	const leaving = await world.hire(['professional'], { name: 'Maja Vzorčna' });
	const { caseId, personId } = await activeCase(world, leaving);
	good(await closeCase(leaving, aClosing(caseId)));
	good(await letWorkerGo(administrator, { workerId: leaving.by.workerId }));
	return { caseId, personId, former: leaving.by.workerId };
}

describe('a case of a worker who has left', () => {
	test('is opened again only with somebody who carries it, and names the former worker no more [W3]', async () => {
		const { caseId, personId, former } = await ofWhoeverLeft();
		const asked = good(await readReplacing(coordinator, { caseId }));
		expect(asked.gone).toEqual([{ id: former, name: 'Maja Vzorčna', role: 'key-worker' }]);
		expect(asked.colleagues.map((one) => one.id)).toContain(next.by.workerId);
		expect(asked.colleagues.map((one) => one.id)).not.toContain(former);
		expect(await reopenCase(coordinator, reopening(caseId))).toEqual(refuseField(`to-${former}`, 'choose-one'));
		expect(good(await readCasePage(coordinator, { caseId })).facts.closedOn).not.toBeNull();

		const again = reopening(caseId, { [former]: next.by.workerId });
		good(await reopenCase(coordinator, again));
		good(await reopenCase(coordinator, again));
		const page = good(await readCasePage(next, { caseId }));
		expect([page.facts.closedOn, page.relation]).toEqual([null, 'own']);
		expect(page.workers).toEqual([{ worker: next.by.workerId, role: 'key-worker' }]);
		// Whether the person agrees to the new worker is still to be asked, as at every handover.
		expect(page.handovers).toMatchObject([
			{ fromWorker: former, toWorker: next.by.workerId, reason: 'departure', agreement: 'to-be-asked' },
		]);
		const { rows } = await database.superuser.query(
			`select 1 from access.grant_ where worker_id = $1 and subject_id = $2 and relation = 'own' and to_at is null`,
			[next.by.workerId, personId],
		);
		expect(rows).toHaveLength(1);
	});

	test('goes to nobody who has left or could not carry it', async () => {
		const { caseId, former } = await ofWhoeverLeft();
		const other = await ofWhoeverLeft();
		const advocate = await world.hire(['advocate']);
		for (const to of [former, other.former, advocate.by.workerId, aCommand()])
			expect(await reopenCase(coordinator, reopening(caseId, { [former]: to }))).toEqual(
				refuseField(`to-${former}`, 'choose-one'),
			);
	});

	test('is asked about nobody where all still work here, nor is anybody told who may not open it again', async () => {
		const worker = await world.hire(['professional']);
		const { caseId } = await activeCase(world, worker);
		good(await closeCase(worker, aClosing(caseId)));
		expect(good(await readReplacing(worker, { caseId }))).toEqual({ gone: [], colleagues: [] });
		expect(problemOf(await readReplacing(next, { caseId }))).toBe('not-found');
		good(await reopenCase(worker, reopening(caseId, { [worker.by.workerId]: next.by.workerId })));
		expect(good(await readCasePage(worker, { caseId })).workers).toEqual([
			{ worker: worker.by.workerId, role: 'key-worker' },
		]);
	});

	test('leaves the place of somebody besides the key worker empty, unless somebody is named', async () => {
		const [worker, second] = [await world.hire(['professional']), await world.hire(['professional'])];
		const { caseId } = await activeCase(world, worker);
		await database.superuser.query(
			`insert into case_worker (organisation_id, case_id, worker_id, role, from_at) values ($1, $2, $3, 'second-worker', $4)`,
			[world.organisationId, caseId, second.by.workerId, worker.at],
		);
		good(await closeCase(worker, aClosing(caseId)));
		good(await letWorkerGo(administrator, { workerId: second.by.workerId }));
		good(await reopenCase(worker, reopening(caseId)));
		expect(good(await readCasePage(worker, { caseId })).workers).toEqual([
			{ worker: worker.by.workerId, role: 'key-worker' },
		]);
	});
});
