import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import { aCommand, good, holderOf, sentRequest, takenRequest } from './intake.fixtures.ts';
import { requestPage, type RequestScope } from './intake.store.server.ts';
import { joinWaitingList } from './join-waiting-list.server.ts';
import { withdrawOwnRequest } from './own-request.server.ts';
import { waitingPage } from './waiting.store.server.ts';

const database = testDatabase();
const ENDED = 3_000;
const FIRST = 800;
/** By so many blocks a list may grow while the indexes under it do. */
const GROWS_AT_MOST = 45;
const OPEN = 8;
const VIEWS = ['waiting', 'mine', 'taken'] as const;

const endedAt = async (requestId: string) =>
	(
		await database.superuser.query<{ at: Date | null }>(
			'select ended_at as at from request_mark where request_id = $1',
			[requestId],
		)
	).rows[0]!.at;

test('a request has its mark of having ended from whoever ends it, also with a code', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const requestId = await takenRequest(world, worker);
	expect(await endedAt(requestId)).toBeNull();
	good(await declineRequest(world.at(worker, { days: 1 }), { requestId, reason: 'no-capacity', note: '' }));
	expect(await endedAt(requestId)).toEqual(world.at(worker, { days: 1 }).at);
	const sent = await sentRequest(world);
	good(await withdrawOwnRequest(await holderOf(world, sent.code), { command: aCommand() }));
	expect(await endedAt(sent.requestId)).toEqual(world.now);
});

describe(`with ${ENDED} requests that have ended`, () => {
	let world: World;
	let worker: Act<Worker>;
	let before: Readonly<Record<string, number>>;
	const unmarked = { before: 0, after: 0 };

	beforeAll(async () => {
		world = await aWorld();
		worker = await world.hire(['professional']);
		for (let i = 0; i < OPEN; i += 1) {
			const requestId = await takenRequest(world, worker);
			if (i % 2 === 0) await join(requestId);
			await sentRequest(world);
		}
		await manyEnded(1, FIRST);
		before = await measured();
		unmarked.before = await asksTheOutcomes();
		await manyEnded(FIRST + 1, ENDED);
		unmarked.after = await asksTheOutcomes();
	});

	const join = async (requestId: string) =>
		good(
			await joinWaitingList(worker, {
				command: aCommand(),
				requestId: requestId as never,
				site: 'celje',
				reason: 'no-place',
				priority: undefined,
			}),
		);

	/** Years of requests, each taken, on the waiting list once, and ended; put in as the owner, because it would take long otherwise. */
	async function manyEnded(from: number, to: number): Promise<void> {
		const given = [world.organisationId, worker.by.workerId];
		const ask = (question: string, values: unknown[] = [world.organisationId]) =>
			database.superuser.query(question, values);
		await ask(
			`insert into request (organisation_id, id, label, programme, version, way_in, for_whom, urgency, received_at, respond_by, mode, anonymous, needs_own_wish, needs_notice)
			select $1, ('01800000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'LIPA-' || n, 'small', 1, 'own-decision', 'self', 'ordinary',
				'2024-01-01'::timestamptz + n * interval '1 hour', '2024-01-04'::timestamptz + n * interval '1 hour', 'phone', false, 'given', false
			from generate_series(${from}, ${to}) n`,
		);
		const OLD = `from request r join request_mark m using (organisation_id) where m.request_id = r.id and organisation_id = $1 and received_at < '2026-01-01' and ended_at is null`;
		await ask(`insert into access.subject_team (organisation_id, subject_id, team_id) select $1, id, $2 ${OLD}`, [
			world.organisationId,
			world.teamId,
		]);
		await ask(
			`insert into request_taking (organisation_id, id, request_id, worker_id, from_at) select $1, id, id, $2, received_at ${OLD}`,
			given,
		);
		await ask(
			`insert into access.grant_ (organisation_id, worker_id, subject_id, relation, from_at) select $1, $2, id, 'own', received_at ${OLD}`,
			given,
		);
		await ask(`insert into waiting_entry select $1, id, received_at ${OLD}`);
		await ask(
			`insert into waiting_stay (organisation_id, id, request_id, joined_at, programme, site, reason, from_at, put_by) select $1, id, id, received_at, 'small', 'celje', 'no-place', received_at, $2 ${OLD}`,
			given,
		);
		await ask(
			`insert into request_outcome (organisation_id, request_id, kind, at, recorded_by, reason) select $1, id, 'declined', r.respond_by, $2, 'no-capacity' ${OLD}`,
			given,
		);
		await ask('vacuum analyze', []);
	}

	type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Actual Rows': number };
	async function buffers(scope: RequestScope, view: (typeof VIEWS)[number] | 'list'): Promise<number> {
		const page = { after: undefined, atMost: 51 };
		const done = await lookUp(worker, async (tx) => {
			const query =
				view === 'list' ? waitingPage(tx, { scope, filter: {} }, page) : requestPage(tx, view, { scope, ...page });
			return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
		});
		const [row] = good(done) as [{ 'QUERY PLAN': [{ Plan: Plan }] }];
		const { Plan: plan } = row['QUERY PLAN'][0];
		expect(plan['Actual Rows'], view).toBe(view === 'list' ? OPEN / 2 : OPEN);
		return blocksOf(plan);
	}
	/** What the lists asked before there was a mark: whether an outcome is missing. */
	async function asksTheOutcomes(): Promise<number> {
		const done = await lookUp(worker, async (tx) => {
			const query = tx.db
				.selectFrom('request as r')
				.leftJoin('request_outcome as o', (join) =>
					join.onRef('o.organisation_id', '=', 'r.organisation_id').onRef('o.request_id', '=', 'r.id'),
				)
				.select('r.id')
				.where('r.organisation_id', '=', tx.organisationId)
				.where('o.request_id', 'is', null);
			return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
		});
		const [row] = good(done) as [{ 'QUERY PLAN': [{ Plan: Plan }] }];
		return blocksOf(row['QUERY PLAN'][0].Plan);
	}
	const blocksOf = (plan: Plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
	async function measured(): Promise<Readonly<Record<string, number>>> {
		const figures: [string, number][] = [];
		for (const scope of ['team', 'organisation'] as const)
			for (const view of [...VIEWS, 'list'] as const) figures.push([`${scope} ${view}`, await buffers(scope, view)]);
		return Object.fromEntries(figures);
	}

	test('the lists of open requests and the waiting list touch no more of the database than before, as the application’s role', async () => {
		const now = await measured();
		for (const [list, blocks] of Object.entries(now))
			expect(blocks, `${list}: ${blocks}, before ${before[list]}`).toBeLessThanOrEqual(before[list]! + GROWS_AT_MOST);
	});

	test('without the mark they would: the same question that asks the outcomes is noticed', () => {
		expect(unmarked.after).toBeGreaterThan(unmarked.before + GROWS_AT_MOST);
	});
});
