import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aCase, DAY, fileOf } from '#lib/cases/cases.fixtures.ts';
import {
	decideParentView,
	linkCases,
	noteInConfidence,
	relate,
	screenMember,
} from '#lib/cases/change-family.server.ts';
import { addCaseWorker, endAbsence, endWorkInCase, recordAbsence } from '#lib/cases/change-team.server.ts';
import { readFamily, readMember } from '#lib/cases/read-family.server.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { forFamilies, aFamily, motivated, agreed, joinSecond, activate, anActiveFamily } from './families.fixtures.ts';

const database = testDatabase();

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

	test('a case that needs one only has nobody to look for', async () => {
		const world = await aWorld();
		const by = await world.hire(['professional']);
		const { caseId } = await aCase(world, by);
		const away = { caseId, from: DAY, to: undefined, reason: 'not-found-yet' as const };
		expect(problemOf(await recordAbsence(by, { command: aCommand(), ...away, worker: undefined }))).toBe('fields');
		good(await recordAbsence(by, { command: aCommand(), ...away, worker: by.by.workerId }));
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
		// The parent takes part in the other case alone, and is named here: that stands in the journal.
		const { rows } = await database.superuser.query(
			`select 1 from journal where action = 'case.family-read' and subject_ids @> $1`,
			[[childs.caseId, parent]],
		);
		expect(rows).toHaveLength(1);
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
