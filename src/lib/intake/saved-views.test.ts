import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { CASE_COLUMNS, CASE_LIST, caseQuery, readCaseColumns, USUAL_COLUMNS } from '#lib/cases/case-list.ts';
import { freePlace, opening, SAVED_VIEWS_MAX, shownView } from '#lib/identity/saved-view.ts';
import { chooseDefault, listViews, removeView, saveView } from '#lib/identity/saved-views.server.ts';
import { PEOPLE_LIST } from '#lib/people/people-list.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { ok } from '#lib/kernel/result.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aCommand } from './intake.fixtures.ts';

const database = testDatabase();
let world: World;
let [vida, mate] = [] as unknown as [Act<Worker>, Act<Worker>];
let otherTeam: Uuid;
beforeAll(async () => {
	world = await aWorld();
	[vida, mate] = [await world.hire(['professional']), await world.hire(['professional'])];
	otherTeam = await world.anotherTeam();
});
beforeEach(() => database.superuser.query('delete from saved_view'));

const question = (text: string) => new URLSearchParams(text);
const asked = (more: Partial<Parameters<typeof saveView>[2]> = {}) => ({
	command: aCommand(),
	name: 'Čakajo na pogoje',
	team: undefined,
	asDefault: false,
	query: question('state=waiting&columns=number&columns=workers'),
	...more,
});
const viewsOf = async (by: Act<Worker>) => {
	const listed = await listViews(by, CASE_LIST);
	if (!listed.ok) throw new Error(listed.problem);
	return listed.value.views;
};

describe('columns in an address', () => {
	test('come back as they went in, in the order a list has them; the usual ones need not be said', () => {
		const query = caseQuery({ order: 'newest' }, undefined, ['number', 'closed']);
		expect(readCaseColumns(question(query))).toEqual(['number', 'closed']);
		expect(readCaseColumns(question('columns=closed&columns=number&columns=secret'))).toEqual(['number', 'closed']);
		expect(readCaseColumns(question(''))).toEqual(USUAL_COLUMNS);
		expect(caseQuery({ order: 'newest' }, undefined, USUAL_COLUMNS)).toBe('');
		expect(readCaseColumns(question(caseQuery({ order: 'newest' }, undefined, CASE_COLUMNS)))).toEqual(CASE_COLUMNS);
	});
});

describe('a view', () => {
	test('keeps what the list understands of an address, and no place in it', () => {
		const place = 'after=01900000-0000-7000-8000-000000000732&at=2026-01-01';
		expect(CASE_LIST.kept(question(`state=active&order=newest&nonsense=1&${place}`))).toBe('?state=active');
		expect(CASE_LIST.kept(question('order=newest&view=all'))).toBe('');
	});

	test('is the one shown only as long as the address asks for the same', () => {
		const one = { id: aCommand(), name: 'x', query: '?state=active', mine: true, team: undefined, isDefault: false };
		const shown = (query: string) => shownView(CASE_LIST, [one], question(query));
		expect(shown(opening(one))).toBe(one);
		expect(shown(`state=closed&view=${one.id}`)).toBeUndefined();
		expect(shown('state=active')).toBeUndefined();
		expect(opening({ id: one.id, query: '' })).toBe(`?view=${one.id}`);
	});

	test('takes the first free of its places', () => {
		expect([freePlace([]), freePlace([1, 3])]).toEqual([1, 2]);
		expect(freePlace(Array.from({ length: SAVED_VIEWS_MAX }, (_, at) => at + 1))).toBeUndefined();
	});
});

describe('a worker', () => {
	test('keeps a view under a name, sealed; sent twice it is one; and removes it', async () => {
		const view = asked();
		expect(await saveView(vida, CASE_LIST, view)).toMatchObject({ ok: true });
		expect(await saveView(vida, CASE_LIST, view)).toMatchObject({ ok: true });
		expect(await viewsOf(vida)).toEqual([
			{
				id: view.command,
				name: 'Čakajo na pogoje',
				query: '?state=waiting&columns=number&columns=workers',
				mine: true,
				team: undefined,
				isDefault: false,
			},
		]);
		const { rows } = await database.superuser.query<{ sealed: Buffer; all: string }>(
			'select sealed, to_json(v)::text as all from saved_view v',
		);
		expect(rows[0]!.sealed.toString('latin1')).not.toContain('pogoje');
		expect(rows[0]!.all).not.toContain('waiting');
		expect(await removeView(vida, CASE_LIST, { view: view.command })).toMatchObject({ ok: true });
		expect(await viewsOf(vida)).toEqual([]);
		const journal = await database.superuser.query(
			`select reason from journal where action = 'view.changed' and record_id = $1 order by written_by`,
			[view.command],
		);
		expect(journal.rows.map((row: { reason: string }) => row.reason)).toEqual(['added', 'added', 'removed']);
	});

	test('has the list open with a view, theirs or the team’s; with another one instead; with everything again', async () => {
		const [own, shared] = [asked({ asDefault: true }), asked({ team: world.teamId, name: 'Ekipin' })];
		await saveView(vida, CASE_LIST, own);
		await saveView(mate, CASE_LIST, shared);
		const opensWith = async (by: Act<Worker>) =>
			(await viewsOf(by)).filter((one) => one.isDefault).map((one) => one.id);
		expect(await opensWith(vida)).toEqual([own.command]);
		await chooseDefault(vida, CASE_LIST, { view: shared.command, to: 'default' });
		expect([await opensWith(vida), await opensWith(mate)]).toEqual([[shared.command], []]);
		await removeView(mate, CASE_LIST, { view: shared.command });
		expect(await opensWith(vida)).toEqual([]);
		await chooseDefault(vida, CASE_LIST, { view: own.command, to: 'default' });
		await chooseDefault(vida, CASE_LIST, { view: own.command, to: 'everything' });
		expect(await opensWith(vida)).toEqual([]);
	});

	test('shares a view with a team they work in, no other; the team uses it and cannot remove it', async () => {
		const shared = asked({ team: world.teamId });
		await saveView(vida, CASE_LIST, shared);
		expect(await viewsOf(mate)).toMatchObject([{ id: shared.command, mine: false, team: 'Ekipa' }]);
		expect(await removeView(mate, CASE_LIST, { view: shared.command })).toMatchObject({ problem: 'not-found' });
		expect(await saveView(vida, CASE_LIST, asked({ team: otherTeam }))).toMatchObject({ fields: [{ field: 'team' }] });
		const elsewhere = await world.hire(['professional'], { team: otherTeam });
		expect(await viewsOf(elsewhere)).toEqual([]);
		expect(await chooseDefault(elsewhere, CASE_LIST, { view: shared.command, to: 'default' })).toMatchObject({
			problem: 'not-found',
		});
		const abroad = await (await aWorld()).hire(['professional']);
		expect(await viewsOf(abroad)).toEqual([]);
	});

	test('of those who may not list cases has none and keeps none', async () => {
		for (const role of ROLES) {
			const somebody = await world.hire([role]);
			const may = ['professional', 'advocate', 'coordinator', 'programme-lead'].includes(role);
			expect((await listViews(somebody, CASE_LIST)).ok, role).toBe(may);
			expect((await saveView(somebody, CASE_LIST, asked())).ok, role).toBe(may);
		}
	});
});

describe('the views of two lists', () => {
	test('stand apart: each list shows, opens with, and removes its own', async () => {
		const [ofCases, ofPeople] = [
			asked({ asDefault: true }),
			asked({ name: 'Naslovi', query: question('q=Zala&columns=address'), asDefault: true }),
		];
		await saveView(vida, CASE_LIST, ofCases);
		await saveView(vida, PEOPLE_LIST, ofPeople);
		const people = await listViews(vida, PEOPLE_LIST);
		expect(people.ok && people.value.views).toMatchObject([
			{ id: ofPeople.command, query: '?columns=address', isDefault: true },
		]);
		expect((await viewsOf(vida)).map((one) => [one.id, one.isDefault])).toEqual([[ofCases.command, true]]);
		expect(await removeView(vida, CASE_LIST, { view: ofPeople.command })).toMatchObject({ problem: 'not-found' });
		expect(await chooseDefault(vida, CASE_LIST, { view: ofPeople.command, to: 'default' })).toMatchObject({
			problem: 'not-found',
		});
		expect(await removeView(vida, PEOPLE_LIST, { view: ofPeople.command })).toMatchObject({ ok: true });
	});

	test('are for those who may see the list: a data protection officer looks people up and lists no cases', async () => {
		const officer = await world.hire(['data-protection-officer']);
		const advocate = await world.hire(['advocate']);
		expect([(await listViews(officer, PEOPLE_LIST)).ok, (await listViews(officer, CASE_LIST)).ok]).toEqual([
			true,
			false,
		]);
		expect([(await listViews(advocate, PEOPLE_LIST)).ok, (await listViews(advocate, CASE_LIST)).ok]).toEqual([
			false,
			true,
		]);
	});
});

describe('the database', () => {
	test('has twenty places for each worker, also when many are kept at once', async () => {
		const kept = await Promise.all(Array.from({ length: 24 }, () => saveView(vida, CASE_LIST, asked())));
		expect(kept.filter((one) => one.ok)).toHaveLength(SAVED_VIEWS_MAX);
		expect(kept.find((one) => !one.ok)).toMatchObject({ problem: 'too-many-views' });
		expect((await saveView(mate, CASE_LIST, asked())).ok).toBe(true);
	});

	test('keeps somebody else’s view from being seen, made in their name, removed or chosen', async () => {
		const own = asked();
		await saveView(vida, CASE_LIST, own);
		const attempt = (query: string, values: unknown[] = []) =>
			lookUp(mate, async (tx) => {
				const { CompiledQuery } = await import('kysely');
				return ok((await tx.db.executeQuery(CompiledQuery.raw(query, values))).rows.length);
			});
		expect(await attempt('select id from saved_view where id = $1', [own.command])).toEqual(ok(0));
		expect(await attempt('delete from saved_view where id = $1 returning id', [own.command])).toEqual(ok(0));
		const values = [world.organisationId, vida.by.workerId, own.command];
		await expect(
			attempt(
				`insert into saved_view select $1, gen_random_uuid(), $2, 'cases', 2, null, now(), decode(repeat('00', 40), 'hex') where $3::uuid is not null`,
				values,
			),
		).rejects.toThrow(/row-level security/);
		await expect(
			attempt(`insert into default_view values ($1, $2, 'cases', $3)`, [
				world.organisationId,
				mate.by.workerId,
				own.command,
			]),
		).rejects.toThrow(/row-level security/);
	});
});
