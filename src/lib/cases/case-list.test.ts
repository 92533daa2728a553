import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { screenOff } from '#lib/access/access.server.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { rowsRead, testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCase, aClosing, anActiveCase, stateAll } from './cases.fixtures.ts';
import { CASE_ORDERS, caseQuery, keyOf, readCaseFilter, type CaseFilter, type CaseKey } from './case-list.ts';
import { casePage, loadCarriers } from './case-list.store.server.ts';
import { closeCase } from './close-case.server.ts';
import { caseChoices, listCases } from './list-cases.server.ts';

const database = testDatabase();
const OTHER = smallDefinition({ key: 'other' });
let world: World;
let [own, mate, lead] = [] as unknown as [Act<Worker>, Act<Worker>, Act<Worker>];
let cases: Record<'waiting' | 'ready' | 'active' | 'closed' | 'other', Uuid>;

beforeAll(async () => {
	world = await aWorld([smallDefinition(), OTHER]);
	[own, mate] = [await world.hire(['professional']), await world.hire(['professional', 'coordinator'])];
	lead = await world.hire(['programme-lead'], { team: null });
	const on = (days: number) => world.at(own, { days });
	const ready = await aCase(world, on(-3));
	await stateAll(own, ready);
	const [active, closed] = [await anActiveCase(world, world.at(own, { minutes: -5 })), await anActiveCase(world, own)];
	good(await closeCase(own, aClosing(closed.caseId)));
	cases = {
		waiting: (await aCase(world, on(-9))).caseId,
		ready: ready.caseId,
		active: active.caseId,
		closed: closed.caseId,
		other: (await aCase(world, world.at(mate, { days: -6 }), { definition: OTHER })).caseId,
	};
	await grant(own, ['waiting', 'ready', 'active', 'closed']);
	await grant(mate, ['other']);
});

async function grant(worker: Act<Worker>, names: readonly (keyof typeof cases)[]): Promise<void> {
	for (const name of names)
		await database.superuser.query(
			`insert into case_worker (organisation_id, case_id, worker_id, role, from_at) values ($1, $2, $3, 'key-worker', $4) on conflict do nothing`,
			[world.organisationId, cases[name], worker.by.workerId, world.now],
		);
}

const names = (ids: readonly Uuid[]) =>
	ids.map((id) => Object.entries(cases).find(([, of]) => of === id)?.[0] ?? 'somebody else’s');
async function listed(filter: Partial<CaseFilter> = {}, by = lead): Promise<readonly string[]> {
	const list = good(await listCases(by, { filter: { order: 'oldest', ...filter } }));
	expect(list.count).toBe(list.rows.length);
	return names(list.rows.map((row) => row.facts.id));
}
const day = (text: string) => text as CalendarDay;

describe('the list of cases', () => {
	test('is narrowed by programme, by state, by who carries a case, and by when it was opened', async () => {
		expect(await listed()).toEqual(['waiting', 'other', 'ready', 'active', 'closed']);
		expect(await listed({ programme: 'other' })).toEqual(['other']);
		for (const state of ['ready', 'active', 'closed'] as const) expect(await listed({ state })).toEqual([state]);
		expect(await listed({ state: 'waiting' })).toEqual(['waiting', 'other']);
		expect(await listed({ worker: mate.by.workerId })).toEqual(['other']);
		expect(await listed({ worker: lead.by.workerId })).toEqual([]);
		expect(await listed({ from: day('2026-11-17'), to: day('2026-11-20') })).toEqual(['other', 'ready']);
		expect(await listed({ programme: 'small', state: 'waiting', to: day('2026-11-14') })).toEqual(['waiting']);
	});

	test('shows nobody more than they may read, whatever they filter by', async () => {
		const stranger = await world.hire(['professional']);
		expect(await listed({}, stranger)).toEqual([]);
		expect(await listed({ worker: mate.by.workerId }, stranger)).toEqual([]);
		const elsewhere = await (await aWorld()).hire(['programme-lead']);
		expect(await listed({ worker: own.by.workerId }, elsewhere)).toEqual([]);
		expect(await listed({}, mate)).toHaveLength(5);
	});

	test('does not show what is screened off, neither to a lead nor to a coordinator', async () => {
		const [coordinator, other] = [await world.hire(['coordinator']), await world.hire(['programme-lead'])];
		for (const worker of [coordinator, other]) {
			expect(await listed({}, worker)).toContain('active');
			await lookUp(worker, async (tx) => ok(await screenOff(tx, worker.by.workerId, cases.active)));
			expect(await listed({}, worker)).toEqual(['waiting', 'other', 'ready', 'closed']);
		}
	});

	test('stands in the order that was asked for, and pages by key without losing or repeating a case', async () => {
		const big = await aWorld([smallDefinition()]);
		const [worker, reader] = [await big.hire(['professional']), await big.hire(['programme-lead'])];
		for (let i = 0; i < 23; i += 1) await aCase(big, big.at(worker, { days: -(i % 4) }));
		await database.superuser.query(
			`update case_ set last_met_on = opened_on + (right(number, 1)::int) where organisation_id = $1 and right(number, 1)::int > 3`,
			[big.organisationId],
		);
		for (const order of CASE_ORDERS) {
			const seen: CaseKey[] = [];
			for (let after: CaseKey | undefined, more = true; more; more = after !== undefined) {
				const page = good(await listCases(reader, { filter: { order }, after }));
				seen.push(...page.rows.map((row) => keyOf(row.facts, order)));
				expect(page.count).toBe(23);
				after = page.next;
			}
			expect(new Set(seen.map((key) => key.id)).size, order).toBe(23);
			const upwards = seen.toSorted((a, b) => a.value.localeCompare(b.value) || (a.id < b.id ? -1 : 1));
			expect(seen, order).toEqual(order === 'newest' || order === 'met-latest' ? upwards.toReversed() : upwards);
		}
	});

	test('offers the programmes here, and who carries cases only to those who know who works here', async () => {
		const offered = await caseChoices(lead);
		expect(offered.programmes.map((one) => one.key).toSorted()).toEqual(['other', 'small']);
		expect(offered.workers.map((one) => one.id).toSorted()).toEqual([own.by.workerId, mate.by.workerId].toSorted());
		expect((await caseChoices(own)).workers).toEqual([]);
	});
});

describe('a filter in an address', () => {
	const read = (question: string) => readCaseFilter(new URLSearchParams(question));

	test('comes back out of it as it went in, with its place', () => {
		const [worker, id] = [own.by.workerId, cases.active];
		const filter = {
			programme: 'blizu',
			state: 'active',
			worker,
			from: day('2026-01-01'),
			order: 'met-latest',
		} as const;
		const after = { value: '2026-05-01', id };
		expect(read(caseQuery(filter, after))).toEqual({ filter, after, problems: [] });
		expect(caseQuery({ order: 'newest' })).toBe('');
	});

	test('that cannot be read filters nothing, and a day that is none is said', () => {
		const nonsense = read(
			'?programme=%27;--&state=asleep&worker=me&order=up&after=x&at=2026-01-01&from=2026-02-31&to=soon',
		);
		expect(nonsense).toEqual({
			filter: { order: 'newest' },
			after: undefined,
			problems: [
				{ field: 'from', problem: 'day-unreal' },
				{ field: 'to', problem: 'day-unreal' },
			],
		});
		expect(read('?from=2026-03-01&to=2026-02-01').problems).toEqual([{ field: 'to', problem: 'ends-before-start' }]);
		expect(read(`?order=number&at=2026-05-01&after=${cases.active}`).after).toBeUndefined();
	});
});

describe('the day of the last meeting', () => {
	const met = async (caseId: Uuid) =>
		(
			await database.superuser.query<{ on: string | null }>('select last_met_on::text as on from case_ where id = $1', [
				caseId,
			])
		).rows[0]!.on;
	const meeting = (caseId: Uuid, on: string, { attendance = 'came', kind = 'meeting' } = {}) =>
		database.superuser.query(
			`insert into meeting (organisation_id, id, case_id, kind, mode, started_at, occurred_on, minutes, attendance, counts, meeting_limit, recorded_by, recorded_at)
			select organisation_id, gen_random_uuid(), id, $3, 'phone', $2::date, $2::date, case when $4 = 'came' then 45 else 0 end, $4, false, meeting_limit, opened_by, now() + interval '9 years' from case_ where id = $1`,
			[caseId, on, kind, attendance],
		);

	test('is the day somebody last came, and is taken back with a meeting that is voided', async () => {
		const { caseId } = await anActiveCase(world, own);
		expect(await met(caseId)).toBeNull();
		await meeting(caseId, '2026-11-10');
		await meeting(caseId, '2026-11-20');
		await meeting(caseId, '2026-11-12');
		await meeting(caseId, '2026-11-21', { attendance: 'did-not-come' });
		await meeting(caseId, '2026-11-22', { kind: 'contact' });
		expect(await met(caseId)).toBe('2026-11-20');
		await database.superuser.query(
			`update meeting set voided_at = now(), voided_by = recorded_by where case_id = $1 and occurred_on = '2026-11-20'`,
			[caseId],
		);
		expect(await met(caseId)).toBe('2026-11-12');
	});
});

describe('with a thousand cases', () => {
	const AT_MOST = 60;
	let reader: Act<Worker>;
	let coordinator: Act<Worker>;

	beforeAll(async () => {
		const full = await aWorld([smallDefinition()]);
		[reader, coordinator] = [await full.hire(['programme-lead']), await full.hire(['coordinator'])];
		const { superuser } = database;
		const given = [full.organisationId, coordinator.by.workerId];
		await superuser.query(
			`insert into case_ (organisation_id, id, number, programme, version, unit, opened_on, opened_by, last_met_on)
			select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-' || lpad(n::text, 4, '0'), 'small', 1, 'person',
				'2024-01-01'::date + n / 2, $2, case when n % 3 > 0 then '2024-02-01'::date + n / 2 end from generate_series(1, 1000) n`,
			given,
		);
		await superuser.query(
			`insert into access.subject_team (organisation_id, subject_id, team_id) select $1, id, $2 from case_ where organisation_id = $1`,
			[full.organisationId, full.teamId],
		);
		await superuser.query(
			`insert into closure (organisation_id, id, case_id, closed_on, reason, closed_by)
			select $1, gen_random_uuid(), id, opened_on + 1, 'goals-achieved', $2 from case_ where organisation_id = $1 and right(number, 1) = '7'`,
			given,
		);
		await superuser.query(
			'update case_ set unmet = 1 where unmet = 0 and active_from is null and organisation_id = $1',
			[full.organisationId],
		);
		await superuser.query(
			`insert into case_worker (organisation_id, case_id, worker_id, role, from_at)
			select $1, id, case when number like '%-0500' then $3::uuid else $2 end, 'second-worker', now() from case_ where organisation_id = $1`,
			[...given, reader.by.workerId],
		);
		// A row that was changed is read twice until the database has tidied up.
		await superuser.query('vacuum analyze');
	});

	/** The role of the application touches few pages of the database for one page of a list; where it does not, its plan is told. */
	async function touchesFew(filter: CaseFilter, by: Act<Worker>, after?: CaseKey): Promise<void> {
		const done = await lookUp(by, async (tx) => {
			const scope = by === reader ? 'organisation' : 'team';
			const query = casePage(tx, { scope, filter }, { after, atMost: 21 });
			// Once before it counts: a connection that is new reads the catalogue first.
			await query.execute();
			return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
		});
		const [row] = good(done) as [{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }];
		const { Plan: plan } = row['QUERY PLAN'][0];
		expect(plan['Actual Rows']).toBe(21);
		const touched = plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
		expect(touched, JSON.stringify(plan)).toBeLessThanOrEqual(AT_MOST);
	}
	const deep = { value: '2025-01-01', id: '01900000-0000-7000-8000-000000000732' as Uuid };

	test.each(CASE_ORDERS.filter((order) => order !== 'number'))(
		'a page in the order “%s” touches few pages',
		async (order) => {
			for (const after of [undefined, deep]) await touchesFew({ order }, reader, after);
		},
	);
	test.each<Partial<CaseFilter>>([
		{ programme: 'small' },
		{ state: 'waiting' },
		{ state: 'closed' },
		{ from: day('2024-03-01'), to: day('2024-06-01') },
		{ order: 'number' },
	])('a page of what is narrowed by %j touches few pages', async (filter) => {
		await touchesFew({ order: 'newest', ...filter }, reader);
	});
	test('who carries them is read past the cases of each', async () => {
		const asked = await lookUp(reader, async (tx) => ok(await rowsRead(tx, 'case_worker', () => loadCarriers(tx))));
		const { done, read } = good(asked);
		expect(done.toSorted()).toEqual([coordinator.by.workerId, reader.by.workerId].toSorted());
		expect(read).toBeLessThanOrEqual(4);
	});
	test('a page of a team’s cases touches few pages', async () => {
		await touchesFew({ order: 'newest' }, coordinator);
	});
});
