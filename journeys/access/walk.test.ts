import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Worker, Act, Role } from '../../src/lib/kernel/actor.ts';
import { ROLES, system } from '../../src/lib/kernel/actor.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { ok } from '../../src/lib/kernel/result.ts';
import { endOwn, makeOwn, screenOff } from '../../src/lib/access/access.server.ts';
import { RELATIONS, type Relation } from '../../src/lib/access/access-table.ts';
import { good } from '../../src/lib/intake/intake.fixtures.ts';
import { record } from '../../src/lib/journal/journal.server.ts';
import { ROUTES } from '../../src/lib/journal/routes.ts';
import { transaction } from '../../src/lib/platform/database.server.ts';
import { aWorld, type World } from '../../src/lib/programmes/world.fixtures.ts';
import { ASK_FORMS, DESK_FORMS, DOOR_FORMS, actionOf, type Form } from '../forms.fixtures.ts';
import { addressOf } from '../addresses.fixtures.ts';
import { aCaller, type Answer, type Caller } from '../http.fixtures.ts';
import { anOpora } from '../opora.fixtures.ts';
import { aScene, type Scene } from '../scene.fixtures.ts';
import { hired, type Colleague } from '../staff.fixtures.ts';

const opora = anOpora();
const TABLE = new URL('expected.csv', import.meta.url);
const COLUMNS = ['visitor', 'elsewhere', ...ROLES] as const;
/** Routes whose rows say for which relations they open. */
const OF_A_SUBJECT = /\[(request|case|person)\]/;
/** What takes a request makes it one's own: whatever else is looked at has to be looked at before. */
const LAST = /taking$/;

let world: World;
let scenes: Readonly<Record<Relation, Scene>>;
let staff: Readonly<Record<Role, Colleague>>;
let elsewhere: Colleague;

beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	const lead = await hired(opora, world, { roles: ['professional', 'coordinator'] });
	const made = RELATIONS.map(async (relation) => [relation, await aScene(world, lead.act)] as const);
	scenes = Object.fromEntries(await Promise.all(made)) as typeof scenes;
	const people = ROLES.map(async (role) => [role, await hired(opora, world, { roles: [role] })] as const);
	staff = Object.fromEntries(await Promise.all(people)) as typeof staff;
	const other = await aWorld(undefined, new Date());
	elsewhere = await hired(opora, other, { roles: ROLES });
	const otherTeam = await world.anotherTeam();
	for (const { act } of Object.values(staff)) await relate(act);
	await moveAway(scenes['other-team'], otherTeam);
	await moveAway(scenes.former, otherTeam);
	await moveAway(scenes.none, undefined);
});

const subjectsOf = (scene: Scene): readonly Uuid[] => [
	scene.waiting,
	scene.request,
	scene.initiative,
	scene.exOfficio,
	scene.application,
	scene.person,
	scene.duplicate,
	scene.case,
	scene.family,
	scene.member,
];

/** Makes the scenes what their names say to one worker; the rest is a matter of teams. */
async function relate({ by }: Act<Worker>): Promise<void> {
	good(
		await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
			await makeOwn(tx, by.workerId, subjectsOf(scenes.own));
			await makeOwn(tx, by.workerId, subjectsOf(scenes.former));
			for (const subject of subjectsOf(scenes.former)) await endOwn(tx, by.workerId, subject);
			for (const subject of subjectsOf(scenes.screened)) await screenOff(tx, by.workerId, subject);
			record(tx, { action: 'worker.changed', subjects: [by.workerId] });
			return ok();
		}),
	);
}

async function moveAway(scene: Scene, team: Uuid | undefined): Promise<void> {
	const subjects = subjectsOf(scene);
	const { superuser } = opora.database;
	await superuser.query('delete from access.subject_team where subject_id = any ($1)', [subjects]);
	if (!team) return;
	await superuser.query(
		'insert into access.subject_team (organisation_id, subject_id, team_id) select $1, unnest($2::uuid[]), $3',
		[world.organisationId, subjects, team],
	);
}

type Step = { readonly row: string; readonly send: (caller: Caller, scene: Scene) => Promise<Answer> };

const pages: readonly Step[] = Object.keys(ROUTES).map((route) => ({
	row: `GET ${route}`,
	send: (caller, scene) => caller.get(addressOf(route, scene)),
}));
const nameOf = ({ route, action }: Form) => `POST ${route}${action ? `?/${action}` : ''}`;
const forms: readonly Step[] = [...ASK_FORMS.slice(0, 1), ...DOOR_FORMS, ...DESK_FORMS]
	.map((form) => ({
		row: nameOf(form),
		send: (caller: Caller, scene: Scene) => caller.post(actionOf(form, scene), form.fields(scene)),
	}))
	.toSorted((a, b) => Number(LAST.test(a.row)) - Number(LAST.test(b.row)));
const goodbye: Step = { row: 'POST /(account)/sign-out', send: (caller) => caller.post('/sign-out', {}) };
const STEPS = [...pages, ...forms];

/** What an answer says about whoever asked. */
function verdict({ status, to }: Answer): 'open' | 'no' | 'sign-in' | 'code' | 'broken' {
	if (status === 401 || (status === 303 && to?.startsWith('/sign-in'))) return 'sign-in';
	if (status === 303 && to === '/code') return 'code';
	if (status >= 500) return 'broken';
	return status === 404 ? 'no' : 'open';
}

/** What one cell of the table should read: the verdict, or the relations in which the route opens. */
async function cell(step: Step, caller: Caller, related: boolean): Promise<string> {
	if (!related || !OF_A_SUBJECT.test(step.row)) return verdict(await step.send(caller, scenes.own));
	const said = await Promise.all(
		RELATIONS.map(async (one) => [one, verdict(await step.send(caller, scenes[one]))] as const),
	);
	const neither = said.find(([, verdict]) => verdict !== 'open' && verdict !== 'no');
	if (neither) return neither.join(': ');
	return said.flatMap(([relation, verdict]) => (verdict === 'open' ? [relation] : [])).join(' ') || 'no';
}

async function column(caller: Caller, related: boolean): Promise<readonly string[]> {
	const cells: string[] = [];
	for (const step of STEPS) cells.push(await cell(step, caller, related));
	cells.push(await cell(goodbye, caller, false));
	return cells;
}

const [head, ...expected] = readFileSync(TABLE, 'utf8').trimEnd().split('\n');

describe('who may enter what', () => {
	test('each route that is listed has its row, and no row is about something else', () => {
		const rows = expected.map((line) => line.split(',')[0]!);
		expect(rows).toEqual([...STEPS, goodbye].map((step) => step.row));
		expect(head).toBe(['route', ...COLUMNS].join(','));
	});

	test('each role sees and does, in each relation to a request, a case or a person, what the table says and nothing else', async () => {
		const columns = [
			await column(aCaller(opora), false),
			await column(elsewhere.caller, false),
			...(await inTurn(ROLES.map((role) => () => column(staff[role].caller, true)))),
		];
		const seen = [...STEPS, goodbye].map((step, row) => [step.row, ...columns.map((cells) => cells[row])].join(','));
		expect(seen).toEqual(expected);
	}, 480_000);

	test('below a desk whatever is not there, is somebody else’s or is for another role is one answer, to the byte', async () => {
		const desk = `/desk/${world.slug}`;
		const refused = [
			'/cases/01900000-0000-7000-8000-000000000000',
			`/cases/${scenes.none.case}`,
			`/people/${scenes.none.person}/journal`,
			`/requests/${scenes.none.request}`,
			'/cases/not-an-id?at=1',
			'/admin/workers',
			'/no/such/page',
		].map((path) => desk + path);
		const { caller } = await hired(opora, world, { roles: ['professional'] });
		const stranger = await hired(opora, await aWorld(undefined, new Date()), { roles: ROLES });
		const answers = await inTurn(refused.map((path) => () => caller.get(path)));
		expect(answers.map((answer) => answer.status)).toEqual(refused.map(() => 404));
		expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
		expect(answers[0]!.text).toContain('class="sidenav"');
		expect(answers[0]!.text).toContain('role="search"');
		// Whoever is not at this desk learns nothing of it, nor that there is one.
		for (const path of refused) {
			expect((await aCaller(opora).get(path)).text).not.toContain('class="sidenav"');
			expect((await stranger.caller.get(path)).text).not.toContain('class="sidenav"');
		}
		// Red control: an answer that depended on anything would be told apart. To a colleague it names the colleague.
		const colleague = await hired(opora, world, { roles: ['professional'], name: 'Ime Priimek' });
		expect((await colleague.caller.get(refused[0]!)).text).not.toBe(answers[0]!.text);
	});

	test('a right that is not in the table is noticed', async () => {
		const row = `GET /(desk)/desk/[organisation]/cases/[case]`;
		const step = STEPS.find((one) => one.row === row)!;
		const advocate = await hired(opora, world, { roles: ['advocate'] });
		await relate(advocate.act);
		const told = expected.find((line) => line.startsWith(`${row},`))!.split(',')[COLUMNS.indexOf('advocate') + 1];
		expect(await cell(step, advocate.caller, true)).toBe(told);
		good(
			await transaction({ by: system(world.organisationId), at: world.now }, async (tx) => {
				await makeOwn(tx, advocate.act.by.workerId, [scenes.none.case]);
				record(tx, { action: 'worker.changed', subjects: [advocate.act.by.workerId] });
				return ok();
			}),
		);
		expect(await cell(step, advocate.caller, true)).toBe(`${told} none`);
	});
});

async function inTurn<Value>(works: readonly (() => Promise<Value>)[]): Promise<Value[]> {
	const done: Value[] = [];
	for (const work of works) done.push(await work());
	return done;
}
