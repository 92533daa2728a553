import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { addDays, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { belongToTeams, moveToTeam, screenOff } from '#lib/access/access.server.ts';
import { saveDraft } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import {
	activeCase,
	aCommand,
	aRequest,
	aTime,
	good,
	plannedSteps,
	problemOf,
	sentRequest,
	takenRequest,
	today,
} from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readDay, type About, type Day, type DayOf } from './read-day.server.ts';
import { receiveRequest } from './receive-request.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();
const TEAM = 'Vida Zgledna';
let world: World;
let worker: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['professional']);
});

const day = async (act: Act<Worker>, of: DayOf = 'own'): Promise<Day> => good(await readDay(act, { of }));
const idOf = (about: About): Uuid => ('request' in about ? about.request.facts.id : about.case.facts.id);
const inDays = (days: number): CalendarDay => addDays(today(world), days);

async function as(act: Act<Worker>, work: (tx: Tx<Worker>) => Promise<void>): Promise<void> {
	const done = await transaction(act, async (tx) => {
		await work(tx);
		record(tx, { action: 'worker.changed', subjects: [act.by.workerId] });
		return ok();
	});
	good(done);
}

/** A time for a case, put down as the calendar of cases will. */
async function visit(act: Act<Worker>, caseId: Uuid, startsAt: Date): Promise<void> {
	const id = aCommand();
	const endsAt = new Date(startsAt.getTime() + 45 * 60_000);
	await database.superuser.query(
		`insert into appointment (organisation_id, id, case_id, mode, starts_at, ends_at, state, offered_by, offered_at)
		values ($1, $2, $3, 'home', $4, $5, 'accepted', $6, $4)`,
		[world.organisationId, id, caseId, startsAt, endsAt, act.by.workerId],
	);
	await database.superuser.query(
		`insert into appointment_holder (organisation_id, appointment_id, kind, holder_id, starts_at, ends_at, live) values ($1, $2, 'worker', $3, $4, $5, true)`,
		[world.organisationId, id, act.by.workerId, startsAt, endsAt],
	);
}

describe('the times of a day', () => {
	test('talks of requests and visits of cases stand together, by the hour, whatever programme they are of [W1]', async () => {
		const both = await aWorld([smallDefinition(), { ...smallDefinition(), key: 'other' }]);
		const busy = await both.hire(['professional']);
		const [first, second] = [await takenRequest(both, busy, { programme: 'other' }), await takenRequest(both, busy)];
		good(await offerTime(busy, aTime(first, { time: '14:00' })));
		good(await offerTime(busy, aTime(second, { time: '10:00', agreed: true })));
		const seen = good(await readDay(both.at(busy, { days: 1 }), { of: 'own' }));
		expect(seen.appointments.map((one) => [idOf(one.about), one.state])).toEqual([
			[second, 'accepted'],
			[first, 'offered'],
		]);
		const { caseId } = await activeCase(world, worker);
		await visit(worker, caseId, new Date('2026-11-23T13:00:00Z'));
		const mine = await day(worker);
		expect(mine.appointments.map((one) => [idOf(one.about), one.mode, one.worker])).toEqual([[caseId, 'home', TEAM]]);
	});

	test('yesterday’s are over, those of more than a week away are not shown, and a colleague’s are not mine [W1]', async () => {
		const own = await world.hire(['professional']);
		const { caseId } = await activeCase(world, own);
		for (const at of ['2026-11-22T09:00:00Z', '2026-11-23T05:00:00Z', '2026-11-29T09:00:00Z', '2026-11-30T09:00:00Z'])
			await visit(own, caseId, new Date(at));
		const shown = (await day(own)).appointments.map((one) => one.startsAt.toISOString());
		expect(shown).toEqual(['2026-11-23T05:00:00.000Z', '2026-11-29T09:00:00.000Z']);
		expect((await day(await world.hire(['professional']))).appointments).toEqual([]);
	});
});

describe('the requests of a day', () => {
	test('those that wait past their time come first and are counted; who was answered comes last [W1]', async () => {
		const here = await aWorld();
		const act = await here.hire(['professional']);
		const ids: Uuid[] = [];
		for (const urgency of ['ordinary', 'urgent', 'ordinary'] as const)
			ids.push((await sentRequest(here, { urgency })).requestId);
		const [, urgent, answered] = ids;
		await database.superuser.query(
			`update request set responded_at = received_at, respond_by = received_at where id = $1`,
			[answered],
		);
		const seen = good(await readDay(here.at(act, { days: 2 }), { of: 'own' }));
		expect(seen.waiting.rows.map((row) => row.facts.id)).toEqual([urgent, ids[0], answered]);
		expect([seen.waiting.count, seen.waiting.overdue]).toEqual([3, 1]);
	});

	test('a few are shown and all are counted; what the worker took is theirs and not a colleague’s [W1]', async () => {
		const here = await aWorld();
		const [act, colleague] = [await here.hire(['professional']), await here.hire(['professional'])];
		for (let i = 0; i < 10; i += 1) good(await receiveRequest(here.visitor(), aRequest()));
		const { requestId } = await sentRequest(here);
		good(await takeRequest(act, { command: aCommand(), requestId }));
		const seen = good(await readDay(act, { of: 'own' }));
		expect([seen.waiting.rows.length, seen.waiting.count]).toEqual([8, 10]);
		expect(seen.taken.rows.map((row) => row.facts.id)).toEqual([requestId]);
		expect(good(await readDay(colleague, { of: 'own' })).taken.count).toBe(0);
	});
});

describe('drafts', () => {
	const begun = (act: Act<Worker>, form: string, subjectId: Uuid) =>
		saveDraft(act, { form, subjectId, fields: { words: 'začeto' } }).then(good);

	test('lead back to where they wait, newest first: the worker’s own, and none that could not be sent any more [W1]', async () => {
		const [act, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
		const { caseId, requestId } = await activeCase(world, act);
		await begun(act, 'plan', caseId);
		await begun(world.at(act, { minutes: 5 }), 'talk', requestId);
		const shown = (seen: Day) => seen.drafts.rows.map((one) => [one.form, idOf(one.about)]);
		expect(shown(await day(act))).toEqual([
			['talk', requestId],
			['plan', caseId],
		]);
		await begun(colleague, 'plan', caseId);
		expect(shown(await day(colleague))).toEqual([]);
		await as(act, (tx) => screenOff(tx, act.by.workerId, caseId));
		expect(shown(await day(act))).toEqual([['talk', requestId]]);
	});
});

describe('whose day', () => {
	test('a coordinator sees the team’s times, requests and deadlines; whoever is not one is refused [W1]', async () => {
		const here = await aWorld();
		const coordinator = await here.hire(['coordinator']);
		const act = await here.hire(['professional'], { name: 'Ciril Domišljen' });
		const { caseId } = await activeCase(here, act);
		await plannedSteps(act, caseId, [{ text: 'Večerni sprehod', byOn: inDays(0) }]);
		const requestId = await takenRequest(here, act);
		good(await offerTime(act, aTime(requestId)));
		const own = good(await readDay(coordinator, { of: 'own' }));
		expect([own.appointments, own.deadlines.count, own.taken.count]).toEqual([[], 0, 0]);
		const team = good(await readDay(coordinator, { of: 'team' }));
		expect(team.appointments.map((one) => [idOf(one.about), one.worker])).toEqual([[requestId, 'Ciril Domišljen']]);
		expect([team.deadlines.count, team.taken.count]).toEqual([1, 1]);
		expect(team.cases.rows.map((row) => row.facts.id)).toEqual([caseId]);
		for (const role of ['professional', 'advocate', 'programme-lead', 'administrator'] as const)
			expect(problemOf(await readDay(await here.hire([role]), { of: 'team' })), role).toBe('not-found');
	});

	test('the team’s day shows nothing of another team, and nothing that is screened off [W1]', async () => {
		const here = await aWorld();
		const act = await here.hire(['professional']);
		const coordinator = await here.hire(['coordinator']);
		const { caseId } = await activeCase(here, act);
		await plannedSteps(act, caseId, [{ text: 'Večerni sprehod', byOn: inDays(0) }]);
		const counts = async () => {
			const { deadlines, cases } = good(await readDay(coordinator, { of: 'team' }));
			return [deadlines.count, cases.rows.length];
		};
		expect(await counts()).toEqual([1, 1]);
		const team = await here.anotherTeam();
		await as(act, (tx) => moveToTeam(tx, caseId, team));
		expect(await counts()).toEqual([0, 0]);
		await as(act, (tx) => belongToTeams(tx, caseId, [here.teamId]));
		expect(await counts()).toEqual([1, 1]);
		await as(act, (tx) => screenOff(tx, coordinator.by.workerId, caseId));
		expect(await counts()).toEqual([0, 0]);
	});

	test('whom the day named stands in the journal: the requests, the cases and the people of both', async () => {
		const here = await aWorld();
		const act = await here.hire(['professional']);
		const { caseId, personId } = await activeCase(here, act);
		const { requestId } = await sentRequest(here);
		const known = await takenRequest(here, act);
		const about = good(await linkPerson(act, { requestId: known, personId: undefined })).personId;
		await readDay(act, { of: 'own' });
		const { rows } = await database.superuser.query(
			`select action, subject_ids from journal where actor_id = $1 and action in ('request.listed', 'case.listed') order by action`,
			[act.by.workerId],
		);
		expect(rows.map((row) => [row.action, row.subject_ids])).toEqual([
			['case.listed', [caseId, personId]],
			['request.listed', [requestId, known, about]],
		]);
	});
});
