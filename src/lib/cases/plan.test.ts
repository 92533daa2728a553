import { describe, expect, test } from 'vitest';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aCase, aPlan, DAY, day, fileOf } from './cases.fixtures.ts';
import { changePlan, markStep } from './change-plan.server.ts';
import { GOALS_MAX, readPlan } from './plan.ts';

const database = testDatabase();

async function aCaseWithAPlan() {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId } = await aCase(world, worker);
	const change = (basedOn: number, plan = aPlan('Spet spati'), madeOn = DAY) =>
		changePlan(worker, { command: aCommand(), caseId, basedOn, madeOn, plan });
	return { world, worker, caseId, change };
}

describe('a plan', () => {
	test('a goal keeps its id from version to version, and earlier versions are kept as they were', async () => {
		const { worker, caseId, change } = await aCaseWithAPlan();
		good(await change(0, aPlan('Spet spati')));
		const first = (await fileOf(worker, caseId)).plan!;
		const before = await sealedGoals(caseId, 1);
		good(await change(1, aPlan({ id: first.goals[0]!.id, text: 'Spati vso noč' }, 'Urediti dolgove')));
		const second = (await fileOf(worker, caseId)).plan!;
		expect([second.version, second.goals.map((goal) => goal.text)]).toEqual([2, ['Spati vso noč', 'Urediti dolgove']]);
		expect(second.goals[0]!.id).toBe(first.goals[0]!.id);
		expect(await sealedGoals(caseId, 1)).toEqual(before);
		expect(await sealedGoals(caseId, 2)).toHaveLength(2);
	});

	test('whoever changes a plan from a version that is no longer the newest is told, and nothing is overwritten', async () => {
		const { worker, caseId, change } = await aCaseWithAPlan();
		good(await change(0, aPlan('Spet spati')));
		good(await change(1, aPlan('Spet spati', 'Urediti dolgove')));
		for (const old of [0, 1, 3])
			expect(await change(old, aPlan('Drugo'))).toMatchObject({ problem: 'changed-meanwhile' });
		expect((await fileOf(worker, caseId)).plan?.goals.map((goal) => goal.text)).toEqual([
			'Spet spati',
			'Urediti dolgove',
		]);
	});

	test('a plan is not of a day to come', async () => {
		const { change } = await aCaseWithAPlan();
		expect(await change(0, aPlan('Spet spati'), day('2026-11-24'))).toMatchObject({
			fields: [{ field: 'madeOn', problem: 'in-the-future' }],
		});
	});

	test('a step is ticked off and the tick taken back; a step of no plan is not found', async () => {
		const { worker, caseId, change } = await aCaseWithAPlan();
		const steps = [{ id: null, text: 'Sprehod', who: 'together' as const, byOn: day('2026-12-01') }];
		good(await change(0, { ...aPlan(), goals: [{ id: null, text: 'Spet spati', steps }] }));
		const step = async () => (await fileOf(worker, caseId)).plan!.goals[0]!.steps[0]!;
		const { id: stepId, ...words } = await step();
		expect(words).toEqual({ text: 'Sprehod', who: 'together', byOn: '2026-12-01', doneOn: null });
		good(await markStep(worker, { caseId, stepId, done: true }));
		good(await markStep(worker, { caseId, stepId, done: true }));
		expect((await step()).doneOn).toBe(DAY);
		good(await markStep(worker, { caseId, stepId, done: false }));
		expect((await step()).doneOn).toBeNull();
		expect(await markStep(worker, { caseId, stepId: aCommand(), done: true })).toMatchObject({ problem: 'not-found' });
	});

	test('a thief of the disk reads no word of it', async () => {
		const { caseId, change } = await aCaseWithAPlan();
		good(await change(0, aPlan('Spet spati')));
		const [goal] = await sealedGoals(caseId, 1);
		expect(goal!.includes('spati')).toBe(false);
	});
});

async function sealedGoals(caseId: string, version: number): Promise<readonly Buffer[]> {
	const { rows } = await database.superuser.query(
		'select sealed from plan_goal where case_id = $1 and version = $2 order by position',
		[caseId, version],
	);
	return rows.map((row) => row.sealed as Buffer);
}

describe('the form of a plan', () => {
	test('reads goals with their steps, and leaves out what was left empty', () => {
		const read = readPlan({
			resources: 'sestra',
			needs: '',
			'goal-0': 'Spet spati',
			'goal-0-step-0': 'Sprehod',
			'goal-0-step-0-who': 'together',
			'goal-0-step-0-by': '2026-12-01',
			'goal-0-step-1': '  ',
			'goal-1': '',
			'goal-3': 'Urediti dolgove',
			'goal-3-id': 'made-up',
			[`goal-${GOALS_MAX}`]: 'one too many is never read',
		});
		expect(read).toEqual({
			ok: true,
			value: {
				ownWords: '',
				resources: 'sestra',
				needs: '',
				goals: [
					{
						id: null,
						definitionKey: null,
						capability: null,
						text: 'Spet spati',
						steps: [{ id: null, text: 'Sprehod', who: 'together', byOn: '2026-12-01' }],
					},
					{ id: null, definitionKey: null, capability: null, text: 'Urediti dolgove', steps: [] },
				],
			},
		});
	});

	test('a step without its goal, the 31st of February and a text without end are refused where they stand', () => {
		const read = readPlan({
			needs: 'a'.repeat(10_001),
			'goal-0-step-0': 'Sprehod',
			'goal-1': 'Spet spati',
			'goal-1-step-0': 'Sprehod',
			'goal-1-step-0-by': '2027-02-31',
		});
		expect(read.ok ? [] : read.fields?.map((one) => [one.field, one.problem]).toSorted()).toEqual([
			['goal-0', 'write-something'],
			['goal-1-step-0-by', 'day-unreal'],
			['needs', 'too-long'],
		]);
	});
});
