import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Result } from '#lib/kernel/result.ts';
import { forgetOrganisations } from '#lib/directory/organisations.server.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from './activate-case.server.ts';
import { aCase, aCondition, aStatement, DAY, fileOf, NO_PERIOD, stateAll, THREE } from './cases.fixtures.ts';
import { stateCondition } from './state-condition.server.ts';
import { withdraw } from './withdraw.server.ts';

const RUNS = atSize(12, 300);
const RACES = atSize(20, 500);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const database = testDatabase();

type Step = { kind: 'state' | 'withdraw'; which: number } | { kind: 'activate' | 'force' };
const aStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('state' as const), which: fc.nat(20) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(20) }) },
	{ weight: 2, arbitrary: fc.constant({ kind: 'activate' as const }) },
	{ weight: 2, arbitrary: fc.constant({ kind: 'force' as const }) },
);
const aStory = fc.record({
	parties: fc.array(fc.constantFrom('each-client' as const, 'case' as const), { minLength: 0, maxLength: 3 }),
	members: fc.integer({ min: 1, max: 3 }),
	steps: fc.array(aStep, { minLength: 4, maxLength: 14 }),
});

/** What should be true: who stated what, and whether the case is active. */
type Model = {
	readonly asked: readonly { condition: string; partyId: Uuid }[];
	stated: Map<number, Uuid>;
	active: boolean;
};
type Scene = { worker: Act<Worker>; of: { caseId: Uuid; people: readonly Uuid[] }; model: Model };

async function aScene(story: { parties: readonly ('each-client' | 'case')[]; members: number }): Promise<Scene> {
	const conditions = story.parties.map((party, i) => aCondition(`condition-${i}`, { party }));
	const definition = smallDefinition({ unit: ['person', 'family'], agreement: NO_PERIOD, conditions });
	const world = await aWorld([definition]);
	const worker = await world.hire(['professional']);
	const of = await aCase(world, worker, { definition, members: story.members });
	const asked = conditions.flatMap((one) =>
		(one.party === 'case' ? [of.caseId] : of.people).map((partyId) => ({ condition: one.key, partyId })),
	);
	return { worker, of, model: { asked, stated: new Map(), active: false } };
}

const problemOf = (result: Result<unknown>) => (result.ok ? undefined : result.problem);

/** Writes to the database directly, with nobody's rules in the way, that the case is active; undone again. Tells what refused it. */
async function forceActive(caseId: Uuid): Promise<string | undefined> {
	const { superuser } = database;
	await superuser.query('begin');
	try {
		await superuser.query(
			`insert into case_active_period (organisation_id, case_id, from_on) select organisation_id, id, '2027-01-01' from case_ where id = $1`,
			[caseId],
		);
		await superuser.query(`update case_ set active_from = '2027-01-01' where id = $1`, [caseId]);
		await superuser.query('set constraints all immediate');
		return undefined;
	} catch (error) {
		return (error as { constraint?: string }).constraint ?? String(error);
	} finally {
		await superuser.query('rollback');
	}
}

async function state({ worker, of, model }: Scene, which: number): Promise<void> {
	const at = which % model.asked.length;
	const statement = aStatement(of, model.asked[at]!.condition, { partyId: model.asked[at]!.partyId });
	const expected = model.stated.has(at) ? 'already-stated' : undefined;
	expect(problemOf(await stateCondition(worker, statement))).toBe(expected);
	if (!expected) model.stated.set(at, statement.command);
}

async function takeBack({ worker, of, model }: Scene, which: number): Promise<void> {
	const at = [...model.stated.keys()][which % model.stated.size]!;
	const factId = model.stated.get(at)!;
	good(await withdraw(worker, { command: aCommand(), caseId: of.caseId, factId, on: DAY, note: '' }));
	model.stated.delete(at);
	model.active = false;
}

async function activate({ worker, of, model }: Scene): Promise<void> {
	const unmet = model.asked.length - model.stated.size;
	const expected = model.active ? 'already-decided' : unmet > 0 ? 'conditions-unmet' : undefined;
	expect(problemOf(await activateCase(worker, { caseId: of.caseId, from: DAY }))).toBe(expected);
	model.active = unmet === 0;
}

async function take(scene: Scene, step: Step): Promise<void> {
	const { model, of } = scene;
	if (step.kind === 'state') return model.asked.length > 0 ? state(scene, step.which) : undefined;
	if (step.kind === 'withdraw') return model.stated.size > 0 ? takeBack(scene, step.which) : undefined;
	if (step.kind === 'activate') return activate(scene);
	if (model.active) return;
	const refusedBy = model.stated.size < model.asked.length ? 'case_active_only_with_conditions' : undefined;
	expect(await forceActive(of.caseId)).toBe(refusedBy);
}

test('whatever the conditions and whoever has to state them, a case is active only with all of them, in the product and in the database [B12, A1]', async () => {
	await fc.assert(
		fc.asyncProperty(aStory, async (story) => {
			const scene = await aScene(story);
			for (const step of story.steps) {
				await take(scene, step);
				const { facts } = await fileOf(scene.worker, scene.of.caseId);
				expect(facts.unmet).toBe(scene.model.asked.length - scene.model.stated.size);
				expect(facts.activeFrom).toBe(scene.model.active ? DAY : null);
			}
		}),
		{ numRuns: RUNS, endOnFailure: true },
	);
});

test('the last condition taken back while the case is made active: never active without it [B12]', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const of = await aCase(world, worker);
		await stateAll(worker, of);
		const factId = (await fileOf(worker, of.caseId)).stated[i % THREE.length]!.id;
		await Promise.all([
			activateCase(worker, { caseId: of.caseId, from: DAY }),
			withdraw(colleague, { command: aCommand(), caseId: of.caseId, factId, on: DAY, note: '' }),
		]);
		const { facts } = await fileOf(worker, of.caseId);
		expect([facts.unmet, facts.activeFrom]).toEqual([1, null]);
	}
});

test('two workers state the same at the same moment: one is kept, the other is told [B12]', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const of = await aCase(world, worker);
		const results = await Promise.all(
			[worker, colleague].map((who) => stateCondition(who, aStatement(of, 'oral-commitment'))),
		);
		expect(results.map(problemOf).toSorted()).toEqual(['already-stated', undefined]);
		const { stated, agreement } = await fileOf(worker, of.caseId);
		expect([stated.length, agreement?.version]).toEqual([1, 1]);
	}
});

test('a condition withdrawn behind the back of the product, on an active case, is refused by the database [B12]', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const of = await aCase(world, worker);
	await stateAll(worker, of);
	good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
	const { superuser } = database;
	for (const attack of [
		`update inclusion_fact set withdrawn_on = '2026-11-23', withdrawal_recorded_by = recorded_by where case_id = $1`,
		'delete from inclusion_fact where case_id = $1',
		`insert into case_condition (organisation_id, case_id, condition, party_id) select organisation_id, id, 'one-more', id from case_ where id = $1`,
	])
		await expect(superuser.query(attack, [of.caseId]), attack).rejects.toThrow('case_active_only_with_conditions');
	await expect(
		superuser.query('update case_active_period set to_on = from_on where case_id = $1', [of.caseId]),
	).rejects.toThrow('the active period of a case does not agree');
});

test('many more at once than there are connections, when nothing is remembered yet: nobody waits for anybody else', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const cases = [];
	for (let i = 0; i < 60; i += 1) cases.push(await aCase(world, worker));
	forgetOrganisations();
	const results = await Promise.all(cases.map((of) => stateCondition(worker, aStatement(of, 'expressed-wish'))));
	expect(results.map(problemOf)).toEqual(cases.map(() => undefined));
});
