import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from './activate-case.server.ts';
import { nextReviewOn, REASONS_TO_REOPEN, stateOf } from './case.ts';
import { aCase, aClosing, anActiveCase, aPlan, aStatement, DAY, day, fileOf } from './cases.fixtures.ts';
import { changePlan } from './change-plan.server.ts';
import { closeCase } from './close-case.server.ts';
import { reopenCase } from './reopen-case.server.ts';
import { reviewCase, type Review } from './review-case.server.ts';
import { stateCondition } from './state-condition.server.ts';

const database = testDatabase();

async function anAccompaniedPerson() {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const of = await anActiveCase(world, worker);
	return { world, worker, of, later: world.at(worker, { days: 60 }) };
}

const fieldRefusal = (field: string, problem: string) => ({
	ok: false,
	problem: 'fields',
	fields: [expect.objectContaining({ field, problem })],
});
const aReview = (caseId: Uuid, changes: Partial<Review> = {}): Review => ({
	command: aCommand(),
	caseId,
	on: day('2027-01-20'),
	ownView: '',
	note: '',
	nextOn: undefined,
	renewedUntil: undefined,
	...changes,
});

async function withGoals(worker: Act<Worker>, caseId: Uuid, ...goals: string[]): Promise<readonly Uuid[]> {
	good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: DAY, plan: aPlan(...goals) }));
	return (await fileOf(worker, caseId)).plan!.goals.map((goal) => goal.id);
}

describe('reviews', () => {
	test('at each review the person’s own view is kept in their words, so that a change is visible [B20]', async () => {
		const { world, later, of } = await anAccompaniedPerson();
		good(await reviewCase(later, aReview(of.caseId, { ownView: 'Še vedno ne spim.' })));
		const evenLater = world.at(later, { days: 30 });
		good(await reviewCase(evenLater, aReview(of.caseId, { on: day('2027-02-20'), ownView: 'Spim, a sem sama.' })));
		const { ownViews } = await fileOf(evenLater, of.caseId);
		expect(ownViews.map((view) => [view.on, view.words, view.person])).toEqual([
			['2027-01-20', 'Še vedno ne spim.', of.people[0]],
			['2027-02-20', 'Spim, a sem sama.', of.people[0]],
		]);
	});

	test('the agreed period runs, is reviewed and renewed, and the case goes on [B3]', async () => {
		const { later, of } = await anAccompaniedPerson();
		const renewed = { renewedUntil: day('2027-11-30'), nextOn: day('2027-04-20'), note: 'Gre na bolje.' };
		good(await reviewCase(later, aReview(of.caseId, renewed)));
		const { agreement, events, facts, nextReviewSaid, definition } = await fileOf(later, of.caseId);
		expect(agreement).toMatchObject({ version: 2, from_on: '2027-01-20', to_on: '2027-11-30' });
		expect(events.map((event) => [event.kind, event.note]).toSorted()).toEqual([
			['activated', ''],
			['opened', ''],
			['renewed', ''],
			['reviewed', 'Gre na bolje.'],
		]);
		expect(stateOf(facts)).toBe('active');
		expect(nextReviewOn(definition, nextReviewSaid, facts.activeFrom)).toBe('2027-04-20');
		expect(nextReviewOn(definition, null, facts.activeFrom)).toBe('2027-02-21');
	});

	test('a period is only ever renewed to a later day, and a review is not before the case and not in the future', async () => {
		const { later, of } = await anAccompaniedPerson();
		const refused = [
			[{ renewedUntil: day('2027-05-31') }, 'renewedUntil', 'not-in-the-future'],
			[{ renewedUntil: day('2027-01-20') }, 'renewedUntil', 'not-in-the-future'],
			[{ nextOn: day('2027-01-20') }, 'nextOn', 'not-in-the-future'],
			[{ on: day('2026-11-22') }, 'on', 'too-early'],
			[{ on: day('2027-01-23') }, 'on', 'in-the-future'],
		] as const;
		for (const [changes, field, problem] of refused)
			expect(await reviewCase(later, aReview(of.caseId, changes)), field).toEqual(fieldRefusal(field, problem));
		expect((await fileOf(later, of.caseId)).agreement).toMatchObject({ version: 1, to_on: '2027-05-31' });
	});

	test('an agreement without an end is not renewed into the past either', async () => {
		const definition = smallDefinition({ agreement: { ...smallDefinition().agreement, period: 'optional' } });
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const of = await aCase(world, worker, { definition });
		good(await stateCondition(worker, aStatement(of, 'oral-commitment', { until: undefined })));
		const past = aReview(of.caseId, { on: DAY, renewedUntil: day('2026-11-22') });
		expect(await reviewCase(worker, past)).toEqual(fieldRefusal('renewedUntil', 'not-in-the-future'));
	});

	test('a review sent twice is one', async () => {
		const { later, of } = await anAccompaniedPerson();
		const review = aReview(of.caseId, { ownView: 'Še vedno ne spim.', renewedUntil: day('2027-11-30') });
		await Promise.all([1, 2, 3].map(() => reviewCase(later, review)));
		const { ownViews, agreement, events } = await fileOf(later, of.caseId);
		expect([ownViews.length, agreement?.version]).toEqual([1, 2]);
		expect(events.filter((event) => event.kind === 'reviewed')).toHaveLength(1);
	});
});

describe('closure', () => {
	test('a case is closed only with an outcome for every goal of its plan', async () => {
		const { worker, of } = await anAccompaniedPerson();
		const [first, second] = (await withGoals(worker, of.caseId, 'Spet spati', 'Urediti dolgove')) as [Uuid, Uuid];
		const half = aClosing(of.caseId, { goals: { [first]: 'achieved' } });
		expect(await closeCase(worker, half)).toEqual(fieldRefusal(`goal-${second}`, 'goal-outcomes-missing'));
		good(await closeCase(worker, aClosing(of.caseId, { goals: { [first]: 'achieved', [second]: 'given-up' } })));
		const { facts, closure, periods } = await fileOf(worker, of.caseId);
		expect(stateOf(facts)).toBe('closed');
		expect(periods).toEqual([{ from_on: DAY, to_on: DAY }]);
		expect(closure?.goals).toEqual(
			new Map([
				[first, 'achieved'],
				[second, 'given-up'],
			]),
		);
	});

	test('whoever wants to leave, leaves: the reason is their own wish, and no words are asked [B15]', async () => {
		const { worker, of } = await anAccompaniedPerson();
		good(
			await closeCase(worker, aClosing(of.caseId, { reason: 'own-wish', outcomes: ['rhythm-regained', 'made-up'] })),
		);
		const { closure, events } = await fileOf(worker, of.caseId);
		expect(closure).toMatchObject({ reason: 'own-wish', outcomes: ['rhythm-regained'] });
		expect(events.find((event) => event.kind === 'closed')).toMatchObject({ reason: 'own-wish', note: '' });
	});

	test('a case is closed on no day to come and none before it was active, for a reason of its programme, once', async () => {
		const { worker, of } = await anAccompaniedPerson();
		const closing = (changes: object) => closeCase(worker, aClosing(of.caseId, changes));
		expect(await closing({ closedOn: '2026-11-24' })).toEqual(fieldRefusal('closedOn', 'in-the-future'));
		expect(await closing({ closedOn: '2026-11-22' })).toEqual(fieldRefusal('closedOn', 'too-early'));
		expect(await closing({ reason: 'unheard-of' })).toEqual(fieldRefusal('reason', 'choose-one'));
		good(await closing({}));
		expect(await closing({})).toMatchObject({ problem: 'already-closed' });
	});

	test('in a closed case nothing is recorded: no statement, no plan, no review, no activity', async () => {
		const { worker, of } = await anAccompaniedPerson();
		good(await closeCase(worker, aClosing(of.caseId)));
		const { caseId } = of;
		const plan = aPlan('Spet spati');
		expect(
			await Promise.all([
				stateCondition(worker, aStatement(of, 'expressed-wish')),
				changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: DAY, plan }),
				reviewCase(worker, aReview(caseId, { on: DAY })),
				activateCase(worker, { caseId, from: DAY }),
			]),
		).toEqual(Array.from({ length: 4 }, () => ({ ok: false, problem: 'case-closed' })));
	});

	test('the database keeps a closed case from being active, whoever writes to it', async () => {
		const { worker, of } = await anAccompaniedPerson();
		const direct = database.superuser.query(
			`insert into closure (organisation_id, id, case_id, closed_on, reason, closed_by)
			select organisation_id, gen_random_uuid(), id, '2026-11-23', 'own-wish', opened_by from case_ where id = $1`,
			[of.caseId],
		);
		await expect(direct).rejects.toThrow('a closed case cannot be active');
		good(await closeCase(worker, aClosing(of.caseId)));
		await expect(
			database.superuser.query(
				`with period as (insert into case_active_period (organisation_id, case_id, from_on) select organisation_id, id, '2026-12-01' from case_ where id = $1)
				update case_ set active_from = '2026-12-01' where id = $1`,
				[of.caseId],
			),
		).rejects.toThrow('a closed case cannot be active');
	});
});

describe('opening again', () => {
	test('a closed case is opened again with a reason, keeps all its history, and waits to be made active', async () => {
		const { world, worker, of } = await anAccompaniedPerson();
		const [goal] = await withGoals(worker, of.caseId, 'Spet spati');
		good(await closeCase(worker, aClosing(of.caseId, { goals: { [goal!]: 'partly' }, note: 'Odšla je k sestri.' })));
		const lead = await world.hire(['programme-lead']);
		const again = { command: aCommand(), caseId: of.caseId, reason: 'person-returned', note: '', instead: {} } as const;
		good(await reopenCase(lead, again));
		good(await reopenCase(lead, again));
		const { facts, events, plan, stated, periods } = await fileOf(worker, of.caseId);
		expect(stateOf(facts)).toBe('ready');
		expect(events.map((event) => [event.kind, event.reason, event.note]).toSorted()).toEqual([
			['activated', null, ''],
			['closed', 'goals-achieved', 'Odšla je k sestri.'],
			['opened', null, ''],
			['reopened', 'person-returned', ''],
		]);
		expect([plan?.goals.length, stated.length, periods.length]).toEqual([1, 3, 1]);
		const kept = await database.superuser.query('select grade from goal_outcome where case_id = $1', [of.caseId]);
		expect(kept.rows).toEqual([{ grade: 'partly' }]);
		good(await activateCase(worker, { caseId: of.caseId, from: DAY }));
	});

	test('"other" says why in words, and what is not closed cannot be opened again', async () => {
		const { worker, of } = await anAccompaniedPerson();
		const open = (reason: (typeof REASONS_TO_REOPEN)[number], note: string) =>
			reopenCase(worker, { command: aCommand(), caseId: of.caseId, reason, note, instead: {} });
		expect(await open('person-returned', '')).toMatchObject({ problem: 'case-not-closed' });
		good(await closeCase(worker, aClosing(of.caseId)));
		expect(await open('other', '')).toEqual(fieldRefusal('note', 'reason-missing'));
		good(await open('other', 'Vrnila se je po pošti.'));
		expect(await open('person-returned', '')).toMatchObject({ problem: 'case-not-closed' });
	});
});
