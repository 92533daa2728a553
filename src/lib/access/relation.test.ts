import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ROLES, system, type Act, type Role, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import {
	belongToTeams,
	endOwn,
	joinTeam,
	leaveTeams,
	makeOwn,
	permit,
	relationsTo,
	relationTo,
	screenOff,
} from './access.server.ts';
import { ACTIONS, may, type Relation } from './access-table.ts';

testDatabase();
let [world, elsewhere] = [] as unknown as [World, World];
let teams: readonly Uuid[];
beforeAll(async () => {
	world = await aWorld();
	elsewhere = await aWorld();
	teams = [world.teamId, await world.anotherTeam(), await world.anotherTeam()];
});

/** How somebody came to stand to a subject, as it happened, step by step. */
type Step = 'take' | 'give up' | 'screen';
type Story = { steps: readonly Step[]; memberOf: readonly number[]; left: boolean; subjectOf: readonly number[] };
const stories: fc.Arbitrary<Story> = fc.record({
	steps: fc.array(fc.constantFrom<Step>('take', 'take', 'give up', 'screen'), { maxLength: 4 }),
	memberOf: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
	left: fc.boolean(),
	subjectOf: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
});

/** What the relation has to be, said without the database: screened beats all, then own, team, former, another team. */
function expected({ steps, memberOf, left, subjectOf }: Story): Relation {
	const grants = steps.filter((step) => step !== 'screen');
	if (steps.includes('screen')) return 'screened';
	if (grants.at(-1) === 'take') return 'own';
	if (!left && memberOf.some((team) => subjectOf.includes(team))) return 'team';
	if (grants.includes('take')) return 'former';
	return subjectOf.length > 0 ? 'other-team' : 'none';
}

async function inWorld<Value>(work: (tx: Tx) => Promise<Value>, minutes = 0): Promise<Value> {
	const act = world.at({ by: system(world.organisationId), at: world.now }, { minutes });
	const done = await lookUp(act, async (tx) => ok(await work(tx)));
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}
async function asWorker<Value>(act: Act<Worker>, work: (tx: Tx<Worker>) => Promise<Value>): Promise<Value> {
	const done = await lookUp(act, async (tx) => ok(await work(tx)));
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}

/** Lets a story happen to a new worker and a new subject. */
async function happen({ steps, memberOf, left, subjectOf }: Story) {
	const [worker, subject] = [newId(new Date()), newId(new Date())];
	await inWorld((tx) =>
		belongToTeams(
			tx,
			subject,
			subjectOf.map((team) => teams[team]!),
		),
	);
	for (const team of memberOf) await inWorld((tx) => joinTeam(tx, { team: teams[team]!, worker, isLead: false }));
	if (left) await inWorld((tx) => leaveTeams(tx, worker), 1);
	for (const [i, step] of steps.entries())
		await inWorld(async (tx) => {
			if (step === 'take') await makeOwn(tx, worker, [subject]);
			else if (step === 'give up') await endOwn(tx, worker, subject);
			else await screenOff(tx, worker, subject);
		}, i + 2);
	return { worker, subject };
}
const acting = (workerId: Uuid, roles: readonly Role[]): Act<Worker> => ({
	by: { kind: 'worker', organisationId: world.organisationId, workerId, roles },
	at: world.now,
});

test('whatever happened, the database says how a worker stands to a subject, and every action is decided by that', async () => {
	await fc.assert(
		fc.asyncProperty(stories, fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }), async (story, roles) => {
			const { worker, subject } = await happen(story);
			const relation = expected(story);
			await asWorker(acting(worker, roles), async (tx) => {
				expect(await relationTo(tx, subject)).toBe(relation);
				for (const action of ACTIONS)
					expect(await permit(tx, action, subject), action).toEqual(
						may(roles, action, relation) ? ok(relation) : refuse('not-found'),
					);
			});
		}),
		{ numRuns: 80 },
	);
});

test('what is screened off may not even be found by somebody whose own it is', async () => {
	const { worker, subject } = await happen({ steps: ['take', 'screen'], memberOf: [0], left: false, subjectOf: [0] });
	await asWorker(acting(worker, [...ROLES]), async (tx) => {
		for (const action of ACTIONS) expect(await permit(tx, action, subject)).toEqual(refuse('not-found'));
	});
});

test('the relations to many subjects are the relations to each', async () => {
	const { worker, subject } = await happen({ steps: ['take'], memberOf: [1], left: false, subjectOf: [] });
	const [team, strange] = [newId(new Date()), newId(new Date())];
	await inWorld((tx) => belongToTeams(tx, team, [teams[1]!]));
	await asWorker(acting(worker, ['professional']), async (tx) => {
		expect(await relationsTo(tx, [subject, team, strange])).toEqual(
			new Map([
				[subject, 'own'],
				[team, 'team'],
				[strange, 'none'],
			]),
		);
		expect(await relationsTo(tx, [])).toEqual(new Map());
	});
});

test('nothing of another organisation relates to anybody here, even under the same ids [A2]', async () => {
	const { worker, subject } = await happen({ steps: ['take'], memberOf: [0], left: false, subjectOf: [0] });
	const there: Act<Worker> = {
		by: { kind: 'worker', organisationId: elsewhere.organisationId, workerId: worker, roles: [...ROLES] },
		at: elsewhere.now,
	};
	await asWorker(there, async (tx) => {
		expect(await relationTo(tx, subject)).toBe('none');
		expect(await permit(tx, 'case.read', subject)).toEqual(refuse('not-found'));
	});
	await asWorker(acting(worker, ['professional']), async (tx) => expect(await relationTo(tx, subject)).toBe('own'));
});
