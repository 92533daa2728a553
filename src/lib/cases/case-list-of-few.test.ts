import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { ok } from '#lib/kernel/result.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { rowsRead, testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { casePage } from './case-list.store.server.ts';
import { loadCaseDays, loadDueSteps } from './deadlines.store.server.ts';

const database = testDatabase();

describe('for a worker who may see three cases of thousands', () => {
	const AT_MOST = 60;
	let full: World;
	let reader: Act<Worker>;
	let worker: Act<Worker>;
	let filled = 0;

	/** Adds cases of another team; three of them in all are the worker's own. */
	async function fill(cases: number): Promise<void> {
		const { superuser } = database;
		const given = [full.organisationId, reader.by.workerId, filled + 1, filled + cases];
		await superuser.query(
			`insert into case_ (organisation_id, id, number, programme, version, unit, opened_on, opened_by)
			select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-' || lpad(n::text, 5, '0'), 'small', 1, 'person',
				'2020-01-01'::date + n / 10, $2 from generate_series($3::int, $4::int) n`,
			given,
		);
		await superuser.query(
			`insert into access.subject_team (organisation_id, subject_id, team_id) select c.organisation_id, c.id, $2 from case_ c
			where c.organisation_id = $1 on conflict do nothing`,
			[full.organisationId, full.teamId],
		);
		filled += cases;
		await superuser.query('vacuum analyze');
	}

	beforeAll(async () => {
		full = await aWorld([smallDefinition()]);
		reader = await full.hire(['programme-lead']);
		worker = await full.hire(['professional'], { team: await full.anotherTeam() });
		await fill(1_000);
		await database.superuser.query(
			`insert into access.grant_ (organisation_id, worker_id, subject_id, relation, from_at)
			select organisation_id, $2, id, 'own', now() from case_ where organisation_id = $1 and right(number, 5) in ('00001', '00500', '00999')`,
			[full.organisationId, worker.by.workerId],
		);
		await database.superuser.query('vacuum analyze');
	});

	test.each(['own', 'team'] as const)('the deadlines of a day (%s) are looked for among these alone', async (of) => {
		const { superuser } = database;
		// All are active, whatever that takes elsewhere.
		await superuser.query('set session_replication_role = replica');
		await superuser.query("update case_ set active_from = '2020-01-01' where organisation_id = $1", [
			full.organisationId,
		]);
		await superuser.query('set session_replication_role = origin');
		await superuser.query('vacuum analyze case_');
		const counted = <Value>(load: (tx: Tx) => Promise<Value>) =>
			lookUp(worker, async (tx) => ok(await rowsRead(tx, 'case_', () => load(tx))));
		const days = good(await counted((tx) => loadCaseDays(tx, of)));
		expect(days.done).toHaveLength(3);
		expect(days.read).toBeLessThanOrEqual(30);
		const soon = { until: '2999-12-31' as CalendarDay, atMost: 10 };
		expect(good(await counted((tx) => loadDueSteps(tx, of, soon))).read).toBeLessThanOrEqual(30);
	});

	type Planned = { rows: number; buffers: number };
	async function planned(by: Act<Worker>): Promise<Planned> {
		const done = await lookUp(by, async (tx) => {
			const scope = by === reader ? 'organisation' : 'team';
			const asked = { scope, filter: { order: 'newest' } } as const;
			const query = casePage(tx, asked, { after: undefined, atMost: 21 });
			// Once before it counts: a connection that is new reads the catalogue first.
			await query.execute();
			return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
		});
		const [row] = good(done) as [{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }];
		const { Plan: plan } = row['QUERY PLAN'][0];
		return { rows: plan['Actual Rows']!, buffers: plan['Shared Hit Blocks']! + plan['Shared Read Blocks']! };
	}

	test('the list costs the same among a thousand and among ten thousand, for them and for who sees all', async () => {
		const [few, all] = [await planned(worker), await planned(reader)];
		await fill(9_000);
		const [fewOfMany, allOfMany] = [await planned(worker), await planned(reader)];
		expect([few.rows, all.rows, fewOfMany.rows, allOfMany.rows]).toEqual([3, 21, 3, 21]);
		expect(Math.max(...[few, all, fewOfMany, allOfMany].map((one) => one.buffers))).toBeLessThanOrEqual(AT_MOST);
	});

	test('a list that looks at every case for the three is found out', async () => {
		await fill(filled < 10_000 ? 9_000 : 1_000);
		const { rows } = await database.superuser.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
			`explain (analyze, buffers, format json) select id from case_ c where organisation_id = $1 and (
				id in (select subject_id from access.grant_ where organisation_id = $1 and worker_id = $2 and relation = 'own')
				or id in (select s.subject_id from access.subject_team s join access.team_member m using (organisation_id, team_id) where m.worker_id = $2))
			order by opened_on desc, id desc limit 21`,
			[full.organisationId, worker.by.workerId],
		);
		const { Plan: plan } = rows[0]!['QUERY PLAN'][0];
		expect(plan['Actual Rows']).toBe(3);
		expect(plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!).toBeGreaterThan(AT_MOST);
	});
});
