import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { relationTo } from '#lib/access/access.server.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import { findRequestsAndCases } from '#lib/intake/find-on-desk.server.ts';
import { aCommand, good, openedCase, problemOf, sentRequest, someWords } from '#lib/intake/intake.fixtures.ts';
import { readDay } from '#lib/intake/read-day.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { listRequests, readRequest } from '#lib/intake/read-requests.server.ts';
import { takeRequest } from '#lib/intake/take-request.server.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { pageOfRows } from '#lib/reports/exported-rows.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { listDuplicates } from './list-duplicates.server.ts';
import { merge, pageOf } from './merging.fixtures.ts';
import { found, PREFIX, somebodyKnown } from './people.fixtures.ts';
import { changePerson } from './people.server.ts';
import { liftRestriction, listRestricted, readRestrictions, restrictPerson } from './restrict-person.server.ts';

const database = testDatabase();
const WORDS = { ground: 'objection', words: 'Ugovarja od ponedeljka.' } as const;

let world: World;
let officer: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	officer = await world.hire(['data-protection-officer']);
});

const restrict = (personId: Uuid, by = officer) => restrictPerson(by, { ...WORDS, command: aCommand(), personId });
const lift = (personId: Uuid, by = officer) => liftRestriction(by, { personId, words: 'Rešeno.' });

type Where = { personId: Uuid; requestId: Uuid; caseId: Uuid };

/** In which of all places a worker comes upon a person: each names itself when the person, their request or their case is there. */
async function placesOf(worker: Act<Worker>, { personId, requestId, caseId }: Where): Promise<readonly string[]> {
	const all = JSON.stringify;
	const exported = async (list: 'cases' | 'requests') =>
		good(
			await lookUp(worker, async (tx) => {
				const made = { list, language: 'sl', names: true } as Parameters<typeof pageOfRows>[1]['made'];
				const part = list === 'requests' ? { requests: 'ended' as const } : {};
				return ok(all(await pageOfRows(tx, { made, part }, { after: undefined, atMost: 100 })));
			}),
		);
	const lists: Readonly<Record<string, () => Promise<string>>> = {
		'person search': async () => all(await found(worker, 'skrivnik')),
		'desk finder': async () => all(good(await findRequestsAndCases(worker, 'Skrita Skrivnik'))),
		'cases by number': async () => {
			const { rows } = await database.superuser.query('select number from case_ where id = $1', [caseId]);
			return all(good(await findRequestsAndCases(worker, rows[0].number as string)));
		},
		'requests ended': async () => all(good(await listRequests(worker, { view: 'ended' }))),
		'requests taken': async () => all(good(await listRequests(worker, { view: 'taken' }))),
		cases: async () => all(good(await listCases(worker, {}))),
		'my day': async () => all(good(await readDay(worker, { of: 'own' }))),
		'day of the team': async () => all(good(await readDay(worker, { of: 'team' }))),
		'exported cases': () => exported('cases'),
		'exported requests': () => exported('requests'),
		duplicates: async () => all(good(await listDuplicates(worker, { countryPrefix: PREFIX }))),
		'person page': async () => all(await readPersonPage(worker, { personId })),
		'request page': async () => all(await readRequest(worker, { requestId })),
		'case page': async () => all((await readCasePage(worker, { caseId })).ok),
		journal: async () => all(await readJournal(worker, { subjectId: personId })),
	};
	const there: string[] = [];
	for (const [name, look] of Object.entries(lists)) {
		const seen = await look();
		if ([personId, requestId, caseId, 'Skrivnik', 'true'].some((sign) => seen.includes(sign))) there.push(name);
	}
	return there;
}

describe('a person whose processing is restricted', () => {
	test('is nowhere for those who worked with them, and everywhere again once it is lifted', async () => {
		const worker = await world.hire(['coordinator']);
		const words = { text: someWords({ name: 'Skrita Skrivnik', phone: '041 000 321' }) };
		const where = await openedCase(world, worker, words);
		await somebodyKnown(world, { name: 'Povsem Druga', phone: '041 000 321' });
		const before = await placesOf(worker, where);
		expect(before).toEqual(
			expect.arrayContaining([
				'person search',
				'cases',
				'my day',
				'duplicates',
				'person page',
				'exported cases',
				'case page',
			]),
		);
		expect(before.length).toBeGreaterThan(9);
		good(await restrict(where.personId));
		expect(await placesOf(worker, where)).toEqual([]);
		expect(problemOf(await readPersonPage(worker, { personId: where.personId }))).toBe('not-found');
		expect(await found(officer, 'skrivnik')).toEqual(['Skrita Skrivnik']);
		expect((await pageOf(officer, where.personId)).person.name).toBe('Skrita Skrivnik');
		expect(good(await listRestricted(officer)).map((one) => one.id)).toContain(where.personId);
		good(await lift(where.personId));
		expect(await placesOf(worker, where)).toEqual(before);
		expect(good(await listRestricted(officer))).toEqual([]);
	});

	test('is a member without a name in a case in which somebody else is; of their own words none is told', async () => {
		const worker = await world.hire(['coordinator']);
		const { caseId, personId } = await openedCase(world, worker, { text: someWords({ name: 'Mama Vidna' }) });
		const child = await somebodyKnown(world, { name: 'Skrita Skrivnik' });
		await database.superuser.query(
			`insert into case_member (organisation_id, case_id, person_id, roles, from_on)
			select organisation_id, case_id, $2, '{child}', from_on from case_member where case_id = $1`,
			[caseId, child],
		);
		good(await restrict(child));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.people.get(child)).toMatchObject({ name: '', withheld: true });
		expect(page.people.get(personId)).toMatchObject({ name: 'Mama Vidna', withheld: false });
		const row = good(await listCases(worker, {})).rows.find((one) => one.facts.id === caseId)!;
		expect(row.people.toSorted()).toEqual(['', 'Mama Vidna']);
	});

	test('is not changed, merged or worked with; a request about them is not taken', async () => {
		const worker = await world.hire(['coordinator']);
		const { personId } = await openedCase(world, worker);
		const other = await somebodyKnown(world, { name: 'Druga Oseba' });
		const { requestId } = await sentRequest(world);
		await database.superuser.query('update request set about_person = $2 where id = $1', [requestId, personId]);
		good(await restrict(personId));
		const change = {
			text: { name: 'X', phone: '', email: '', address: '', interpreter: '' },
			anonymous: false,
			rules: [],
		};
		const facts = { birthYear: null, sex: null, municipality: null };
		const results = [
			await changePerson(worker, { personId, ...change, facts, countryPrefix: PREFIX }),
			await merge(worker, [other, personId]),
			await merge(worker, [personId, other]),
			await takeRequest(worker, { command: aCommand(), requestId }),
		];
		expect(results.map(problemOf)).toEqual(Array(4).fill('not-found'));
		expect(good(await lookUp(worker, async (tx) => ok(await relationTo(tx, personId))))).toBe('screened');
	});

	test('is restricted with all their records, once, and only by the data protection officer [A2]', async () => {
		const worker = await world.hire(['coordinator']);
		const [a, b] = [
			await somebodyKnown(world, { name: 'Ena Oseba' }),
			await somebodyKnown(world, { name: 'Ista Oseba' }),
		];
		good(await merge(worker, [a, b]));
		const elsewhere = await (await aWorld()).hire(['data-protection-officer']);
		const roles: readonly Role[] = ['administrator', 'programme-lead', 'coordinator', 'professional'];
		const others = [elsewhere, ...(await Promise.all(roles.map((role) => world.hire([role]))))];
		for (const by of others) {
			expect(problemOf(await restrict(a, by))).toBe('not-found');
			expect(problemOf(await readRestrictions(by, { personId: a }))).toBe('not-found');
		}
		const results = await Promise.all([restrict(a), restrict(a)]);
		expect(results.map(problemOf).toSorted()).toEqual(['already-restricted', undefined]);
		expect(problemOf(await restrict(b))).toBe('not-found');
		for (const query of ['ena oseba', 'ista oseba']) expect(await found(worker, query)).toEqual([]);
		for (const by of others) expect(problemOf(await lift(a, by))).toBe('not-found');
		good(await lift(a));
		expect(problemOf(await lift(a))).toBe('not-restricted');
		expect(await found(worker, 'ista oseba')).toEqual(['Ena Oseba']);
	});

	test('keeps its reason sealed, and each step leaves an entry', async () => {
		const person = await somebodyKnown(world, { name: 'Ena Oseba' });
		good(await restrict(person));
		good(await lift(person));
		const { restrictions } = good(await readRestrictions(officer, { personId: person }));
		expect(restrictions).toMatchObject([{ ...WORDS, setBy: 'Vida Zgledna', lifted: { words: 'Rešeno.' } }]);
		const { rows } = await database.superuser.query(
			'select r::text as row from person_restriction r where person_id = $1',
			[person],
		);
		expect(rows[0].row).not.toContain('Ugovarja');
		const { entries } = good(await readJournal(officer, { subjectId: person }));
		const said = entries.map((entry) => `${entry.action} ${entry.reason}`);
		expect(said).toEqual(expect.arrayContaining(['person.restricted objection', 'person.restriction-lifted null']));
	});
});

const OF_PERSON = ['person_text', 'person_search', 'contact_rule', 'person_around'];
const IDS = Object.fromEntries(OF_PERSON.map((table) => [table, 'person_id']));
const WALLED = Object.entries({ person: 'id', ...IDS, subject_key: 'subject_id' });

const ABOUT = 'update request set about_person = $2 where id = $1';
const MEMBER = 'update case_member set person_id = $2 where case_id = $1';
const ROLE = `update access.worker_role set role = 'data-protection-officer' where worker_id = $1`;

describe('the second wall', () => {
	async function become(worker: Act<Worker>): Promise<void> {
		for (const [name, value] of Object.entries({
			'app.organisation_id': world.organisationId,
			'app.actor_kind': 'worker',
			'app.worker_id': worker.by.workerId,
			'app.subject_id': '',
			role: 'opora_app',
		}))
			await database.superuser.query('select set_config($1, $2, true)', [name, value]);
	}

	async function rowsSeen(worker: Act<Worker>, person: Uuid): Promise<readonly string[]> {
		const client = database.superuser;
		const seen: string[] = [];
		await client.query('begin');
		await become(worker);
		for (const [table, column] of WALLED) {
			const { rows } = await client.query(`select 1 from ${table} where ${column} = $1`, [person]);
			if (rows.length > 0) seen.push(table);
		}
		const written = await client
			.query('update person set restricted_at = now() where id = $1', [person])
			.then((done) => (done.rowCount === 1 ? 'restricts' : 'nothing'))
			.catch((failure: Error) => failure.message);
		await client.query('rollback');
		return [...seen, written];
	}

	test('is asked for once in a transaction, and again after whatever could change the answer', async () => {
		const worker = await world.hire(['coordinator']);
		const { personId, requestId, caseId } = await openedCase(world, worker);
		const restricted = await somebodyKnown(world, { name: 'Ena Oseba' });
		good(await restrict(restricted));
		/** What the worker sees in a transaction that knew who was withheld before the change was made. */
		const seenAfter = async (change: string, values: readonly Uuid[]) => {
			const client = database.superuser;
			await client.query('begin');
			await become(worker);
			await client.query(`select set_config('app.withheld', access.find_withheld()::text, true)`);
			await client.query('reset role');
			await client.query(change, [...values]);
			await client.query('set local role opora_app');
			const { rows } = await client.query(
				`select 'person' as it from person where id = $1 union all select 'request' from request where id = $2
					union all select 'case' from case_ where id = $3 union all select 'restricted' from person where id = $4`,
				[personId, requestId, caseId, restricted],
			);
			await client.query('rollback');
			return rows.map((row) => row.it as string);
		};
		expect(await seenAfter('select 1', [])).toEqual(['person', 'request', 'case']);
		expect(await seenAfter('update person set restricted_at = now() where id = $1', [personId])).toEqual([]);
		expect(await seenAfter(ABOUT, [requestId, restricted])).toEqual(['person', 'case']);
		expect(await seenAfter(MEMBER, [caseId, restricted])).toEqual(['person', 'request']);
		expect(await seenAfter(ROLE, [worker.by.workerId])).toEqual(['person', 'request', 'case', 'restricted']);
	});

	test('gives no row of theirs to any query of a worker, and lets nobody but the officer restrict', async () => {
		const worker = await world.hire(['coordinator', 'administrator', 'programme-lead']);
		const { personId } = await openedCase(world, worker, { text: someWords({ rules: ['no-phone'] }) });
		const refused = expect.stringContaining('row-level security');
		const tables = ['person', 'person_text', 'person_search', 'contact_rule', 'subject_key'];
		expect(await rowsSeen(worker, personId)).toEqual([...tables, refused]);
		good(await restrict(personId));
		expect(await rowsSeen(worker, personId)).toEqual(['nothing']);
		expect(await rowsSeen(officer, personId)).toEqual([...tables, 'restricts']);
	});
});
