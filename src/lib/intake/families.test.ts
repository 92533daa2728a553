import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good, problemOf, someWords, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { aCase, aCondition, aStatement, DAY, day, fileOf } from '#lib/cases/cases.fixtures.ts';
import {
	decideParentView,
	linkCases,
	noteInConfidence,
	relate,
	screenMember,
} from '#lib/cases/change-family.server.ts';
import { changeMember, joinCase, leaveCase, type Joining } from '#lib/cases/change-members.server.ts';
import { addCaseWorker, endAbsence, endWorkInCase, recordAbsence } from '#lib/cases/change-team.server.ts';
import { readFamily, readMember } from '#lib/cases/read-family.server.ts';
import { renewAgreement } from '#lib/cases/renew-agreement.server.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { withdraw } from '#lib/cases/withdraw.server.ts';

const database = testDatabase();

/** A programme that works with families as the seeds describe it: two conditions of each member, two workers. */
const forFamilies = () =>
	smallDefinition({
		conditions: [
			aCondition('motivated', { party: 'each-member', kind: 'assessment', forms: ['written'] }),
			aCondition('agreed', { party: 'each-member', kind: 'agreement', setsPeriod: true }),
		],
		team: { minimum: 2, text: { sl: 'Dva' } },
		agreement: { ...smallDefinition().agreement, period: 'optional' },
		indications: [{ key: 'two-or-more', text: { sl: 'Dva' }, membersMin: 2 }],
	});

type Family = { world: World; key: Act<Worker>; second: Act<Worker>; caseId: Uuid; people: readonly Uuid[] };

async function aFamily(members = 2): Promise<Family> {
	const definition = forFamilies();
	const world = await aWorld([definition]);
	const [key, second] = [await world.hire(['professional']), await world.hire(['professional'])];
	return { world, key, second, ...(await aCase(world, key, { definition, members })) };
}

const motivated = (of: Family, person: Uuid) =>
	stateCondition(of.key, aStatement(of, 'motivated', { partyId: person, form: 'written' }));
const agreed = (of: Family, person: Uuid) =>
	stateCondition(of.key, aStatement(of, 'agreed', { partyId: person, until: day('2027-05-31') }));
const joinSecond = (of: Family) =>
	addCaseWorker(of.key, {
		command: aCommand(),
		caseId: of.caseId,
		worker: of.second.by.workerId,
		role: 'second-worker',
	});
const activate = (of: Family) => activateCase(of.key, { caseId: of.caseId, from: DAY });

async function anActiveFamily(): Promise<Family> {
	const of = await aFamily();
	for (const person of of.people) {
		good(await motivated(of, person));
		good(await agreed(of, person));
	}
	good(await joinSecond(of));
	good(await activate(of));
	return of;
}

const aJoining = (of: Family, changes: Partial<Joining> = {}): Joining => ({
	command: aCommand(),
	caseId: of.caseId,
	person: undefined,
	newPerson: { name: 'Teta Izmišljena', birthYear: 1975, sex: 'female' },
	roles: ['child'],
	livesWith: true,
	from: DAY,
	ownView: '',
	...changes,
});

describe('the conditions of a family [D3]', () => {
	test('no case becomes active before each member was assessed as motivated and accepted the agreement', async () => {
		const of = await aFamily();
		good(await joinSecond(of));
		const [mother, son] = of.people as [Uuid, Uuid];
		for (const step of [() => motivated(of, mother), () => agreed(of, mother), () => motivated(of, son)]) {
			good(await step());
			expect(problemOf(await activate(of))).toBe('conditions-unmet');
		}
		good(await agreed(of, son));
		good(await activate(of));
	});

	test('members accept one and the same version of the agreement', async () => {
		const of = await anActiveFamily();
		const { agreement } = await fileOf(of.key, of.caseId);
		expect(agreement).toMatchObject({ version: 1, to_on: '2027-05-31' });
		expect(agreement!.accepted.toSorted()).toEqual(of.people.toSorted());
	});

	test('a new version of the agreement asks everyone again, and the case waits for them', async () => {
		const of = await anActiveFamily();
		const proposed = { caseId: of.caseId, form: 'oral' as const, from: DAY, to: day('2027-12-31'), note: 'Tedensko.' };
		good(await renewAgreement(of.key, { command: aCommand(), ...proposed }));
		const { facts, agreement } = await fileOf(of.key, of.caseId);
		expect(facts).toMatchObject({ activeFrom: null, unmet: 2 });
		expect(agreement).toMatchObject({ version: 2, accepted: [] });
		for (const person of of.people) good(await agreed(of, person));
		expect((await fileOf(of.key, of.caseId)).agreement).toMatchObject({ version: 2, to_on: '2027-12-31' });
		good(await activate(of));
	});

	test('a review does not prolong the agreement over anybody’s head', async () => {
		const of = await anActiveFamily();
		const review = { command: aCommand(), caseId: of.caseId, on: DAY, ownView: '', note: '', nextOn: undefined };
		expect(problemOf(await reviewCase(of.key, { ...review, renewedUntil: day('2027-12-31') }))).toBe('fields');
	});

	test('who took their acceptance back begins a new version when they accept again', async () => {
		const of = await anActiveFamily();
		const fact = (await fileOf(of.key, of.caseId)).stated.find((one) => one.condition === 'agreed')!;
		good(await withdraw(of.key, { command: aCommand(), caseId: of.caseId, factId: fact.id, on: DAY, note: '' }));
		good(await agreed(of, fact.partyId));
		expect((await fileOf(of.key, of.caseId)).agreement).toMatchObject({ version: 2, accepted: [fact.partyId] });
	});
});

describe('members come and go [Z5, D4]', () => {
	test('who joins an active family is asked what every member is asked, and until then the case is not active', async () => {
		const of = await anActiveFamily();
		const { personId } = good(await joinCase(of.key, aJoining(of)));
		expect((await fileOf(of.key, of.caseId)).facts).toMatchObject({ activeFrom: null, unmet: 2 });
		good(await motivated(of, personId!));
		good(await agreed(of, personId!));
		good(await activate(of));
		expect((await fileOf(of.key, of.caseId)).agreement!.accepted).toContain(personId);
	});

	test('who only has a say in the family joins without being asked', async () => {
		const of = await anActiveFamily();
		good(await joinCase(of.key, aJoining(of, { roles: ['neighbour'], livesWith: false })));
		expect((await fileOf(of.key, of.caseId)).facts).toMatchObject({ activeFrom: DAY, unmet: 0 });
	});

	test('a member who has accepted leaves: what they stated is on record as taken back, and the others’ case goes on', async () => {
		const of = await anActiveFamily();
		const leaver = of.people[1]!;
		good(await leaveCase(of.key, { caseId: of.caseId, person: leaver, on: DAY }));
		const file = await fileOf(of.key, of.caseId);
		expect(file.facts).toMatchObject({ activeFrom: DAY, unmet: 0 });
		expect(file.stated.filter((fact) => fact.partyId === leaver).every((fact) => fact.withdrawnOn !== null)).toBe(true);
		expect(problemOf(await leaveCase(of.key, { caseId: of.caseId, person: of.people[0]!, on: DAY }))).toBe(
			'last-client',
		);
	});

	test('who comes back is asked anew; membership never overlaps, by rule and by the database', async () => {
		const of = await anActiveFamily();
		const person = of.people[1]!;
		expect(problemOf(await joinCase(of.key, aJoining(of, { person })))).toBe('fields');
		good(await leaveCase(of.key, { caseId: of.caseId, person, on: DAY }));
		expect(problemOf(await joinCase(of.key, aJoining(of, { person, roles: ['client'] })))).toBe('already-a-member');
		const later = of.world.at(of.key, { days: 2 });
		good(await joinCase(later, aJoining(of, { person, roles: ['client'], from: day('2026-11-25') })));
		expect((await fileOf(of.key, of.caseId)).facts.unmet).toBe(2);
	});

	test('a role that takes part asks from then on, one that does not asks no longer', async () => {
		const of = await anActiveFamily();
		const member = { caseId: of.caseId, person: of.people[1]!, livesWith: true };
		good(await changeMember(of.key, { ...member, roles: ['neighbour'] }));
		expect((await fileOf(of.key, of.caseId)).facts).toMatchObject({ activeFrom: DAY, unmet: 0 });
		good(await changeMember(of.key, { ...member, roles: ['neighbour', 'child'] }));
		expect((await fileOf(of.key, of.caseId)).facts).toMatchObject({ activeFrom: null, unmet: 2 });
	});

	test('one person and one family can be in several activities at once, and each shows the others [Z1]', async () => {
		const definition = forFamilies();
		const world = await aWorld([definition]);
		const key = await world.hire(['professional']);
		const request = { programme: definition.key, text: someWords({ phone: '041 000 777' }) };
		const opening = { unit: 'family' as const, indications: ['two-or-more'] };
		const first = await takenRequest(world, key, request);
		const { personId } = good(await linkPerson(key, { requestId: first, personId: undefined }));
		const one = good(await openCaseFromRequest(key, { command: aCommand(), requestId: first, ...opening }));
		const again = await takenRequest(world, key, request);
		good(await linkPerson(key, { requestId: again, personId }));
		const alone = { command: aCommand(), requestId: again, ...opening, unit: 'person' as const };
		expect(problemOf(await openCaseFromRequest(key, alone))).toBe('fields');
		const other = good(await openCaseFromRequest(key, { command: aCommand(), requestId: again, ...opening }));
		const page = good(await readFamily(key, { caseId: other.caseId }));
		expect(page.otherCases.map((known) => known.id)).toEqual([one.caseId]);
		expect(page.indications.map((known) => known.indication)).toEqual(['two-or-more']);
		expect(good(await readPersonPage(key, { personId })).cases.length).toBe(2);
	});
});

describe('the distress of several members [D1]', () => {
	test('with an indication that needs two, the case becomes active once two have put theirs into words: the database, too', async () => {
		const of = await aFamily();
		await database.superuser.query(
			`insert into case_indication (organisation_id, case_id, indication, members_min) values ($1, $2, 'two-or-more', 2)`,
			[of.world.organisationId, of.caseId],
		);
		good(await joinSecond(of));
		for (const person of of.people) {
			good(await motivated(of, person));
			good(await agreed(of, person));
		}
		expect(problemOf(await activate(of))).toBe('indication-unmet');
		const { indications } = good(await readFamily(of.key, { caseId: of.caseId }));
		expect(indications).toEqual([{ indication: 'two-or-more', membersMin: 2, unmet: true }]);
		for (const name of ['Prva Izmišljena', 'Druga Izmišljena']) {
			const newPerson = { name, birthYear: null, sex: null };
			good(await joinCase(of.key, aJoining(of, { roles: ['neighbour'], newPerson, ownView: 'Hudo je.' })));
		}
		good(await activate(of));
	});
});

describe('two professionals [D4]', () => {
	test('no active case with one, unless the absence of the other is on record with its reason', async () => {
		const of = await aFamily();
		for (const person of of.people) {
			good(await motivated(of, person));
			good(await agreed(of, person));
		}
		expect(problemOf(await activate(of))).toBe('team-too-small');
		const absence = {
			caseId: of.caseId,
			worker: undefined,
			from: DAY,
			to: undefined,
			reason: 'not-found-yet' as const,
		};
		const command = aCommand();
		good(await recordAbsence(of.key, { command, ...absence }));
		good(await activate(of));
		expect(problemOf(await endAbsence(of.key, { caseId: of.caseId, absence: command }))).toBe('team-too-small');
		good(await joinSecond(of));
		good(await endAbsence(of.key, { caseId: of.caseId, absence: command }));
		const leaving = { caseId: of.caseId, worker: of.second.by.workerId };
		expect(problemOf(await endWorkInCase(of.key, leaving))).toBe('team-too-small');
	});

	test('no meeting with the family with one; one may talk with one member', async () => {
		const of = await anActiveFamily();
		const meeting = (changes: object) =>
			recordMeeting(of.key, {
				command: aCommand(),
				caseId: of.caseId,
				kind: 'meeting',
				startedAt: new Date(of.key.at.getTime() - 60 * 60_000),
				minutes: 45,
				mode: 'home',
				site: undefined,
				onlineReason: undefined,
				form: undefined,
				service: undefined,
				attendance: 'came',
				done: '',
				goals: [],
				...changes,
			});
		expect(problemOf(await meeting({}))).toBe('fields');
		good(await meeting({ ledWith: [of.second.by.workerId] }));
		good(await meeting({ present: [of.people[0]!] }));
		const away = { worker: of.second.by.workerId, from: DAY, to: DAY, reason: 'illness' as const };
		good(await recordAbsence(of.key, { command: aCommand(), caseId: of.caseId, ...away }));
		good(await meeting({}));
	});

	test('the database refuses such a meeting by itself', async () => {
		const of = await anActiveFamily();
		const client = database.superuser;
		await client.query('begin');
		const id = aCommand();
		await client.query(
			`insert into meeting (organisation_id, id, case_id, meeting_limit, kind, mode, started_at, occurred_on, minutes, attendance, counts, ordinal, recorded_by, recorded_at)
			values ($1, $2, $3, 32767, 'meeting', 'home', now(), current_date, 45, 'came', true, 1, $4, now())`,
			[of.world.organisationId, id, of.caseId, of.key.by.workerId],
		);
		for (const person of of.people)
			await client.query(
				`insert into meeting_person (organisation_id, meeting_id, person_id, role) values ($1, $2, $3, 'client')`,
				[of.world.organisationId, id, person],
			);
		await client.query(`insert into meeting_worker (organisation_id, meeting_id, worker_id) values ($1, $2, $3)`, [
			of.world.organisationId,
			id,
			of.key.by.workerId,
		]);
		await expect(client.query('commit')).rejects.toMatchObject({ constraint: 'family_meeting_has_its_team' });
	});

	test('the second worker has the case and its members as their own; who is no professional cannot be the second', async () => {
		const of = await anActiveFamily();
		expect((await readCasePage(of.second, { caseId: of.caseId })).ok).toBe(true);
		const volunteer = await of.world.hire(['volunteer']);
		const given = { command: aCommand(), caseId: of.caseId, worker: volunteer.by.workerId };
		expect(problemOf(await addCaseWorker(of.key, { ...given, role: 'second-worker' }))).toBe('fields');
	});
});

describe('what one member said in confidence', () => {
	test('stands in their file and not in another member’s, nor on the page of the case', async () => {
		const of = await aFamily();
		const [mother, son] = of.people as [Uuid, Uuid];
		const said = { caseId: of.caseId, person: son, on: DAY, words: 'Tega mama ne ve.' };
		good(await noteInConfidence(of.key, { command: aCommand(), ...said }));
		const notesOf = async (person: Uuid) => good(await readMember(of.key, { caseId: of.caseId, person })).notes;
		expect((await notesOf(son)).map((note) => note.words)).toEqual(['Tega mama ne ve.']);
		expect(await notesOf(mother)).toEqual([]);
		const elsewhere = [
			await readPersonPage(of.key, { personId: mother }),
			await readCasePage(of.key, { caseId: of.caseId }),
			await readFamily(of.key, { caseId: of.caseId }),
		];
		for (const page of elsewhere) expect(JSON.stringify(good<object>(page as never))).not.toContain('Tega mama');
	});

	test('a member who may be the one the others are afraid of finds nothing of the case in their file', async () => {
		const of = await aFamily();
		const father = of.people[1]!;
		const casesOf = async () => good(await readPersonPage(of.key, { personId: father })).cases.length;
		expect(await casesOf()).toBe(1);
		const which = { caseId: of.caseId, person: father };
		good(await screenMember(of.key, { command: aCommand(), ...which, screened: true }));
		expect(await casesOf()).toBe(0);
		expect(good(await readPersonPage(of.key, { personId: father })).hidden).toBe(0);
		expect(problemOf(await screenMember(of.key, { command: aCommand(), ...which, screened: true }))).toBe(
			'already-decided',
		);
		good(await screenMember(of.key, { command: aCommand(), ...which, screened: false }));
		expect(await casesOf()).toBe(1);
	});
});

describe('parent and child, each a client [Z3]', () => {
	test('their cases are linked, and what the parent learns is decided for the child’s case', async () => {
		const of = await aFamily();
		const childs = await aCase(of.world, of.key, { definition: forFamilies() });
		const { number } = (await fileOf(of.key, of.caseId)).facts;
		const link = { caseId: childs.caseId, number, kind: 'parent-and-child' as const };
		good(await linkCases(of.key, link));
		expect(problemOf(await linkCases(of.key, link))).toBe('already-linked');
		const parent = of.people[0]!;
		const decision = { caseId: childs.caseId, parent, withTheChild: true };
		good(await decideParentView(of.key, { command: aCommand(), ...decision, shows: ['that-it-runs'] }));
		const page = good(await readFamily(of.key, { caseId: childs.caseId }));
		expect(page.links).toMatchObject([{ caseId: of.caseId, number, kind: 'parent-and-child' }]);
		expect(page.parentViews).toMatchObject([{ parent, shows: ['that-it-runs'], withTheChild: true }]);
		expect(page.parents.map((one) => one.id)).toContain(parent);
	});

	test('a case one may not open is neither linked nor named', async () => {
		const of = await aFamily();
		const stranger = await of.world.hire(['professional'], { team: null });
		const theirs = await aCase(of.world, stranger, { definition: forFamilies() });
		const { number } = (await fileOf(stranger, theirs.caseId)).facts;
		const link = { caseId: of.caseId, number, kind: 'same-family' as const };
		expect(problemOf(await linkCases(of.key, link))).toBe('fields');
	});
});

test('how two are related is said once: a new relation ends the one before', async () => {
	const of = await aFamily();
	const [one, other] = of.people as [Uuid, Uuid];
	good(await relate(of.key, { command: aCommand(), caseId: of.caseId, one, other, kind: 'partner' }));
	good(
		await relate(of.key, { command: aCommand(), caseId: of.caseId, one: other, other: one, kind: 'former-partner' }),
	);
	const { relationships } = good(await readFamily(of.key, { caseId: of.caseId }));
	expect(relationships).toMatchObject([{ one: other, other: one, kind: 'former-partner' }]);
});
