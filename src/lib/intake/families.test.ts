import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good, problemOf, someWords, takenRequest } from '#lib/intake/intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { DAY, day, fileOf } from '#lib/cases/cases.fixtures.ts';
import { changeMember, joinCase, leaveCase } from '#lib/cases/change-members.server.ts';
import { thenAndNow } from '#lib/cases/own-view.ts';
import { readFamily } from '#lib/cases/read-family.server.ts';
import { renewAgreement } from '#lib/cases/renew-agreement.server.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { withdraw } from '#lib/cases/withdraw.server.ts';
import {
	forFamilies,
	aFamily,
	motivated,
	agreed,
	joinSecond,
	activate,
	anActiveFamily,
	aJoining,
	aReview,
} from './families.fixtures.ts';

const database = testDatabase();

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
		expect(problemOf(await reviewCase(of.key, aReview(of, { renewedUntil: day('2027-12-31') })))).toBe('fields');
	});

	test('a review keeps what each member says as theirs; nobody says anything who is not in it [B20, Z5]', async () => {
		const of = await anActiveFamily();
		const [parent, child] = of.people as [Uuid, Uuid];
		const both = new Map([
			[child, 'Vsi kričijo.'],
			[parent, 'Ne zmorem več.'],
		]);
		good(await reviewCase(of.key, aReview(of, { ownViews: both })));
		const later = of.world.at(of.key, { minutes: 5 });
		good(await reviewCase(later, aReview(of, { ownViews: new Map([[parent, 'Zmorem.']]) })));
		const stranger = new Map([[aCommand(), 'Nihče.']]);
		expect(problemOf(await reviewCase(of.key, aReview(of, { ownViews: stranger })))).toBe('not-found');
		const views = thenAndNow((await fileOf(of.key, of.caseId)).ownViews);
		const last = (person: Uuid) => views.find((one) => one.person === person);
		expect(last(parent)?.last?.words).toBe('Zmorem.');
		expect([last(child)?.first, last(child)?.last].map((one) => one?.words)).toContain('Vsi kričijo.');
		expect(views.map((one) => one.person).toSorted()).toEqual([...of.people].toSorted());
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
