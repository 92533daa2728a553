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
const ENDED = 2_000;
const OPEN = 8;
/** Of the requests, their marks and those who wait at most so many rows are looked at for one page, and so many blocks touched for each row. */
const ROWS_AT_MOST = OPEN * 20;
const BLOCKS_AT_MOST = 45;
const COUNTED = new Set(['request', 'request_mark', 'waiting_stay']);
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

	beforeAll(async () => {
		world = await aWorld();
		worker = await world.hire(['professional']);
		for (let i = 0; i < OPEN; i += 1) {
			const requestId = await takenRequest(world, worker);
			if (i % 2 === 0) await join(requestId);
			await sentRequest(world);
		}
		await manyEnded();
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
	async function manyEnded(): Promise<void> {
		const given = [world.organisationId, worker.by.workerId];
		const ask = (question: string, values: unknown[] = [world.organisationId]) =>
			database.superuser.query(question, values);
		await ask(
			`insert into request (organisation_id, id, label, programme, version, way_in, for_whom, urgency, received_at, respond_by, mode, anonymous, needs_own_wish, needs_notice)
			select $1, ('01800000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'LIPA-' || n, 'small', 1, 'own-decision', 'self', 'ordinary',
				'2024-01-01'::timestamptz + n * interval '1 hour', '2024-01-04'::timestamptz + n * interval '1 hour', 'phone', false, 'given', false
			from generate_series(1, ${ENDED}) n`,
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

	type Node = Readonly<Record<string, unknown>> & { readonly Plans?: readonly Node[] };
	type Read = { readonly rows: number; readonly blocks: number; readonly found: number };
	const figure = (node: Node, ...names: readonly string[]) =>
		names.reduce((sum, name) => sum + ((node[name] as number | undefined) ?? 0), 0);
	/** The most rows of these tables that one step of a plan looks at. */
	const mostRows = (node: Node): number =>
		Math.max(
			!COUNTED.has(String(node['Relation Name']))
				? 0
				: figure(node, 'Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Join Filter') *
						figure(node, 'Actual Loops'),
			...(node.Plans ?? []).map(mostRows),
		);
	function readIn(plan: unknown): Read {
		const [row] = plan as [{ 'QUERY PLAN': [{ Plan: Node }] }];
		const { Plan: top } = row['QUERY PLAN'][0];
		const blocks = figure(top, 'Shared Hit Blocks', 'Shared Read Blocks');
		return { rows: mostRows(top), blocks, found: figure(top, 'Actual Rows') };
	}
	async function readFor(scope: RequestScope, view: (typeof VIEWS)[number] | 'list'): Promise<Read> {
		const page = { after: undefined, atMost: 51 };
		const done = await lookUp(worker, async (tx) => {
			const query =
				view === 'list' ? waitingPage(tx, { scope, filter: {} }, page) : requestPage(tx, view, { scope, ...page });
			return ok((await query.explain('json', sql`analyze, buffers`)) as unknown);
		});
		return readIn(good(done));
	}

	test.each(
		(['team', 'organisation'] as const).flatMap((scope) =>
			[...VIEWS, 'list' as const].map((view) => [scope, view] as const),
		),
	)('for a page of the %s’s list “%s” the role of the application looks at the open ones only', async (scope, view) => {
		const { rows, blocks, found } = await readFor(scope, view);
		expect(found).toBe(view === 'list' ? OPEN / 2 : OPEN);
		expect(rows).toBeLessThanOrEqual(ROWS_AT_MOST);
		expect(blocks).toBeLessThanOrEqual(BLOCKS_AT_MOST * OPEN * 2);
	});

	test('without the mark it looked at all there ever were: the question that asks the outcomes is noticed', async () => {
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
		expect(readIn(good(done)).rows).toBeGreaterThan(ROWS_AT_MOST);
	});
});
