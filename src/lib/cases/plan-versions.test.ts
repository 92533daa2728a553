import { describe, expect, test } from 'vitest';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aCase, aPlan, DAY, day, fileOf } from './cases.fixtures.ts';
import { changePlan } from './change-plan.server.ts';
import type { TypedPlan } from './plan.ts';
import { readPlanVersion, readPlanVersions } from './read-plan-versions.server.ts';

testDatabase();

const step = (text: string, who: 'person' | 'worker' = 'person', byOn = day('2026-12-01')) => ({
	id: null,
	text,
	who,
	byOn,
});

async function aCaseWithTwoVersions() {
	const world = await aWorld();
	const worker = await world.hire(['professional'], { name: 'Vida Zgledna' });
	const { caseId } = await aCase(world, worker);
	const keep = (basedOn: number, plan: TypedPlan) =>
		changePlan(worker, { command: aCommand(), caseId, basedOn, madeOn: DAY, plan });
	const goals = [
		{ id: null, text: 'Spet spati', steps: [step('Sprehod'), step('Klic zdravnici')] },
		{ id: null, text: 'Urediti dolgove', steps: [step('Popis dolgov')] },
	];
	good(await keep(0, { resources: 'sestra', needs: '', goals }));
	const [sleep] = (await fileOf(worker, caseId)).plan!.goals;
	const walked = { ...step('Sprehod', 'worker'), id: sleep!.steps[0]!.id };
	const changed = [
		{ id: sleep!.id, text: 'Spati vso noč', steps: [walked, step('Topel čaj')] },
		{ id: null, text: 'Iti med ljudi', steps: [] },
	];
	good(await keep(1, { resources: 'sestra', needs: 'miren kot', goals: changed }));
	return { world, worker, caseId };
}

describe('an older version of a plan', () => {
	test('is listed with who made it and when, and read as it was', async () => {
		const { worker, caseId } = await aCaseWithTwoVersions();
		const { versions } = good(await readPlanVersions(worker, { caseId }));
		expect(versions).toEqual([2, 1].map((version) => ({ version, madeOn: DAY, madeBy: 'Vida Zgledna' })));
		const { plan } = good(await readPlanVersion(worker, { caseId, version: 1 }));
		expect(plan).toMatchObject({ version: 1, resources: 'sestra', needs: '' });
		expect(plan.goals.map((goal) => [goal.text, goal.steps.map((one) => one.text)])).toEqual([
			['Spet spati', ['Sprehod', 'Klic zdravnici']],
			['Urediti dolgove', ['Popis dolgov']],
		]);
	});

	test('says what the next one changed, and the newest says nothing', async () => {
		const { worker, caseId } = await aCaseWithTwoVersions();
		const { changes } = good(await readPlanVersion(worker, { caseId, version: 1 }));
		expect(changes!.map(({ what, how, before, after }) => [what, how, before, after])).toEqual([
			['needs', 'added', '', 'miren kot'],
			['goal', 'changed', 'Spet spati', 'Spati vso noč'],
			['step', 'changed', 'Sprehod', 'Sprehod'],
			['step', 'added', '', 'Topel čaj'],
			['step', 'removed', 'Klic zdravnici', ''],
			['goal', 'added', '', 'Iti med ljudi'],
			['goal', 'removed', 'Urediti dolgove', ''],
			['step', 'removed', 'Popis dolgov', ''],
		]);
		expect(changes!.find((one) => one.stepBefore)).toMatchObject({
			stepBefore: { who: 'person', byOn: '2026-12-01' },
			stepAfter: { who: 'worker', byOn: '2026-12-01' },
		});
		expect(good(await readPlanVersion(worker, { caseId, version: 2 })).changes).toBeUndefined();
	});

	test('is called by its case’s people, and leaves an entry with each of them', async () => {
		const { worker, caseId } = await aCaseWithTwoVersions();
		const { members } = await fileOf(worker, caseId);
		expect(good(await readPlanVersions(worker, { caseId })).name).toBe('Zala Vzorčnik 0');
		expect(good(await readPlanVersion(worker, { caseId, version: 1 })).name).toBe('Zala Vzorčnik 0');
		const { entries } = good(await readJournal(worker, { subjectId: members[0]!.person }));
		expect(entries.map((entry) => entry.action)).toContain('case.plan-read');
	});

	test('leaves an entry that says which one was read', async () => {
		const { worker, caseId } = await aCaseWithTwoVersions();
		good(await readPlanVersion(worker, { caseId, version: 1 }));
		const { entries } = good(await readJournal(worker, { subjectId: caseId }));
		expect(entries.map((entry) => `${entry.action} ${entry.reason}`)).toContain('case.plan-read version-1');
	});

	test('is read by nobody who may not read the case, and is not found when there is none [A2]', async () => {
		const { world, worker, caseId } = await aCaseWithTwoVersions();
		const elsewhere = await (await aWorld()).hire(['professional', 'coordinator', 'programme-lead']);
		for (const stranger of [await world.hire(['professional']), await world.hire(['volunteer']), elsewhere]) {
			expect(await readPlanVersions(stranger, { caseId })).toMatchObject({ problem: 'not-found' });
			expect(await readPlanVersion(stranger, { caseId, version: 1 })).toMatchObject({ problem: 'not-found' });
		}
		expect(await readPlanVersion(worker, { caseId, version: 3 })).toMatchObject({ problem: 'not-found' });
		const { caseId: other } = await aCase(world, worker);
		expect(await readPlanVersions(worker, { caseId: other })).toMatchObject({ problem: 'not-found' });
		good(await changePlan(worker, { command: aCommand(), caseId: other, basedOn: 0, madeOn: DAY, plan: aPlan('Mir') }));
		expect(good(await readPlanVersions(worker, { caseId: other })).versions).toHaveLength(1);
	});
});
