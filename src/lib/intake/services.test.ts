import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { aCondition, aStatement, DAY, fileOf } from '#lib/cases/cases.fixtures.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { addServices } from '#lib/cases/change-services.server.ts';
import { readPlan, type TypedPlan } from '#lib/cases/plan.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { addAround } from '#lib/people/change-around.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand, good, problemOf, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';

const database = testDatabase();

/** Personal help as the seeds describe it: counselling, arranging with key actors, guidance with a network. */
const personalHelp = () =>
	smallDefinition({
		services: ['counselling', 'arranging', 'guidance'].map((key) => ({ key, text: { sl: key } })),
		conditions: [
			aCondition('voluntary', { setsPeriod: true }),
			aCondition('key-actors', { kind: 'key-actors', forServices: ['arranging'] }),
			aCondition('network', { kind: 'collaborators', party: 'case', namesMin: 2, forServices: ['guidance'] }),
		],
		agreement: { ...smallDefinition().agreement, period: 'optional' },
		plan: { ...smallDefinition().plan, capabilities: CAPABILITIES.map((key) => ({ key, text: { sl: key } })) },
	});

const CAPABILITIES = ['developing', 'complementing', 'preserving', 'improving'];

type Opened = { world: World; worker: Act<Worker>; caseId: Uuid; people: readonly Uuid[] };

async function opened(services: readonly string[]): Promise<Opened> {
	const definition = personalHelp();
	const world = await aWorld([definition]);
	const worker = await world.hire(['professional']);
	const requestId = await takenRequest(world, worker, { programme: definition.key });
	const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
	const opening = { command: aCommand(), requestId, unit: 'person' as const, services };
	const { caseId } = good(await openCaseFromRequest(worker, opening));
	return { world, worker, caseId, people: [personId] };
}

async function around(of: Opened, changes: { neverContact?: boolean } = {}): Promise<Uuid> {
	const command = aCommand();
	const said = {
		name: 'Sosed Izmišljeni',
		reach: '',
		roleWords: '',
		note: '',
		role: 'neighbour' as const,
		livesWith: false,
		mayKnow: 'nothing' as const,
		neverContact: false,
		holdsResponsibility: false,
		...changes,
	};
	good(await addAround(of.worker, { command, personId: of.people[0]!, said }));
	return command;
}

const voluntary = (of: Opened) => stateCondition(of.worker, aStatement(of, 'voluntary'));
const keyActors = (of: Opened, named: readonly Uuid[]) =>
	stateCondition(of.worker, aStatement(of, 'key-actors', { named }));
const network = (of: Opened, named: readonly Uuid[]) =>
	stateCondition(of.worker, aStatement(of, 'network', { partyId: of.caseId, named }));
const activate = (of: Opened) => activateCase(of.worker, { caseId: of.caseId, from: DAY });

describe('the forms of personal help [O1]', () => {
	test('which of them is given is chosen when the case is opened, one at least', async () => {
		const definition = personalHelp();
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker, { programme: definition.key });
		good(await linkPerson(worker, { requestId, personId: undefined }));
		const opening = { command: aCommand(), requestId, unit: 'person' as const };
		expect(problemOf(await openCaseFromRequest(worker, opening))).toBe('fields');
		expect(problemOf(await openCaseFromRequest(worker, { ...opening, services: ['juggling'] }))).toBe('fields');
		const { caseId } = good(await openCaseFromRequest(worker, { ...opening, services: ['counselling', 'guidance'] }));
		const file = await fileOf(worker, caseId);
		expect(file.givenServices).toEqual(['counselling', 'guidance']);
		expect(file.conditions.map((one) => one.condition).toSorted()).toEqual(['network', 'voluntary']);
	});

	test('counselling asks for the voluntary decision alone [O2, O3]', async () => {
		const of = await opened(['counselling']);
		expect(problemOf(await activate(of))).toBe('conditions-unmet');
		good(await voluntary(of));
		good(await activate(of));
	});

	test('a further form brings its own conditions, and the case waits until they are met', async () => {
		const of = await opened(['counselling']);
		good(await voluntary(of));
		good(await activate(of));
		good(await addServices(of.worker, { caseId: of.caseId, services: ['arranging'] }));
		expect((await fileOf(of.worker, of.caseId)).facts).toMatchObject({ activeFrom: null, unmet: 1 });
		good(await keyActors(of, [await around(of)]));
		good(await activate(of));
		expect((await fileOf(of.worker, of.caseId)).givenServices).toEqual(['arranging', 'counselling']);
	});
});

describe('arranging: the person agrees to involve key actors, who are named [O4]', () => {
	test('without anybody named there is no agreement to involve them', async () => {
		const of = await opened(['arranging']);
		good(await voluntary(of));
		expect(problemOf(await keyActors(of, []))).toBe('fields');
		expect(problemOf(await activate(of))).toBe('conditions-unmet');
		const actor = await around(of);
		good(await keyActors(of, [actor]));
		good(await activate(of));
		const fact = (await fileOf(of.worker, of.caseId)).stated.find((one) => one.condition === 'key-actors');
		expect(fact?.named).toEqual([actor]);
	});

	test('nobody who must never be contacted, nobody unknown, and nobody of another person’s can be named', async () => {
		const of = await opened(['arranging']);
		const never = await around(of, { neverContact: true });
		const elsewhere = await around(await opened(['counselling']));
		for (const named of [[never], [elsewhere], [aCommand()]])
			expect(problemOf(await keyActors(of, named))).toBe('fields');
	});
});

describe('guidance: a network of standing collaborators and a voluntary decision [O5]', () => {
	test('one is no network; two are; and both conditions are needed', async () => {
		const of = await opened(['guidance']);
		const [one, other] = [await around(of), await around(of)];
		expect(problemOf(await network(of, [one]))).toBe('fields');
		good(await network(of, [one, other]));
		expect(problemOf(await activate(of))).toBe('conditions-unmet');
		good(await voluntary(of));
		good(await activate(of));
	});

	test('the database refuses a statement that names fewer', async () => {
		const of = await opened(['guidance']);
		const client = database.superuser;
		await client.query('begin');
		await client.query(
			`insert into inclusion_fact (organisation_id, id, case_id, condition, party_id, stated_on, form, recorded_by, recorded_at, names_min)
			values ($1, $2, $3, 'network', $3, '2026-11-23', 'oral', $4, '2026-11-23T09:00:00Z', 2)`,
			[of.world.organisationId, aCommand(), of.caseId, of.worker.by.workerId],
		);
		await expect(client.query('commit')).rejects.toMatchObject({ constraint: 'names_are_enough' });
	});
});

describe('what personal help is directed at [O6]', () => {
	const typed = { 'goal-0': 'Spet hoditi med ljudi', 'goal-1': 'Ohraniti stanovanje' };

	test('each goal says which of the four capabilities it serves; what is missing is said at its field', () => {
		expect(readPlan({ ...typed, 'goal-0-capability': 'developing' }, [], CAPABILITIES)).toMatchObject({
			fields: [{ field: 'goal-1-capability', problem: 'choose-one' }],
		});
		expect(
			readPlan({ ...typed, 'goal-0-capability': 'juggling', 'goal-1-capability': 'preserving' }, [], CAPABILITIES),
		).toMatchObject({ fields: [{ field: 'goal-0-capability', problem: 'choose-one' }] });
	});

	test('a plan is kept with them, and none without', async () => {
		const of = await opened(['counselling']);
		const change = (plan: TypedPlan) =>
			changePlan(of.worker, { command: aCommand(), caseId: of.caseId, basedOn: 0, madeOn: DAY, plan });
		expect(problemOf(await change(good(readPlan(typed))))).toBe('cannot-be-read');
		const said = { ...typed, 'goal-0-capability': 'developing', 'goal-1-capability': 'preserving' };
		good(await change(good(readPlan(said, [], CAPABILITIES))));
		const { plan } = await fileOf(of.worker, of.caseId);
		expect(plan?.goals.map((goal) => goal.capability)).toEqual(['developing', 'preserving']);
	});
});
