import { expect, test, vi } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { declineRequest } from './decide-request.server.ts';
import {
	aCommand,
	aRequest,
	good,
	holderOf,
	openedCase,
	problemOf,
	sentRequest,
	takenRequest,
} from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { withdrawOwnRequest } from './own-request.server.ts';
import { listRequests } from './read-requests.server.ts';
import { enterRequest, receiveRequest } from './receive-request.server.ts';
import { giveBack, takeRequest } from './take-request.server.ts';

vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const RACES = atSize(40, 2_000);
const POSTS = 50;
const database = testDatabase();

const rowsOf = async (question: string, ...values: unknown[]) =>
	(await database.superuser.query(question, values)).rows as Record<string, unknown>[];

test('of two workers who take one request in the same instant one gets it, and the other is told [W2]', async () => {
	const world = await aWorld();
	const workers = [await world.hire(['professional']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const { requestId } = await sentRequest(world);
		const results = await Promise.all(workers.map((worker) => takeRequest(worker, { command: aCommand(), requestId })));
		expect(results.map(problemOf).toSorted()).toEqual(['already-taken', undefined]);
		const winner = workers[results.findIndex((one) => one.ok)]!;
		const taken = await rowsOf(
			'select worker_id from request_taking where request_id = $1 and to_at is null',
			requestId,
		);
		expect(taken).toEqual([{ worker_id: winner.by.workerId }]);
	}
});

test('a whole team of twenty at one request: one gets it', async () => {
	const world = await aWorld();
	const team = await Promise.all(Array.from({ length: 20 }, () => world.hire(['professional'])));
	const { requestId } = await sentRequest(world);
	const results = await Promise.all(team.map((worker) => takeRequest(worker, { command: aCommand(), requestId })));
	expect(results.filter((one) => one.ok)).toHaveLength(1);
	expect(results.filter((one) => problemOf(one) === 'already-taken')).toHaveLength(19);
});

test('the database holds one open taking of a request, whoever writes it', async () => {
	const world = await aWorld();
	const requestId = await takenRequest(world, await world.hire(['professional']));
	await expect(
		database.superuser.query(
			`insert into request_taking (organisation_id, id, request_id, worker_id, from_at)
			select organisation_id, gen_random_uuid(), request_id, worker_id, from_at from request_taking where request_id = $1`,
			[requestId],
		),
	).rejects.toThrow('request_taken_once');
});

test('a taking sent twice is one, and the one who has the request is told the same both times', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { requestId } = await sentRequest(world);
	const command = aCommand();
	const results = await Promise.all([1, 2, 3].map(() => takeRequest(worker, { command, requestId })));
	expect(results.map(problemOf)).toEqual([undefined, undefined, undefined]);
});

test('a request handed back is waiting again, and a colleague takes it; its clock goes on [W2]', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['professional']), await world.hire(['professional'])];
	const requestId = await takenRequest(world, worker);
	const waiting = async () => good(await listRequests(colleague, { view: 'waiting' })).rows.map((row) => row.facts.id);
	expect(await waiting()).toEqual([]);
	const before = await rowsOf('select respond_by from request where id = $1', requestId);
	good(await giveBack(worker, { requestId }));
	expect(await waiting()).toEqual([requestId]);
	expect(await giveBack(worker, { requestId })).toMatchObject({ problem: 'not-found' });
	good(await takeRequest(colleague, { command: aCommand(), requestId }));
	expect(await waiting()).toEqual([]);
	expect(await rowsOf('select respond_by from request where id = $1', requestId)).toEqual(before);
});

test(`the same post ${POSTS} times at once makes one request and shows one code [A4]`, async () => {
	const world = await aWorld();
	const request = aRequest({ anonymous: true });
	const results = await Promise.all(Array.from({ length: POSTS }, () => receiveRequest(world.visitor(), request)));
	expect(new Set(results.map((one) => good(one).code)).size).toBe(1);
	const [kept] = await rowsOf(
		`select (select count(*)::int from request where id = $1) as requests,
			(select count(*)::int from return_code where subject_id = $1) as codes,
			(select count(*)::int from request_reason where request_id = $1) as reasons`,
		request.command,
	);
	expect(kept).toEqual({ requests: 1, codes: 1, reasons: 1 });
});

test('the same request written down by a worker many times at once is one', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const request = aRequest();
	const results = await Promise.all(Array.from({ length: POSTS }, () => enterRequest(worker, request)));
	expect(results).toEqual(results.map(() => ({ ok: true, value: { requestId: request.command } })));
	expect(await rowsOf('select worker_id from request_taking where request_id = $1', request.command)).toHaveLength(1);
});

test('a request taken back by its person while a worker declines it ends once, and the other is told', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	for (let i = 0; i < RACES; i += 1) {
		const { requestId, code } = await sentRequest(world);
		good(await takeRequest(worker, { command: aCommand(), requestId }));
		const holder = await holderOf(world, code);
		const results = await Promise.all([
			withdrawOwnRequest(holder, { command: aCommand() }),
			declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }),
		]);
		expect(results.map(problemOf).toSorted()).toEqual(['already-decided', undefined]);
		const kind = results[0].ok ? 'withdrawn' : 'declined';
		expect(await rowsOf('select kind from request_outcome where request_id = $1', requestId)).toEqual([{ kind }]);
	}
});

test('one case comes of a request, however many open it at once, and by the database too', async () => {
	const world = await aWorld();
	const workers = [await world.hire(['coordinator']), await world.hire(['coordinator'])];
	for (let i = 0; i < RACES; i += 1) {
		const requestId = await takenRequest(world, workers[0]!);
		good(await linkPerson(workers[0]!, { requestId, personId: undefined }));
		const results = await Promise.all(
			workers.map((worker) => openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' })),
		);
		expect(results.map(problemOf).toSorted()).toEqual(['already-decided', undefined]);
		expect(await rowsOf('select id from case_ where request_id = $1', requestId)).toHaveLength(1);
	}
	const { caseId } = await openedCase(world, workers[0]!);
	await expect(
		database.superuser.query(
			`insert into case_ (organisation_id, id, number, programme, version, request_id, unit, opened_on, opened_by)
			select organisation_id, gen_random_uuid(), '2026-9999', programme, version, request_id, unit, opened_on, opened_by from case_ where id = $1`,
			[caseId],
		),
	).rejects.toThrow('case_of_request_once');
});

test('cases opened at the same moment have numbers of their own, without a gap', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	await Promise.all(Array.from({ length: 20 }, () => openedCase(world, worker)));
	const numbers = await rowsOf(
		'select number from case_ where organisation_id = $1 order by number',
		world.organisationId,
	);
	expect(numbers.map((row) => row.number)).toEqual(
		Array.from({ length: 20 }, (_, i) => `2026-${String(i + 1).padStart(4, '0')}`),
	);
});
