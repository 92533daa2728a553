import { expect, test, vi } from 'vitest';
import { aCommand } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aCase, aClosing, aPlan, DAY, fileOf } from './cases.fixtures.ts';
import { changePlan } from './change-plan.server.ts';
import { closeCase } from './close-case.server.ts';

const RACES = atSize(40, 1_000);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const database = testDatabase();

test('two workers change one plan at once: one is kept whole, the other is told, and every earlier version stays', async () => {
	const world = await aWorld();
	const workers = [await world.hire(['professional']), await world.hire(['coordinator'])];
	const { caseId } = await aCase(world, workers[0]!);
	for (let version = 0; version < RACES; version += 1) {
		const results = await Promise.all(
			workers.map((worker, i) => {
				const plan = aPlan(`Različica ${version} od ${i}`);
				return changePlan(worker, { command: aCommand(), caseId, basedOn: version, madeOn: DAY, plan });
			}),
		);
		const winner = results.findIndex((one) => one.ok);
		expect(results[1 - winner]).toEqual({ ok: false, problem: 'changed-meanwhile' });
		const { plan } = await fileOf(workers[0]!, caseId);
		expect(plan?.goals.map((goal) => goal.text)).toEqual([`Različica ${version} od ${winner}`]);
	}
	const { rows } = await database.superuser.query('select version from plan where case_id = $1 order by version', [
		caseId,
	]);
	expect(rows.map((row) => row.version)).toEqual(Array.from({ length: RACES }, (_, i) => i + 1));
});

test('a plan changed while the case is closed: no goal is left without an outcome', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const { caseId } = await aCase(world, worker);
		const change = { command: aCommand(), caseId, basedOn: 0, madeOn: DAY, plan: aPlan('Spet spati') };
		const [planned, closed] = await Promise.all([changePlan(worker, change), closeCase(colleague, aClosing(caseId))]);
		expect(planned.ok).toBe(!closed.ok);
		const file = await fileOf(worker, caseId);
		expect(file.facts.closedOn === null).toBe(planned.ok);
		if (file.closure) expect(file.plan).toBeUndefined();
	}
});

test('two workers close a case at once: it is closed once', async () => {
	const world = await aWorld();
	const workers = [await world.hire(['professional']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const { caseId } = await aCase(world, workers[0]!);
		const results = await Promise.all(workers.map((worker) => closeCase(worker, aClosing(caseId))));
		expect(results.filter((one) => one.ok)).toHaveLength(1);
		expect(results.find((one) => !one.ok)).toEqual({ ok: false, problem: 'already-closed' });
		const { rows } = await database.superuser.query('select id from closure where case_id = $1', [caseId]);
		expect(rows).toHaveLength(1);
	}
});
