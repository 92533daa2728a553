import { describe, expect, test } from 'vitest';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from './activate-case.server.ts';
import { stateOf, type InclusionFact } from './case.ts';
import { aCase, aCondition, aStatement, DAY, day, fileOf, NO_PERIOD, stateAll, THREE } from './cases.fixtures.ts';
import { stateCondition } from './state-condition.server.ts';
import { withdraw } from './withdraw.server.ts';

const database = testDatabase();

async function aWaitingCase() {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	return { world, worker, of: await aCase(world, worker) };
}

const idOf = (stated: readonly InclusionFact[], condition: string) =>
	stated.find((fact) => fact.condition === condition)!.id;

const fieldRefusal = (field: string, problem: string) => ({
	ok: false,
	problem: 'fields',
	fields: [expect.objectContaining({ field, problem })],
});

describe('inclusion', () => {
	test.each(THREE)(
		'a case does not become active without "%s", and becomes active once it is stated [B12]',
		async (missing) => {
			const { worker, of } = await aWaitingCase();
			for (const condition of THREE.filter((one) => one !== missing))
				good(await stateCondition(worker, aStatement(of, condition)));
			expect(await activateCase(worker, { caseId: of.caseId, from: DAY })).toEqual({
				ok: false,
				problem: 'conditions-unmet',
				details: { count: 1 },
			});
			expect(stateOf((await fileOf(worker, of.caseId)).facts)).toBe('waiting');
			good(await stateCondition(worker, aStatement(of, missing)));
			good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
			expect(stateOf((await fileOf(worker, of.caseId)).facts)).toBe('active');
		},
	);

	test('each of the three has its date, its form and who recorded it [B12]', async () => {
		const { world, worker, of } = await aWaitingCase();
		const colleague = await world.hire(['coordinator']);
		good(
			await stateCondition(worker, aStatement(of, 'expressed-wish', { statedOn: day('2026-11-20'), form: 'written' })),
		);
		good(await stateCondition(colleague, aStatement(of, 'plan-cooperation', { statedOn: day('2026-11-21') })));
		good(await stateCondition(worker, aStatement(of, 'oral-commitment')));
		const { stated } = await fileOf(worker, of.caseId);
		expect(stated.map((fact) => [fact.condition, fact.statedOn, fact.form, fact.recordedBy]).toSorted()).toEqual([
			['expressed-wish', '2026-11-20', 'written', worker.by.workerId],
			['oral-commitment', DAY, 'oral', worker.by.workerId],
			['plan-cooperation', '2026-11-21', 'oral', colleague.by.workerId],
		]);
	});

	test('the commitment is taken aloud only [B12]', async () => {
		const { worker, of } = await aWaitingCase();
		const written = await stateCondition(worker, aStatement(of, 'oral-commitment', { form: 'written' }));
		expect(written).toEqual(fieldRefusal('form', 'choose-one'));
	});

	test('the same thing is stated once, and the same form sent twice changes nothing', async () => {
		const { worker, of } = await aWaitingCase();
		const statement = aStatement(of, 'expressed-wish');
		good(await stateCondition(worker, statement));
		good(await stateCondition(worker, statement));
		expect((await fileOf(worker, of.caseId)).stated).toHaveLength(1);
		const again = await stateCondition(worker, aStatement(of, 'expressed-wish'));
		expect(again).toMatchObject({ ok: false, problem: 'already-stated' });
	});

	test('a condition the programme does not have, and a party it does not ask, are refused', async () => {
		const { worker, of } = await aWaitingCase();
		expect(await stateCondition(worker, aStatement(of, 'unheard-of'))).toMatchObject({ problem: 'not-found' });
		const stranger = aStatement(of, 'expressed-wish', { partyId: aCommand() });
		expect(await stateCondition(worker, stranger)).toMatchObject({ problem: 'not-found' });
	});

	test('every member of a family has to state their own, and what concerns the case is stated once', async () => {
		const definition = smallDefinition({
			unit: ['person', 'family'],
			agreement: NO_PERIOD,
			conditions: [aCondition('agrees'), aCondition('assessed', { party: 'case' })],
		});
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const of = await aCase(world, worker, { definition, members: 3 });
		const parties = [...of.people.map((partyId) => ['agrees', partyId] as const), ['assessed', of.caseId] as const];
		for (const [i, [condition, partyId]] of parties.entries()) {
			expect(await activateCase(worker, { caseId: of.caseId, from: DAY })).toMatchObject({
				problem: 'conditions-unmet',
				details: { count: 4 - i },
			});
			good(await stateCondition(worker, aStatement(of, condition, { partyId })));
		}
		good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
	});

	test('a programme without conditions is active when the worker says so', async () => {
		const definition = smallDefinition({ conditions: [], agreement: NO_PERIOD });
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const { caseId } = await aCase(world, worker, { definition });
		expect(stateOf((await fileOf(worker, caseId)).facts)).toBe('ready');
		good(await activateCase(worker, { caseId, from: DAY }));
	});
});

describe('days', () => {
	test('nothing is stated in the future, by the rule and by the database', async () => {
		const { worker, of } = await aWaitingCase();
		const tomorrow = aStatement(of, 'expressed-wish', { statedOn: day('2026-11-24') });
		expect(await stateCondition(worker, tomorrow)).toEqual(fieldRefusal('statedOn', 'in-the-future'));
		const direct = database.superuser.query(
			`insert into inclusion_fact (organisation_id, id, case_id, condition, party_id, stated_on, form, recorded_by, recorded_at)
			select organisation_id, gen_random_uuid(), id, 'expressed-wish', $2, '2027-01-01', 'oral', opened_by, $3 from case_ where id = $1`,
			[of.caseId, of.people[0], worker.at],
		);
		await expect(direct).rejects.toThrow('fact_not_in_the_future');
	});

	test('a case is active from no day before the last statement, and from none to come', async () => {
		const { worker, of } = await aWaitingCase();
		await stateAll(worker, of);
		const from = (text: string) => activateCase(worker, { caseId: of.caseId, from: day(text) });
		expect(await from('2026-11-22')).toEqual(fieldRefusal('from', 'too-early'));
		expect(await from('2026-11-24')).toEqual(fieldRefusal('from', 'in-the-future'));
		good(await from('2026-11-23'));
		expect(await from('2026-11-23')).toMatchObject({ problem: 'already-decided' });
	});

	test('today is the day of the organisation, not of the server', async () => {
		const { world, worker, of } = await aWaitingCase();
		// Half past eleven in the evening of the 23rd in London is the 24th in Ljubljana.
		const late = world.at(worker, { minutes: 14 * 60 + 30 });
		good(await stateCondition(late, aStatement(of, 'expressed-wish', { statedOn: day('2026-11-24') })));
	});
});

describe('the agreed period', () => {
	test('the commitment is for an agreed period, which becomes the agreement [B12, B3]', async () => {
		const { worker, of } = await aWaitingCase();
		const without = aStatement(of, 'oral-commitment', { until: undefined });
		expect(await stateCondition(worker, without)).toEqual(fieldRefusal('until', 'day-unreal'));
		const backwards = aStatement(of, 'oral-commitment', { until: DAY });
		expect(await stateCondition(worker, backwards)).toEqual(fieldRefusal('until', 'ends-before-start'));
		expect((await fileOf(worker, of.caseId)).agreement).toBeUndefined();
		good(await stateCondition(worker, aStatement(of, 'oral-commitment')));
		expect((await fileOf(worker, of.caseId)).agreement).toMatchObject({
			version: 1,
			form: 'oral',
			from_on: DAY,
			to_on: '2027-05-31',
		});
	});
});

describe('leaving', () => {
	test('whoever takes a statement back is no longer included that day, and no reason is asked [B15]', async () => {
		const { world, worker, of } = await aWaitingCase();
		await stateAll(worker, of);
		good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
		const later = world.at(worker, { days: 9 });
		const { stated } = await fileOf(worker, of.caseId);
		const taken = {
			command: aCommand(),
			caseId: of.caseId,
			factId: idOf(stated, 'expressed-wish'),
			on: day('2026-12-01'),
			note: '',
		};
		good(await withdraw(later, taken));
		const { facts, periods, stated: left, events } = await fileOf(later, of.caseId);
		expect(stateOf(facts)).toBe('waiting');
		expect(periods).toEqual([{ from_on: DAY, to_on: '2026-12-01' }]);
		expect(left.map((fact) => [fact.condition, fact.withdrawnOn]).toSorted()).toEqual([
			['expressed-wish', '2026-12-01'],
			['oral-commitment', null],
			['plan-cooperation', null],
		]);
		expect(events.find((event) => event.kind === 'withdrawn')).toMatchObject({ on: '2026-12-01', note: '' });
		expect(await activateCase(later, { caseId: of.caseId, from: day('2026-12-02') })).toMatchObject({
			problem: 'conditions-unmet',
		});
	});

	test('a statement is taken back once, not before it was made, and not in the future', async () => {
		const { worker, of } = await aWaitingCase();
		await stateAll(worker, of);
		const factId = idOf((await fileOf(worker, of.caseId)).stated, 'expressed-wish');
		const back = (on: string) =>
			withdraw(worker, { command: aCommand(), caseId: of.caseId, factId, on: day(on), note: '' });
		expect(await back('2026-11-22')).toEqual(fieldRefusal('on', 'too-early'));
		expect(await back('2026-11-24')).toEqual(fieldRefusal('on', 'in-the-future'));
		good(await back('2026-11-23'));
		expect(await back('2026-11-23')).toMatchObject({ problem: 'already-decided' });
	});

	test('whoever changes their mind twice on one day is included again that day', async () => {
		const { worker, of } = await aWaitingCase();
		await stateAll(worker, of);
		good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
		const factId = idOf((await fileOf(worker, of.caseId)).stated, 'expressed-wish');
		good(await withdraw(worker, { command: aCommand(), caseId: of.caseId, factId, on: DAY, note: '' }));
		good(await stateCondition(worker, aStatement(of, 'expressed-wish')));
		good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
		const { facts, periods } = await fileOf(worker, of.caseId);
		expect(facts.activeFrom).toBe(DAY);
		expect(periods).toEqual([{ from_on: DAY, to_on: null }]);
	});
});

test('a worker of another organisation, and one of another team, can state nothing and activate nothing [A2]', async () => {
	const { world, worker, of } = await aWaitingCase();
	const foreigner = await (await aWorld()).hire(['coordinator']);
	const elsewhere = await world.hire(['coordinator'], { team: await world.anotherTeam() });
	for (const outsider of [foreigner, elsewhere]) {
		expect(await stateCondition(outsider, aStatement(of, 'expressed-wish'))).toMatchObject({ problem: 'not-found' });
		expect(await activateCase(outsider, { caseId: of.caseId, from: DAY })).toMatchObject({ problem: 'not-found' });
	}
	expect((await fileOf(worker, of.caseId)).stated).toEqual([]);
});
