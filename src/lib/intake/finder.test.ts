import { describe, expect, test } from 'vitest';
import type { Act, Role, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { findPersons } from '#lib/people/people.server.ts';
import { labelIn } from '#lib/people/person.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { findRequestsAndCases } from './find-on-desk.server.ts';
import { caseNumberIn, hasWords } from './finding.ts';
import { activeCase, good, sentRequest, someWords, takenRequest } from './intake.fixtures.ts';

const database = testDatabase();
const ids = (rows: readonly { facts: { id: Uuid } }[]) => rows.map((row) => row.facts.id);
async function found(act: Act<Worker>, query: string) {
	const { requests, cases } = good(await findRequestsAndCases(act, query));
	return { requests: ids(requests), cases: ids(cases) };
}
async function column(question: string, id: Uuid): Promise<string> {
	return (await database.superuser.query(question, [id])).rows[0].label as string;
}

describe('what was typed', () => {
	test.each([
		['2026-0418', '2026-0418'],
		['2025/418', '2025-0418'],
		['2026 12', '2026-0012'],
		['418', '2026-0418'],
		['0418', '2026-0418'],
		['12345', '2026-12345'],
		['041 123 456', undefined],
		['Zala', undefined],
		['', undefined],
	])('as the number of a case: %s', (typed, number) => expect(caseNumberIn(typed, '2026')).toBe(number));

	test.each([
		['JELKA-692', 'JELKA-692'],
		['jelka 692', 'JELKA-692'],
		['smreka-56', 'SMREKA-56'],
		['jelka', undefined],
		['692', undefined],
		['Zala Vzorčnik', undefined],
	])('as a label: %s', (typed, label) => expect(labelIn(typed)).toBe(label));

	test('words are found by their beginnings, in any order, without their marks', () => {
		expect(['vpis pro', 'prosnjo vpi', 'VPIŠITE', ''].map((typed) => hasWords('Vpišite prošnjo', typed))).toEqual(
			Array(4).fill(true),
		);
		expect(['ošnjo', 'vpisite osebo'].map((typed) => hasWords('Vpišite prošnjo', typed))).toEqual([false, false]);
	});
});

describe('the finder', () => {
	test('finds a case by its number and a request by its label, however they are typed', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { caseId } = await activeCase(world, worker);
		const requestId = await takenRequest(world, worker, { text: someWords({ name: 'Tine Primerek' }) });
		const number = await column('select number as label from case_ where id = $1', caseId);
		const label = await column('select label from request where id = $1', requestId);
		for (const typed of [number, number.replace('-', '/'), String(Number(number.slice(5)))])
			expect((await found(worker, typed)).cases, typed).toEqual([caseId]);
		for (const typed of [label, label.toLowerCase().replace('-', ' ')])
			expect((await found(worker, typed)).requests, typed).toContain(requestId);
	});

	test('finds an open request by the name or the telephone of whom it is about, before anybody knows the person', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { requestId } = await sentRequest(world, {
			text: someWords({ name: 'Žiga Domišljen', phone: '041 000 777' }),
		});
		await sentRequest(world);
		for (const typed of ['ziga', 'domislj', 'Žiga Domišljen', '041000777'])
			expect((await found(worker, typed)).requests, typed).toEqual([requestId]);
		expect((await found(worker, 'Neva')).requests).toEqual([]);
	});

	test('finds somebody without a name by their label', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { personId } = await activeCase(world, worker);
		const label = await column('select label from person where id = $1', personId);
		const persons = async (act: Act<Worker>) =>
			good(await findPersons(act, { query: label.toLowerCase(), countryPrefix: '386' })).persons.map((one) => one.id);
		expect(await persons(worker)).toEqual([personId]);
		const elsewhere = await world.hire(['professional'], { team: await world.anotherTeam() });
		expect(await persons(elsewhere)).toEqual([]);
	});

	test.each<[Role, boolean, boolean]>([
		['coordinator', true, true],
		['programme-lead', true, true],
		['professional', true, false],
		['advocate', false, false],
		['volunteer', false, false],
		['administrator', false, false],
	])('for a %s of the team, finds a colleague’s request: %s, and case: %s', async (role, request, of) => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { caseId } = await activeCase(world, worker);
		const requestId = await takenRequest(world, worker, { text: someWords({ name: 'Žiga Domišljen' }) });
		const act = await world.hire([role]);
		const [byName, byNumber] = [await found(act, 'ziga'), await found(act, '2026-0001')];
		expect([byName.requests, byNumber.cases]).toEqual([request ? [requestId] : [], of ? [caseId] : []]);
		const stranger = await world.hire([role], { team: await world.anotherTeam() });
		const all = role === 'programme-lead';
		expect((await found(stranger, 'ziga')).requests).toEqual(all ? [requestId] : []);
		expect((await found(stranger, '2026-0001')).cases).toEqual(all ? [caseId] : []);
	});

	test('says in the journal what it showed', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { caseId, personId } = await activeCase(world, worker);
		await found(worker, '2026-0001');
		const { rows } = await database.superuser.query(
			`select subject_ids from journal where actor_id = $1 and action = 'case.listed'`,
			[worker.by.workerId],
		);
		expect(rows).toEqual([{ subject_ids: [caseId, personId] }]);
	});
});
