import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import {
	aCommand,
	aRequest,
	aTalk,
	aTime,
	good,
	holderOf,
	openedCase,
	problemOf,
	someWords,
	takenRequest,
} from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { offerTime } from './offer-time.server.ts';
import { readOwnRequest } from './own-request.server.ts';
import { statusOf } from './own-status.ts';
import { readPersonPage } from './read-person-page.server.ts';
import { listRequests, readRequest } from './read-requests.server.ts';
import { codeOf, enterRequest, receiveRequest, type NewRequest } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';
import { routeRequest } from './route-request.server.ts';
import type { RoutingRule } from './routing.ts';
import { endRoutingRule, listRouting, makeRule } from './routing-rules.server.ts';
import { giveBack, takeRequest } from './take-request.server.ts';

testDatabase();
const EMPTY = { field: null, municipality: null, site: null, reason: null, language: null, mode: null } as const;
const rule = (team: Uuid, criteria: Partial<RoutingRule>): RoutingRule => ({
	id: aCommand(),
	programme: 'small',
	...EMPTY,
	team,
	...criteria,
});
const relationOf = async (worker: Act<Worker>, personId: Uuid) => {
	const page = await readPersonPage(worker, { personId });
	return page.ok ? page.value.relation : page.problem;
};

describe('a request that is given back', () => {
	test('frees the time of whoever had it, says that another will be found, and takes the person along to the next worker [W2]', async () => {
		const world = await aWorld();
		const [former, next] = [await world.hire(['professional']), await world.hire(['professional'])];
		const requestId = await takenRequest(world, former);
		const { personId } = good(await linkPerson(former, { requestId, personId: undefined }));
		good(await offerTime(former, aTime(requestId)));
		good(await giveBack(former, { requestId }));
		const own = good(await readOwnRequest(await holderOf(world, codeOf(requestId))));
		expect(statusOf(own.facts, own.appointments, world.now)).toBe('another-time');
		const letters = good(await listOutbox(await world.hire(['administrator']))).messages;
		expect(letters.filter((one) => one.kind === 'time-changed').map((one) => one.to)).toEqual(['zala@primer.invalid']);
		// The same hour is free for somebody else.
		good(await offerTime(former, aTime(await takenRequest(world, former))));
		expect(await relationOf(former, personId)).toBe('team');
		good(await takeRequest(next, { command: aCommand(), requestId }));
		expect(await relationOf(next, personId)).toBe('own');
	});

	test('leaves the person with a worker who has a case of theirs', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { personId } = await openedCase(world, worker);
		const requestId = await takenRequest(world, worker);
		good(await linkPerson(worker, { requestId, personId }));
		good(await giveBack(worker, { requestId }));
		expect(await relationOf(worker, personId)).toBe('own');
	});
});

async function twoTeams(definitions?: Parameters<typeof aWorld>[0]) {
	const world = await aWorld(definitions);
	const other = await world.anotherTeam();
	return {
		world,
		other,
		administrator: await world.hire(['administrator'], { team: null }),
		here: await world.hire(['coordinator', 'professional']),
		there: await world.hire(['coordinator', 'professional'], { team: other }),
	};
}
const waitingFor = async (worker: Act<Worker>) =>
	good(await listRequests(worker, { view: 'waiting' })).rows.map((row) => row.facts.id);
async function sent(world: World, changes: Partial<NewRequest>): Promise<Uuid> {
	const request = aRequest(changes);
	good(await receiveRequest(world.visitor(), request));
	return request.command;
}

describe('routing', () => {
	test('a new request goes to the team that a rule names, the others to the programme’s, and the coordinator sees why', async () => {
		const { world, other, administrator, here, there } = await twoTeams();
		const byPlace = rule(other, { municipality: 'velenje', mode: 'home' });
		good(await makeRule(administrator, byPlace));
		good(await makeRule(administrator, byPlace));
		expect(good(await listRouting(here, { programmes: ['small'] }))).toMatchObject({
			rules: [byPlace],
			usual: { small: world.teamId },
		});
		const routed = await sent(world, { mode: 'home', text: someWords({ place: 'Velenje' }) });
		const usual = await sent(world, { mode: 'phone', text: someWords({ place: 'Velenje' }) });
		expect([await waitingFor(here), await waitingFor(there)]).toEqual([[usual], [routed]]);
		const why = good(await readRequest(there, { requestId: routed })).course.routings;
		expect(why).toMatchObject([{ team: 'Druga ekipa', why: 'rule', rule: { municipality: 'Velenje', mode: 'home' } }]);
		expect(good(await readRequest(here, { requestId: usual })).course.routings).toMatchObject([
			{ team: 'Ekipa', why: 'programme', rule: undefined },
		]);
	});

	test('an ended rule routes nobody any more, and still says why it once did', async () => {
		const { world, other, administrator, here, there } = await twoTeams();
		const one = rule(other, { reason: 'grief' });
		good(await makeRule(administrator, one));
		const before = await sent(world, {});
		good(await endRoutingRule(administrator, { ruleId: one.id }));
		expect(problemOf(await endRoutingRule(administrator, { ruleId: one.id }))).toBe('not-found');
		const after = await sent(world, {});
		expect([await waitingFor(here), await waitingFor(there)]).toEqual([[after], [before]]);
		const { routings } = good(await readRequest(there, { requestId: before })).course;
		expect(routings[0]?.rule).toMatchObject({ reason: 'grief' });
	});

	test('rules are the administrator’s, ask for something, and only for what the programme has', async () => {
		const { world, other, administrator, here } = await twoTeams();
		const wrong: [Partial<RoutingRule>, string][] = [
			[{}, 'field'],
			[{ reason: 'unheard-of' }, 'reason'],
			[{ site: 'unheard-of' }, 'site'],
			[{ municipality: 'unheard-of' }, 'municipality'],
			[{ field: 'unheard-of' }, 'field'],
			[{ mode: 'phone', team: aCommand() }, 'team'],
		];
		for (const [criteria, field] of wrong)
			expect(await makeRule(administrator, rule(other, criteria))).toMatchObject({ ok: false, fields: [{ field }] });
		expect(problemOf(await makeRule(here, rule(other, { mode: 'phone' })))).toBe('not-found');
		const stranger = await world.hire(['volunteer']);
		expect(problemOf(await listRouting(stranger, { programmes: [] }))).toBe('not-found');
	});

	test('whoever works on a request hands it to another team, where it waits for somebody', async () => {
		const { world, other, here, there } = await twoTeams();
		const requestId = await takenRequest(world, here);
		const later = world.at(here, { minutes: 5 });
		const handed = { requestId, team: other, fields: [] };
		expect(await routeRequest(later, { ...handed, team: aCommand() })).toMatchObject({ fields: [{ field: 'team' }] });
		good(await routeRequest(later, handed));
		expect([await waitingFor(here), await waitingFor(there)]).toEqual([[], [requestId]]);
		expect(problemOf(await routeRequest(here, handed))).toBe('not-found');
		const { facts, course } = good(await readRequest(there, { requestId }));
		expect(facts.takenBy).toBeNull();
		expect(course.routings.map((one) => [one.team, one.why, one.by])).toEqual([
			['Druga ekipa', 'worker', here.by.workerId],
			['Ekipa', 'programme', null],
		]);
	});
});

describe('special fields of first social help', () => {
	const FIELDS = prvaSocialnaPomoc.routedFields.map((one) => one.key);
	const psp = (changes: Partial<NewRequest> = {}): Partial<NewRequest> => ({
		programme: prvaSocialnaPomoc.key,
		reasons: [],
		mode: 'office',
		...changes,
	});
	async function withFieldTeam() {
		const set = await twoTeams([prvaSocialnaPomoc]);
		for (const field of FIELDS)
			good(await makeRule(set.administrator, rule(set.other, { programme: prvaSocialnaPomoc.key, field })));
		return set;
	}

	test.each(FIELDS)('a request that touches %s goes to the workers of that field, who see why [P13]', async (field) => {
		const { world, there, here } = await withFieldTeam();
		const requestId = await sent(world, psp({ fields: [field] }));
		expect([await waitingFor(here), await waitingFor(there)]).toEqual([[], [requestId]]);
		const { course } = good(await readRequest(there, { requestId }));
		expect(course.fields).toEqual([{ key: field, team: 'Druga ekipa' }]);
		expect(course.routings).toMatchObject([{ team: 'Druga ekipa', why: 'field', rule: { field } }]);
		expect(good(await readOwnRequest(await holderOf(world, codeOf(requestId)))).toField).toBe(true);
	});

	test('a field that comes up in a talk is recorded at once with the team it goes to; who led the talk hands it over [P13]', async () => {
		const { world, here, there } = await withFieldTeam();
		const requestId = await takenRequest(world, here, psp());
		const later = world.at(here, { minutes: 5 });
		good(await recordTalk(later, aTalk(here, requestId, { mode: 'office', fields: ['fostering'] })));
		const { course, facts } = good(await readRequest(here, { requestId }));
		expect(course.fields).toEqual([{ key: 'fostering', team: 'Druga ekipa' }]);
		expect([course.routings[0]?.why, facts.takenBy]).toEqual(['field', here.by.workerId]);
		good(await giveBack(here, { requestId }));
		expect(await waitingFor(there)).toEqual([requestId]);
		good(await takeRequest(there, { command: aCommand(), requestId }));
	});

	test('without a rule for the field the programme’s team has it, and the field is on record all the same [P13]', async () => {
		const { world, here } = await twoTeams([prvaSocialnaPomoc]);
		const requestId = await sent(world, psp({ fields: ['adoption'] }));
		expect(good(await readRequest(here, { requestId })).course).toMatchObject({
			fields: [{ key: 'adoption', team: undefined }],
			routings: [{ why: 'programme' }],
		});
		expect(good(await readOwnRequest(await holderOf(world, codeOf(requestId)))).toField).toBe(false);
	});

	test('a field that the programme has not is refused, with a request and with a talk', async () => {
		const { world, here } = await twoTeams([prvaSocialnaPomoc]);
		const wrong = aRequest(psp({ fields: ['unheard-of'] }));
		expect(await receiveRequest(world.visitor(), wrong)).toMatchObject({ fields: [{ field: 'fields' }] });
		const { requestId } = good(await enterRequest(here, aRequest(psp())));
		const talk = aTalk(here, requestId, { mode: 'office', fields: ['unheard-of'] });
		expect(problemOf(await recordTalk(here, talk))).toBe('cannot-be-read');
	});
});
