import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import { good, openedCase, problemOf, someWords } from '#lib/intake/intake.fixtures.ts';
import { readComparison } from '#lib/intake/read-comparison.server.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { addAround } from './change-around.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aText, keeping, merge, pageOf, say, unmerge } from './merging.fixtures.ts';
import { found, screen, somebodyKnown } from './people.fixtures.ts';
import { contactRulesOf } from './people.server.ts';
import type { ContactRule } from './person.ts';

const database = testDatabase();

async function rulesOf(worker: Act<Worker>, personId: Uuid): Promise<readonly ContactRule[]> {
	return good(await lookUp(worker, async (tx) => ok(await contactRulesOf(tx, personId))));
}

async function twoOf(world: World, worker: Act<Worker>) {
	const first = await openedCase(world, worker, { text: someWords({ name: 'Zala Vzorčnik', phone: '041 000 001' }) });
	const second = await openedCase(world, worker, { text: someWords({ name: 'Zalka Vzorčnk', phone: '041 000 002' }) });
	return { first, second };
}

const NEVER = {
	name: 'Nekdo Nezaželen',
	reach: '',
	roleWords: '',
	note: '',
	role: 'former-partner',
	livesWith: false,
	mayKnow: 'nothing',
	neverContact: true,
	holdsResponsibility: false,
} as const;

describe('two records that have become one', () => {
	test('show cases, requests and people around of both under the one that stays', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const { first, second } = await twoOf(world, worker);
		good(await addAround(worker, { command: newId(world.now), personId: second.personId, said: NEVER }));
		good(await merge(worker, [first.personId, second.personId], keeping({ phone: 'merged' })));
		const page = await pageOf(worker, first.personId);
		expect(page.person).toMatchObject({ id: first.personId, name: 'Zala Vzorčnik', phone: '041 000 002' });
		expect(page.cases.map((row) => row.facts.id).toSorted()).toEqual([first.caseId, second.caseId].toSorted());
		expect(page.requests.map((row) => row.facts.id).toSorted()).toEqual([first.requestId, second.requestId].toSorted());
		expect(page.around).toMatchObject([{ name: 'Nekdo Nezaželen', neverContact: true, personId: first.personId }]);
		expect((await pageOf(worker, second.personId)).person.id).toBe(first.personId);
		const casePage = good(await readCasePage(worker, { caseId: second.caseId }));
		expect(casePage.people.get(second.personId)).toMatchObject({ id: first.personId, name: 'Zala Vzorčnik' });
		expect(casePage.around).toMatchObject([{ neverContact: true, personId: first.personId }]);
	});

	test('the stricter contact rules hold, and a rule that was lifted holds again once they are apart', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const [a, b] = [await somebodyKnown(world, { name: 'Zala A' }), await somebodyKnown(world, { name: 'Zala B' })];
		await say(worker, a, { rules: ['no-voicemail'] });
		await say(worker, b, { rules: ['no-phone', 'no-voicemail'] });
		good(await merge(worker, [a, b]));
		for (const id of [a, b]) expect(await rulesOf(worker, id)).toEqual(['no-phone', 'no-voicemail']);
		await say(worker, a, { rules: ['no-voicemail', 'no-email'] });
		expect((await rulesOf(worker, a)).toSorted()).toEqual(['no-email', 'no-voicemail']);
		good(await unmerge(worker, [a, b]));
		expect(await rulesOf(worker, a)).toEqual(['no-email', 'no-voicemail']);
		expect(await rulesOf(worker, b)).toEqual(['no-phone', 'no-voicemail']);
	});

	test('are found by every name and number either had, once, and both journals are read as one', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const a = await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 001' });
		const b = await somebodyKnown(world, { name: 'Mojca Poročena', phone: '041 000 002' });
		good(await merge(worker, [a, b], keeping({ name: 'merged' })));
		for (const query of ['vzorcnik', 'porocena', '041000001', '041 000 002'])
			expect(await found(worker, query), query).toEqual(['Mojca Poročena']);
		await say(worker, a, { text: aText('Mojca Novakova') });
		for (const query of ['vzorcnik', 'porocena', 'novakova'])
			expect(await found(worker, query)).toEqual(['Mojca Novakova']);
		const { entries } = good(await readJournal(worker, { subjectId: a }));
		expect(entries.filter((entry) => entry.subject_ids.includes(b)).map((entry) => entry.action)).toContain(
			'person.known',
		);
		good(await unmerge(worker, [a, b]));
		expect(await found(worker, 'porocena')).toEqual(['Mojca Poročena']);
		expect(await found(worker, 'vzorcnik')).toEqual([]);
		const apart = good(await readJournal(worker, { subjectId: a }));
		expect(apart.entries.some((entry) => entry.action === 'person.known' && entry.subject_ids.includes(b))).toBe(false);
	});

	test('who were both in one case are one member of it, and two again', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const { first, second } = await twoOf(world, worker);
		await database.superuser.query(
			`insert into case_member (organisation_id, case_id, person_id, roles, from_on)
			select organisation_id, case_id, $2, '{child}', from_on from case_member where case_id = $1`,
			[first.caseId, second.personId],
		);
		good(await merge(worker, [first.personId, second.personId]));
		const members = async () => good(await readCasePage(worker, { caseId: first.caseId })).members;
		expect(await members()).toEqual([
			{ person: first.personId, roles: expect.arrayContaining(['child']), left: false },
		]);
		const { rows } = good(await listCases(worker, {}));
		expect(rows.find((row) => row.facts.id === first.caseId)!.people).toEqual(['Zala Vzorčnik']);
		good(await unmerge(worker, [first.personId, second.personId]));
		expect((await members()).map((member) => member.person).toSorted()).toEqual(
			[first.personId, second.personId].toSorted(),
		);
	});

	test('belong to the workers of both; whoever is screened from one is screened from both', async () => {
		const world = await aWorld();
		const lead = await world.hire(['programme-lead']);
		const [mine, theirs] = [await world.anotherTeam(), await world.anotherTeam()];
		const a = await somebodyKnown(world, { name: 'Zala A' }, [mine]);
		const b = await somebodyKnown(world, { name: 'Zala B' }, [theirs]);
		const [ofA, ofB] = [
			await world.hire(['coordinator'], { team: mine }),
			await world.hire(['coordinator'], { team: theirs }),
		];
		expect(problemOf(await merge(ofA, [a, b]))).toBe('not-found');
		good(await merge(lead, [a, b]));
		for (const worker of [ofA, ofB]) expect((await pageOf(worker, b)).person.id).toBe(a);
		expect(await found(ofB, 'zala')).toEqual(['Zala A']);
		await screen(world, ofA, b);
		await expect(pageOf(ofA, a)).rejects.toThrow('not-found');
		expect(await found(ofA, 'zala')).toEqual([]);
		good(await unmerge(lead, [a, b]));
		expect((await pageOf(ofA, a)).person.id).toBe(a);
		await expect(pageOf(ofB, a)).rejects.toThrow('not-found');
	});
});

describe('what is refused', () => {
	test('a merge with itself, of a merged record, of one that carries others, of a restricted one, across organisations', async () => {
		const [world, other] = [await aWorld(), await aWorld()];
		const worker = await world.hire(['coordinator']);
		const [a, b, c, d] = await Promise.all(
			['A', 'B', 'C', 'D'].map((one) => somebodyKnown(world, { name: `Zala ${one}` })),
		);
		const stranger = await somebodyKnown(other, { name: 'Zala A' });
		expect(problemOf(await merge(worker, [a!, a!]))).toBe('not-found');
		expect(problemOf(await merge(worker, [a!, stranger]))).toBe('not-found');
		good(await merge(worker, [a!, b!]));
		expect(problemOf(await merge(worker, [c!, b!]))).toBe('already-merged');
		expect(problemOf(await merge(worker, [b!, c!]))).toBe('already-merged');
		expect(problemOf(await merge(worker, [c!, a!]))).toBe('merged-carries-others');
		expect(problemOf(await unmerge(worker, [b!, a!]))).toBe('not-merged');
		await database.superuser.query('update person set restricted_at = now() where id = $1', [d]);
		expect(problemOf(await merge(worker, [c!, d!]))).toMatch(/already-merged|not-found/);
		expect(await pointers([a!, b!, c!, d!])).toEqual([[b, a]]);
	});

	test('by the database too, whoever writes it', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const [a, b, c, d] = await Promise.all(
			['A', 'B', 'C', 'D'].map((one) => somebodyKnown(world, { name: `Zala ${one}` })),
		);
		good(await merge(worker, [a!, b!]));
		await database.superuser.query('update person set restricted_at = now() where id = $1', [d]);
		const write = (kept: Uuid, merged: Uuid) =>
			database.superuser.query(
				`insert into person_merge (organisation_id, id, kept_id, merged_id, merged_at, merged_by, sealed)
				select $1, gen_random_uuid(), $2, $3, now(), $2, sealed from person_text where person_id = $2`,
				[world.organisationId, kept, merged],
			);
		for (const [kept, merged] of [
			[c!, c!],
			[c!, b!],
			[b!, c!],
			[c!, a!],
			[c!, d!],
			[d!, c!],
		] as const)
			await expect(write(kept, merged)).rejects.toThrow(/only two records|merge_of_two/);
		const points = (set: string, id: Uuid) =>
			database.superuser.query(`update person set merged_into = ${set} where id = $1`, [id]);
		await expect(points(`'${a}'`, c!)).rejects.toThrow('a record is merged only by a merge');
		await expect(points('null', b!)).rejects.toThrow('a record is merged only by a merge');
		good(await unmerge(worker, [a!, b!]));
		await expect(
			database.superuser.query('update person_merge set undone_at = null, undone_by = null where merged_id = $1', [b]),
		).rejects.toThrow('a merge that is undone stays so');
	});
});

async function pointers(ids: readonly Uuid[]): Promise<unknown[]> {
	const { rows } = await database.superuser.query(
		'select id, merged_into from person where id = any ($1) and merged_into is not null order by id',
		[ids],
	);
	return rows.map((row) => [row.id, row.merged_into]);
}

test('two records are compared only by whoever may merge both, and the look leaves an entry', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const { first, second } = await twoOf(world, worker);
	const pair = { keptId: first.personId, mergedId: second.personId };
	const seen = good(await readComparison(worker, pair));
	expect([seen.kept, seen.merged]).toMatchObject([
		{ told: { text: { name: 'Zala Vzorčnik' } }, cases: 1, requests: 1, standing: 'alone' },
		{ told: { text: { name: 'Zalka Vzorčnk' } }, cases: 1, requests: 1, standing: 'alone' },
	]);
	const { entries } = good(await readJournal(worker, { subjectId: second.personId }));
	expect(entries.filter((entry) => entry.action === 'person.read')).toHaveLength(1);
	for (const roles of [['advocate'], ['data-protection-officer'], ['volunteer']] as const)
		expect(problemOf(await readComparison(await world.hire(roles), pair))).toBe('not-found');
	good(await merge(worker, [pair.keptId, pair.mergedId]));
	expect(good(await readComparison(worker, pair)).merge).toMatchObject({ at: world.now, by: 'Vida Zgledna' });
});
