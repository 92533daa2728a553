import { describe, expect, test } from 'vitest';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { krizovaIntervence } from '../../../programmes/krizova-intervence.ts';
import { agreeTask } from './agreed-task.server.ts';
import { nextTask } from './agreed-task.ts';
import { aCase, aClosing, aPlan, DAY, day, fileOf } from './cases.fixtures.ts';
import { changePlan } from './change-plan.server.ts';
import { closeCase } from './close-case.server.ts';
import { readPlan } from './plan.ts';
import { currentPhase, nextPhase } from './way.ts';
import { aCrisisCase, aTask } from './way.fixtures.ts';
import { assessGoals, beginPhase, stepUp } from './way.server.ts';

const database = testDatabase();
const { listed } = krizovaIntervence.plan;

const fieldRefusal = (field: string, problem: string) => ({
	ok: false,
	problem: 'fields',
	fields: [expect.objectContaining({ field, problem })],
});

describe('the agreed task', () => {
	test('is kept in versions, the older ones readable as they were [C2]', async () => {
		const { worker, caseId } = await aCrisisCase();
		good(await agreeTask(worker, aTask(caseId, 'Přečkat noc.')));
		good(await agreeTask(worker, aTask(caseId, 'Přečkat noc a zavolat sestře.', 1)));
		const { tasks } = await fileOf(worker, caseId);
		expect(tasks.map(({ version, words, agreedOn, by }) => [version, words, agreedOn, by])).toEqual([
			[2, 'Přečkat noc a zavolat sestře.', DAY, worker.by.workerId],
			[1, 'Přečkat noc.', DAY, worker.by.workerId],
		]);
	});

	test('changed from an older version is refused, and sent unchanged keeps no new one', async () => {
		const { worker, colleague, caseId } = await aCrisisCase();
		good(await agreeTask(worker, aTask(caseId, 'Jedna')));
		expect(problemOf(await agreeTask(colleague, aTask(caseId, 'Druhá')))).toBe('changed-meanwhile');
		good(await agreeTask(colleague, aTask(caseId, 'Jedna', 1)));
		expect((await fileOf(worker, caseId)).tasks).toHaveLength(1);
		expect(nextTask([], { basedOn: 0, words: '' })).toEqual({ ok: true, value: undefined });
	});

	test('says something, not on a day to come nor before the case, and only where the programme has one', async () => {
		const { worker, caseId } = await aCrisisCase();
		const sent = (changes: object) => agreeTask(worker, { ...aTask(caseId, 'Noc'), ...changes });
		expect(await sent({ words: '' })).toEqual(fieldRefusal('words', 'write-something'));
		expect(await sent({ agreedOn: day('2026-11-24') })).toEqual(fieldRefusal('agreedOn', 'in-the-future'));
		expect(await sent({ agreedOn: day('2026-11-22') })).toEqual(fieldRefusal('agreedOn', 'too-early'));
		const plain = smallDefinition({ plan: { ...smallDefinition().plan, agreedTask: false } });
		const world = await aWorld([plain]);
		const other = await world.hire(['professional']);
		const of = await aCase(world, other, { definition: plain });
		expect(problemOf(await agreeTask(other, aTask(of.caseId, 'Noc')))).toBe('not-found');
	});

	test('stands sealed in the database, and the database refuses a meeting of another case', async () => {
		const { worker, caseId } = await aCrisisCase();
		good(await agreeTask(worker, aTask(caseId, 'Přečkat nejbližší noc')));
		const { rows } = await database.superuser.query('select sealed from agreed_task where case_id = $1', [caseId]);
		expect((rows[0].sealed as Buffer).includes('noc')).toBe(false);
		expect(await agreeTask(worker, { ...aTask(caseId, 'Jiná', 1), meetingId: aCommand() })).toMatchObject({
			problem: 'choose-one',
		});
	});
});

describe('goals of the programme’s list', () => {
	const typed = (...keys: readonly string[]) =>
		Object.fromEntries(keys.map((key) => [`listed-${listed.findIndex((one) => one.key === key)}`, 'yes']));
	const planOf = (given: Record<string, string>) => good(readPlan(given, listed));
	const change = (caseId: string, plan: ReturnType<typeof planOf>, basedOn = 0) =>
		({ command: aCommand(), caseId, basedOn, madeOn: DAY, plan }) as Parameters<typeof changePlan>[1];

	test('all eight are set for a client, in the list’s words or their own, and each keeps its goal through the versions [C3]', async () => {
		const { worker, caseId } = await aCrisisCase();
		const all = typed(...listed.map((one) => one.key));
		const plan = planOf({
			...all,
			'listed-1-words': 'Plakat bez studu',
			'listed-7-words': 'Potřebuje psychiatra',
			ownWords: 'Zavolám sestře.',
		});
		good(await changePlan(worker, change(caseId, plan)));
		const first = (await fileOf(worker, caseId)).plan!;
		expect(first.goals.map((goal) => goal.definitionKey)).toEqual(listed.map((one) => one.key));
		expect([first.goals[0]!.text, first.goals[1]!.text]).toEqual([listed[0]!.text.cs, 'Plakat bez studu']);
		expect(first.ownWords).toBe('Zavolám sestře.');
		const again = planOf({ ...typed('emotions'), 'listed-1-id': first.goals[1]!.id, ownWords: 'Zavolám bratrovi.' });
		good(await changePlan(worker, change(caseId, again, 1)));
		const { plan: second } = await fileOf(worker, caseId);
		expect(second?.goals.map((goal) => goal.id)).toEqual([first.goals[1]!.id]);
		expect(second?.ownWords).toBe('Zavolám bratrovi.');
	});

	test('mediated contacts are a goal only where it is said what requires them [C3]', () => {
		const last = listed.length - 1;
		expect(listed.filter((one) => one.ifRequired).map((one) => one.key)).toEqual(['mediated-contacts']);
		expect(readPlan(typed('mediated-contacts'), listed)).toEqual(
			fieldRefusal(`listed-${last}-words`, 'reason-missing'),
		);
		const required = { ...typed('mediated-contacts'), [`listed-${last}-words`]: 'Bez léků nespí.' };
		expect(planOf(required).goals.map((goal) => goal.text)).toEqual(['Bez léků nespí.']);
	});

	test('a goal that is not on the list, or stands twice, is refused', async () => {
		const { worker, caseId } = await aCrisisCase();
		const goal = (definitionKey: string | null) => ({ id: null, definitionKey, text: 'Cíl', steps: [] });
		const sent = (...goals: readonly ReturnType<typeof goal>[]) =>
			changePlan(worker, change(caseId, { ownWords: '', resources: '', needs: '', goals }));
		expect(problemOf(await sent(goal('flying')))).toBe('cannot-be-read');
		expect(problemOf(await sent(goal('emotions'), goal('emotions')))).toBe('cannot-be-read');
		expect(problemOf(await sent(goal(null)))).toBe('cannot-be-read');
		good(await sent(goal('emotions')));
		await expect(
			database.superuser.query(
				`insert into plan_goal select organisation_id, case_id, version, gen_random_uuid(), 9, definition_key, sealed from plan_goal where case_id = $1`,
				[caseId],
			),
		).rejects.toThrow('plan_goal_listed_once');
	});

	test('are assessed on the way, the last word on each counting, and each again at the closure [C3]', async () => {
		const { world, worker, caseId } = await aCrisisCase();
		good(await changePlan(worker, change(caseId, planOf(typed('emotions', 'understanding')))));
		const [emotions, understanding] = (await fileOf(worker, caseId)).plan!.goals;
		const assess = (standings: Record<string, 'begun' | 'reached'>, minutes = 0) =>
			assessGoals(world.at(worker, { minutes }), { command: aCommand(), caseId, on: DAY, standings });
		expect(await assess({})).toEqual(fieldRefusal(`goal-${emotions!.id}`, 'choose-one'));
		good(await assess({ [emotions!.id]: 'begun' }));
		good(await assess({ [emotions!.id]: 'reached', [aCommand()]: 'begun' }, 1));
		expect((await fileOf(worker, caseId)).standings.map(({ goal, standing }) => [goal, standing])).toEqual([
			[emotions!.id, 'begun'],
			[emotions!.id, 'reached'],
		]);
		const grades = { [emotions!.id]: 'achieved' as const };
		expect(await closeCase(worker, aClosing(caseId, { goals: grades }))).toEqual(
			fieldRefusal(`goal-${understanding!.id}`, 'goal-outcomes-missing'),
		);
		good(await closeCase(worker, aClosing(caseId, { goals: { ...grades, [understanding!.id]: 'partly' } })));
		const { closure } = await fileOf(worker, caseId);
		expect([...closure!.goals.values()].toSorted()).toEqual(['achieved', 'partly']);
		expect(problemOf(await assess({ [emotions!.id]: 'begun' }))).toBe('case-closed');
	});
});

describe('after the acute phase', () => {
	test('a case begins in the acute phase; the next begins on a day, once, and is told [C5]', async () => {
		const { worker, colleague, caseId } = await aCrisisCase();
		expect(currentPhase(krizovaIntervence, [])?.key).toBe('acute');
		const begin = (who = worker, phase = 'after-acute', from = DAY) =>
			beginPhase(who, { command: aCommand(), caseId, phase, from });
		expect(problemOf(await begin(worker, 'acute'))).toBe('not-found');
		expect(await begin(worker, 'after-acute', day('2026-11-24'))).toEqual(fieldRefusal('from', 'in-the-future'));
		expect(await begin(worker, 'after-acute', day('2026-11-01'))).toEqual(fieldRefusal('from', 'too-early'));
		good(await begin());
		expect(problemOf(await begin(colleague))).toBe('already-decided');
		const { phases } = await fileOf(worker, caseId);
		expect(phases).toEqual([{ phase: 'after-acute', from: DAY, by: worker.by.workerId }]);
		expect(currentPhase(krizovaIntervence, phases)?.key).toBe('after-acute');
		expect(nextPhase(krizovaIntervence, phases)).toBeUndefined();
	});
});

describe('a step up into more intensive treatment', () => {
	const into = { sl: 'poglobljena obravnava', cs: 'intenzivnější podpora', en: 'in-depth treatment' };

	async function aReliefCase(changes: object = {}) {
		const definition = smallDefinition({ stepUp: into, ...changes });
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const of = await aCase(world, worker, { definition });
		const up = (given: object = {}) =>
			stepUp(worker, {
				command: aCommand(),
				caseId: of.caseId,
				on: DAY,
				reason: 'distress-deeper',
				words: 'Ne zadošča.',
				...given,
			});
		return { world, worker, up, ...of };
	}

	test('happens inside the case, with its day, its reason and by whom, and all that was stays [Z4]', async () => {
		const { worker, caseId, up } = await aReliefCase();
		good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: DAY, plan: aPlan('Spet spati') }));
		expect(await up({ words: '' })).toEqual(fieldRefusal('words', 'reason-missing'));
		good(await up());
		const file = await fileOf(worker, caseId);
		expect(file.stepUp).toEqual({ on: DAY, reason: 'distress-deeper', words: 'Ne zadošča.', by: worker.by.workerId });
		expect(file.plan?.goals.map((goal) => goal.text)).toEqual(['Spet spati']);
		expect(problemOf(await up())).toBe('already-decided');
		const { rows } = await database.superuser.query('select reason, sealed from step_up where case_id = $1', [caseId]);
		expect([rows[0].reason, (rows[0].sealed as Buffer).includes('zadošča')]).toEqual(['distress-deeper', false]);
	});

	test('is there only where the programme has it, for whoever may change the case, and not once it is closed [Z4]', async () => {
		const without = await aReliefCase({ stepUp: null });
		expect(problemOf(await without.up())).toBe('not-found');
		const { world, worker, caseId, up } = await aReliefCase();
		const advocate = await world.hire(['advocate']);
		const given = { command: aCommand(), caseId, on: DAY, reason: 'advised', words: 'Da.' } as const;
		expect(problemOf(await stepUp(advocate, given))).toBe('not-found');
		good(await closeCase(worker, aClosing(caseId)));
		expect(problemOf(await up())).toBe('case-closed');
		await expect(
			database.superuser.query(
				`insert into step_up select organisation_id, id, '2026-11-23', 'other', opened_by, '2026-11-23', decode(repeat('00', 64), 'hex') from case_ where id = $1`,
				[caseId],
			),
		).rejects.toThrow('the case is closed');
	});
});
