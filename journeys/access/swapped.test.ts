import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLES } from '../../src/lib/kernel/actor.ts';
import type { Uuid } from '../../src/lib/kernel/ids.ts';
import { DEMO_PASSWORD } from '../../src/lib/identity/demo-accounts.server.ts';
import { accountMark } from '../../src/lib/identity/given-to.server.ts';
import { GIVEN_TO } from '../../src/lib/identity/given-to.ts';
import { IDLE_LOCK_MS } from '../../src/lib/identity/session.ts';
import { ROUTES } from '../../src/lib/journal/routes.ts';
import { atSize } from '../../src/lib/platform/proof.fixtures.ts';
import { aWorld, type World } from '../../src/lib/programmes/world.fixtures.ts';
import { addressOf } from '../addresses.fixtures.ts';
import { DESK_FORMS, DOOR_FORMS, actionOf } from '../forms.fixtures.ts';
import { aCaller, hiddenIn, isOfAnother, type Answer, type Caller, type Fields } from '../http.fixtures.ts';
import { anOpora } from '../opora.fixtures.ts';
import { aScene, type Scene } from '../scene.fixtures.ts';
import { hired, type Colleague } from '../staff.fixtures.ts';

const opora = anOpora();
const CANARY = 'tuja-skrivnost';
const TRIES = atSize(600, 10_000);
/** After so many, whoever tries gets a fresh scene: forms that were sent have changed the one before. */
const TRIES_A_SCENE = 60;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let theirs: { world: World; lead: Colleague; scene: Scene };
let ours: { world: World; everything: Colleague };

beforeAll(async () => {
	const world = await aWorld(undefined, new Date());
	const lead = await hired(opora, world, { roles: ROLES, name: CANARY });
	const scene = await aScene(world, lead.act, { mark: (field) => `${CANARY} ${field}` });
	theirs = { world, lead, scene };
	const own = await aWorld(undefined, new Date());
	ours = { world: own, everything: await hired(opora, own, { roles: ROLES }) };
	// Organisations are remembered for some seconds: one that was just made is not there yet.
	const known = (caller: Caller, { slug }: World) =>
		vi.waitUntil(async () => (await caller.get(`/desk/${slug}/account`)).status === 200, {
			timeout: 20_000,
			interval: 250,
		});
	await Promise.all([known(lead.caller, world), known(ours.everything.caller, own)]);
}, 60_000);

/** A request with ids in it: in its address, in its query, in its body. */
type Attempt = { readonly path: string; readonly fields?: Fields };

const QUERIES: readonly ((scene: Scene) => string)[] = [
	(scene) => `/desk/${scene.slug}/cases?before=${scene.case}`,
	(scene) => `/desk/${scene.slug}/requests?view=waiting&after=${scene.request}&by=${scene.now.getTime()}`,
	(scene) => `/desk/${scene.slug}/people/${scene.person}/journal?at=${scene.now.getTime()}&id=${scene.case}`,
];

/** Everything that can be asked for in a scene: pages, pages with keys in their query, forms. */
function attemptsIn(scene: Scene): readonly Attempt[] {
	const pages = Object.keys(ROUTES).filter((route) => route.startsWith('/(desk)'));
	return [
		...pages.map((route) => ({ path: addressOf(route, scene) })),
		...QUERIES.map((query) => ({ path: query(scene) })),
		...DESK_FORMS.map((form) => ({ path: actionOf(form, scene), fields: form.fields(scene) })),
	];
}

const idsOf = (scene: Scene): readonly string[] =>
	Object.values(scene).filter((value): value is Uuid => typeof value === 'string' && new RegExp(ID).test(value));

/** A request with one of its ids, or its organisation, exchanged for one of somebody else's. */
function swap(attempt: Attempt, own: Scene, chance: (below: number) => number): Attempt {
	const written = JSON.stringify(attempt);
	const places = [...written.matchAll(ID)].map((match) => match.index);
	const slug = `/desk/${own.slug}`;
	const which = chance(places.length + 1);
	if (which === places.length) return JSON.parse(written.replace(slug, `/desk/${theirs.scene.slug}`)) as Attempt;
	const foreign = idsOf(theirs.scene);
	const at = places[which]!;
	const id = foreign[chance(foreign.length)]!;
	return JSON.parse(written.slice(0, at) + id + written.slice(at + id.length)) as Attempt;
}

/** Numbers below a bound, the same in every run. */
function fixedChance(): (below: number) => number {
	let state = 20_261_122;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const send = (caller: Caller, { path, fields }: Attempt): Promise<Answer> =>
	fields ? caller.post(path, fields) : caller.get(path);

/** Tables that the product writes for every organisation by itself, from time to time. */
const BY_ITSELF = ['journal_batch', 'journal_position'];

/** Everything of one organisation, in every table, as one sum. */
async function sumOf(organisation: Uuid): Promise<string> {
	const { superuser } = opora.database;
	const tables = await superuser.query<{ name: string }>(
		`select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
		join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'access') and c.relname <> all ($1) order by 1`,
		[BY_ITSELF],
	);
	const sums: string[] = [];
	for (const { name } of tables.rows) {
		const { rows } = await superuser.query<{ sum: string | null }>(
			`select md5(string_agg(t::text, '' order by t::text)) as sum from ${name} t where organisation_id = $1`,
			[organisation],
		);
		sums.push(`${name} ${rows[0]!.sum}`);
	}
	expect(sums.length).toBeGreaterThan(50);
	return sums.join('\n');
}

describe('ids of another organisation', () => {
	test(`lead nowhere: in address, query and body, for reading and writing, ${TRIES} times`, async () => {
		const before = await sumOf(theirs.world.organisationId);
		const chance = fixedChance();
		const answers = new Map<number, number>();
		let own!: Scene;
		let possible: readonly Attempt[] = [];
		for (let n = 0; n < TRIES; n += 1) {
			if (n % TRIES_A_SCENE === 0) {
				own = await aScene(ours.world, ours.everything.act);
				possible = attemptsIn(own);
			}
			const attempt = swap(possible[chance(possible.length)]!, own, chance);
			const answer = await send(ours.everything.caller, attempt);
			answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
			expect(answer.text.includes(CANARY), `${attempt.path} shows what is another organisation’s`).toBe(false);
			expect(answer.status, `${attempt.path} ${JSON.stringify(attempt.fields ?? {})}`).toBeLessThan(500);
		}
		expect(answers.get(404)).toBeGreaterThan(TRIES / 4);
		expect(await sumOf(theirs.world.organisationId)).toBe(before);
	}, 900_000);

	test('one that does lead somewhere is noticed: the organisation’s own worker sees it and changes it', async () => {
		const before = await sumOf(theirs.world.organisationId);
		const page = await theirs.lead.caller.get(`/desk/${theirs.scene.slug}/cases/${theirs.scene.case}`);
		expect(page.text).toContain(CANARY);
		expect(await sumOf(theirs.world.organisationId)).not.toBe(before);
	});
});

const sealedIn = ({ text }: Answer): string => hiddenIn(text, 'kept');

describe('a form of a page that was given to another account', () => {
	test('is refused, whichever form of the desk it is, and so is one of a page that was given to nobody', async () => {
		const { world, everything } = ours;
		const other = await hired(opora, world, { roles: ROLES });
		const own = await aScene(world, everything.act);
		const foreign = await other.caller.mark(`/desk/${own.slug}`);
		const before = await sumOf(world.organisationId);
		const taken: string[] = [];
		for (const form of DESK_FORMS)
			for (const mark of [foreign, { [GIVEN_TO]: '' }]) {
				const answer = await everything.caller.post(actionOf(form, own), { ...form.fields(own), ...mark });
				if (!isOfAnother(answer)) taken.push(`${actionOf(form, own)}: ${answer.status}`);
			}
		expect(taken).toEqual([]);
		// So it is for whoever may do nothing here: what somebody left open is not lost because a stranger signed in after them. A
		// form with a file is not read for that.
		for (const form of DESK_FORMS.filter(({ route }) => !route.endsWith('/documents/new'))) {
			const answer = await theirs.lead.caller.post(actionOf(form, own), { ...form.fields(own), ...foreign });
			if (!isOfAnother(answer) || !sealedIn(answer)) taken.push(`${actionOf(form, own)}: ${answer.status}`);
		}
		expect(taken).toEqual([]);
		expect(await sumOf(world.organisationId)).toBe(before);
		// Red control: the same form of a page of one's own is taken, and the sum tells.
		const plan = DESK_FORMS.find((form) => form.route.endsWith('/plan'))!;
		expect((await everything.caller.post(actionOf(plan, own), plan.fields(own))).status).toBe(303);
		expect(await sumOf(world.organisationId)).not.toBe(before);
	}, 60_000);

	test('waits for the password of a locked session where it is its own, beside a file too, and where it is not for the other', async () => {
		const { world, everything } = ours;
		const own = await aScene(world, everything.act);
		const { act, caller } = await hired(opora, world, { roles: ROLES });
		const accountOf = async ({ workerId }: Colleague['act']['by']) => {
			const { rows } = await opora.database.superuser.query<{ user_id: Uuid }>(
				'select user_id from identity.worker_account where worker_id = $1',
				[workerId],
			);
			return rows[0]!.user_id;
		};
		const [user, owner] = [await accountOf(act.by), await accountOf(everything.act.by)];
		const words = 'Pod ključem zapisano.';
		const plan = DESK_FORMS.find((form) => form.route.endsWith('/plan'))!;
		const mark = await caller.mark(`/desk/${own.slug}`);
		await opora.database.superuser.query('update identity.session set "lastSeenAt" = $1 where "userId" = $2', [
			new Date(Date.now() - IDLE_LOCK_MS),
			user,
		]);
		const home = async () => (await caller.get(`/desk/${own.slug}`)).to ?? '';
		await expect.poll(home, { timeout: 20_000, interval: 250 }).toContain('/unlock');
		const locked = await caller.post(actionOf(plan, own), { ...plan.fields(own), needs: words, ...mark });
		expect([locked.status, locked.text.includes(words)]).toEqual([401, false]);
		expect(sealedIn(locked)).not.toBe('');
		const beside = new FormData();
		for (const [name, value] of Object.entries({ note: words, ...mark })) beside.append(name, String(value));
		beside.append('file', new File(['%PDF-1.7'], 'zapis.pdf'));
		const withFile = await caller.send(`/desk/${own.slug}/cases/${own.case}/documents/new`, beside);
		expect(withFile.status).toBe(401);
		const opened = await caller.post('/unlock', { password: DEMO_PASSWORD, kept: sealedIn(withFile) });
		expect(hiddenIn(opened.text, 'note')).toBe(words);
		await opora.database.superuser.query('update identity.session set "lastSeenAt" = $1 where "userId" = $2', [
			new Date(Date.now() - IDLE_LOCK_MS),
			user,
		]);
		await expect.poll(home, { timeout: 20_000, interval: 250 }).toContain('/unlock');
		const foreign = { [GIVEN_TO]: accountMark(owner) };
		const refused = await caller.post(actionOf(plan, own), { ...plan.fields(own), needs: words, ...foreign });
		expect([isOfAnother(refused), refused.text.includes(words)]).toEqual([true, false]);
	}, 60_000);

	test('is taken from nobody who gave a password alone', async () => {
		const own = await aScene(ours.world, ours.everything.act);
		const { act, caller, email } = await hired(opora, ours.world, { roles: ROLES });
		const plan = DESK_FORMS.find((form) => form.route.endsWith('/plan'))!;
		const send = async (by: Caller) =>
			by.post(actionOf(plan, own), { ...plan.fields(own), ...(await caller.mark(`/desk/${own.slug}`)) });
		expect((await send(caller)).status).toBe(303);
		const { rowCount } = await opora.database.superuser.query(
			'update identity."user" set "twoFactorEnabled" = false where id = (select user_id from identity.worker_account where worker_id = $1)',
			[act.by.workerId],
		);
		expect(rowCount).toBe(1);
		const bare = aCaller(opora);
		await bare.post('/sign-in?/password', { email, password: DEMO_PASSWORD });
		expect(bare.cookie()).not.toBe('');
		expect((await send(bare)).status).toBe(401);
	});

	test('a page that one code opened is not that of another code, and what was typed there waits for its own', async () => {
		const own = await aScene(ours.world, ours.everything.act);
		const opened = async (code: string) => {
			const caller = aCaller(opora);
			expect((await caller.post('/code', { code })).status).toBe(303);
			return caller;
		};
		const [one, another] = [await opened(own.code), await opened(theirs.scene.code)];
		const addition = DOOR_FORMS.find((form) => form.route.endsWith('/addition'))!;
		const send = (mark: Fields) => one.post(actionOf(addition, own), { ...addition.fields(own), ...mark });
		const mark = await another.mark('/code/request');
		for (const one of [mark, { [GIVEN_TO]: '' }]) expect(isOfAnother(await send(one))).toBe(true);
		const waits = sealedIn(await send(mark));
		const refused = await aCaller(opora).post('/code', { code: own.code, kept: waits });
		expect(isOfAnother(refused)).toBe(true);
		expect(sealedIn(refused)).toBe(waits);
		const opens = await aCaller(opora).post('/code', { code: theirs.scene.code, kept: waits });
		expect(opens.text).toContain(`action="${actionOf(addition, own)}"`);
		expect((await send({})).status).toBe(303);
	});

	test('what was typed for longer than a code is remembered waits until the code is entered again, and is sent then', async () => {
		const own = await aScene(ours.world, ours.everything.act);
		const caller = aCaller(opora);
		await caller.post('/code', { code: own.code });
		const addition = DOOR_FORMS.find((form) => form.route.endsWith('/addition'))!;
		const words = 'Dolgo sem pisala to sporočilo.';
		const fields = { ...addition.fields(own), words, ...(await caller.mark('/code/request')) };
		const forgotten = aCaller(opora);
		const late = await forgotten.post(actionOf(addition, own), fields);
		expect(late.status).toBe(401);
		expect(late.text).not.toContain(words);
		const mistyped = await forgotten.post('/code', { code: 'NAPAČNA KODA', kept: sealedIn(late) });
		expect(sealedIn(mistyped)).toBe(sealedIn(late));
		const back = await forgotten.post('/code', { code: own.code, kept: sealedIn(mistyped) });
		expect(hiddenIn(back.text, 'words')).toBe(words);
		expect((await forgotten.post(actionOf(addition, own), fields)).to).toBe('/code/request');
		expect((await forgotten.get('/code/request')).text).toContain(words);
	});
});
