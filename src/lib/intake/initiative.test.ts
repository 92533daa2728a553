import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { answerInitiative, NOTICE_BASES, recordNotice } from './decide-request.server.ts';
import { aCommand, aProposal, aRequest, aTalk, aTime, good, problemOf, sentRequest, today } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import { enterRequest, receiveRequest, type NewRequest } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { takeRequest } from './take-request.server.ts';
import type { ForWhom } from './request.ts';

const database = testDatabase();

const openIt = (worker: Act<Worker>, requestId: Uuid) =>
	openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' });

/** Writes a case of a request straight into the database. */
const forceCase = (requestId: Uuid) =>
	database.superuser.query(
		`insert into case_ (organisation_id, id, number, programme, version, request_id, unit, opened_on, opened_by)
		select organisation_id, gen_random_uuid(), '2026-9999', programme, version, id, 'person', '2026-11-23', id from request where id = $1`,
		[requestId],
	);

async function aTakenProposal(programmes = [prvaSocialnaPomoc], changes: Partial<NewRequest> = {}) {
	const world = await aWorld(programmes);
	const worker = await world.hire(['professional']);
	const programme = programmes[0]!.key;
	const { requestId } = await sentRequest(world, {
		...aProposal(),
		programme,
		reasons: [],
		mode: 'office',
		...changes,
	});
	good(await takeRequest(worker, { command: aCommand(), requestId }));
	return { world, worker, requestId };
}

describe('an initiative of somebody else', () => {
	test('nothing happens before the person accepts it: no time, no talk, no case, not in the database either [P7]', async () => {
		const { world, worker, requestId } = await aTakenProposal();
		good(await linkPerson(worker, { requestId, personId: undefined }));
		expect(problemOf(await offerTime(worker, aTime(requestId)))).toBe('needs-own-wish');
		expect(problemOf(await recordTalk(worker, aTalk(worker, requestId)))).toBe('needs-own-wish');
		expect(problemOf(await openIt(worker, requestId))).toBe('needs-own-wish');
		await expect(forceCase(requestId)).rejects.toThrow('the person has not stated their own wish');
		good(await answerInitiative(worker, { requestId, answer: 'accepted', on: today(world) }));
		good(await offerTime(worker, aTime(requestId)));
		good(await recordTalk(worker, aTalk(worker, requestId)));
		good(await openIt(worker, requestId));
	});

	test('declining is an outcome like any other, and ends it [P7]', async () => {
		const { world, worker, requestId } = await aTakenProposal();
		good(await answerInitiative(worker, { requestId, answer: 'declined', on: today(world) }));
		const page = good(await readRequest(worker, { requestId }));
		expect([page.facts.outcome, page.answer?.answer]).toEqual(['declined-by-person', 'declined']);
		expect(problemOf(await recordTalk(worker, aTalk(worker, requestId)))).toBe('already-decided');
		expect(problemOf(await openIt(worker, requestId))).toBe('already-decided');
		await expect(forceCase(requestId)).rejects.toThrow('the person has not stated their own wish');
	});

	test('a proposal is talked about, and becomes a case only once the person’s own wish is recorded [B15]', async () => {
		const { world, worker, requestId } = await aTakenProposal([blizu], { wayIn: 'proposal-other' });
		good(await linkPerson(worker, { requestId, personId: undefined }));
		good(await recordTalk(worker, aTalk(worker, requestId)));
		expect(problemOf(await openIt(worker, requestId))).toBe('needs-own-wish');
		await expect(forceCase(requestId)).rejects.toThrow('the person has not stated their own wish');
		good(await answerInitiative(worker, { requestId, answer: 'accepted', on: today(world) }));
		good(await openIt(worker, requestId));
	});

	test('is answered once, not on a day to come, and only where there is one', async () => {
		const { world, worker, requestId } = await aTakenProposal();
		const tomorrow = { requestId, answer: 'accepted', on: '2026-11-24' as CalendarDay } as const;
		expect(await answerInitiative(worker, tomorrow)).toMatchObject({
			fields: [{ field: 'on', problem: 'in-the-future' }],
		});
		const both = (['accepted', 'declined'] as const).map((answer) =>
			answerInitiative(worker, { requestId, answer, on: today(world) }),
		);
		const results = await Promise.all(both);
		expect(results.filter((one) => one.ok)).toHaveLength(1);
		expect(['already-answered', 'already-decided']).toContain(results.map(problemOf).find((one) => one !== undefined));
		const own = good(
			await enterRequest(worker, aRequest({ programme: prvaSocialnaPomoc.key, reasons: [], mode: 'office' })),
		);
		const answer = { requestId: own.requestId, answer: 'accepted', on: today(world) } as const;
		expect(problemOf(await answerInitiative(worker, answer))).toBe('not-found');
	});
});

describe('ex officio', () => {
	async function byOffice() {
		const world = await aWorld([prvaSocialnaPomoc]);
		const worker = await world.hire(['professional']);
		const request = aRequest({ programme: prvaSocialnaPomoc.key, forWhom: 'ex-officio', mode: 'office', reasons: [] });
		const { requestId } = good(await enterRequest(worker, request));
		good(await linkPerson(worker, { requestId, personId: undefined }));
		return { world, worker, requestId, request };
	}

	test.each(NOTICE_BASES)(
		'the office acts once the person was informed, with the day and the ground: %s [P8]',
		async (basis) => {
			const { world, worker, requestId } = await byOffice();
			expect(problemOf(await recordTalk(worker, aTalk(worker, requestId, { mode: 'office' })))).toBe('needs-informing');
			expect(problemOf(await openIt(worker, requestId))).toBe('needs-informing');
			await expect(forceCase(requestId)).rejects.toThrow('the person has not been informed');
			good(await recordNotice(worker, { requestId, basis, on: today(world) }));
			const page = good(await readRequest(worker, { requestId }));
			expect(page.facts.wayIn).toBe('ex-officio');
			expect(page.notice).toEqual({ basis, informed_on: today(world), informed_by: worker.by.workerId });
			good(await recordTalk(worker, aTalk(worker, requestId, { mode: 'office' })));
			good(await openIt(worker, requestId));
		},
	);

	test('the person is informed once, not on a day to come, and only where the office acts [P8]', async () => {
		const { world, worker, requestId } = await byOffice();
		const notice = (on: string, request = requestId) =>
			recordNotice(worker, { requestId: request, basis: 'binding-information', on: on as CalendarDay });
		expect(await notice('2026-11-24')).toMatchObject({ fields: [{ field: 'on', problem: 'in-the-future' }] });
		good(await notice(today(world)));
		expect(problemOf(await notice(today(world)))).toBe('already-stated');
		const own = good(
			await enterRequest(worker, aRequest({ programme: prvaSocialnaPomoc.key, reasons: [], mode: 'office' })),
		);
		expect(problemOf(await notice(today(world), own.requestId))).toBe('not-found');
	});

	test('nobody at the door acts by office', async () => {
		const { world, request } = await byOffice();
		const posted = await receiveRequest(world.visitor(), { ...request, command: aCommand() });
		expect(problemOf(posted)).toBe('not-accepting');
	});
});

type Way = readonly [
	forWhom: ForWhom,
	mode: NewRequest['mode'],
	wayIn: string | undefined,
	expected: readonly [string, string, boolean],
];

async function waysOf(definition: typeof blizu, ways: readonly Way[]) {
	const world = await aWorld([definition]);
	const worker = await world.hire(['coordinator']);
	return Promise.all(
		ways.map(async ([forWhom, mode, wayIn]) => {
			const request = aRequest({ ...aProposal(), programme: definition.key, forWhom, mode, wayIn, reasons: [] });
			if (forWhom === 'ex-officio') good(await enterRequest(worker, request));
			else good(await receiveRequest(world.visitor(), request));
			const { facts } = good(await readRequest(worker, { requestId: request.command }));
			return [facts.wayIn, facts.needsOwnWish, facts.needsNotice];
		}),
	);
}

describe('ways in are kept with the request, and what each asks for', () => {
	test('Blizu: a talk in the field, a talk online, and proposals from within and from elsewhere [B15]', async () => {
		const ways: Way[] = [
			['self', 'home', undefined, ['introductory-talk-field', 'given', false]],
			['self', 'phone', undefined, ['introductory-talk-field', 'given', false]],
			['self', 'online', undefined, ['first-talk-online', 'given', false]],
			['other', 'home', undefined, ['introductory-talk-field', 'before-case', false]],
			['proposal', 'phone', 'proposal-karitas', ['proposal-karitas', 'before-case', false]],
			['proposal', 'office', 'proposal-other', ['proposal-other', 'before-case', false]],
		];
		expect(await waysOf(blizu, ways)).toEqual(ways.map((way) => way[3]));
	});

	test('first social help: the person’s own decision, an initiative, and ex officio [P6, P7, P8]', async () => {
		const ways: Way[] = [
			['self', 'office', undefined, ['own-decision', 'given', false]],
			['proposal', 'phone', undefined, ['initiative', 'before-talk', false]],
			['other', 'phone', undefined, ['initiative', 'before-talk', false]],
			['ex-officio', 'office', undefined, ['ex-officio', 'given', true]],
		];
		expect(await waysOf(prvaSocialnaPomoc, ways)).toEqual(ways.map((way) => way[3]));
	});

	test('a way in that does not fit who asks, and a programme that takes nobody, are refused', async () => {
		const closed = { ...blizu, acceptsRequests: false };
		const [world, full] = [await aWorld([blizu]), await aWorld([closed])];
		const wrong = aRequest({ programme: 'blizu', reasons: [], wayIn: 'proposal-karitas' });
		expect(problemOf(await receiveRequest(world.visitor(), wrong))).toBe('not-accepting');
		const late = aRequest({ programme: 'blizu', reasons: [] });
		expect(problemOf(await receiveRequest(full.visitor(), late))).toBe('not-accepting');
		const unheard = aRequest({ programme: 'unheard-of', reasons: [] });
		expect(problemOf(await receiveRequest(world.visitor(), unheard))).toBe('program-unknown');
	});
});
