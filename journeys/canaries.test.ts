import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CANARIES } from '../scripts/demo/canaries.ts';
import { ROLES } from '../src/lib/kernel/actor.ts';
import { ROUTES } from '../src/lib/journal/routes.ts';
import { aWorld, type World } from '../src/lib/programmes/world.fixtures.ts';
import { addressOf } from './addresses.fixtures.ts';
import { ASK_FORMS, DESK_FORMS, actionOf, type Form } from './forms.fixtures.ts';
import { aCaller, aWorker, linksIn, type Answer, type Caller, type Fields } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { aScene, type Scene } from './scene.fixtures.ts';
import { hired, type Colleague } from './staff.fixtures.ts';

const opora = anOpora();
/** Stands in every personal text of the test, and nowhere else. */
const CANARY = 'zkanarcek7q';
const PHONE = '041907355';

/** The forms of the desk but those whose words are for everybody to read: helplines, programmes, how long things are kept, and where requests go. */
const PERSONAL = DESK_FORMS.filter((form) => !/\/admin\/(helplines|programmes|retention|routing)/.test(form.route));

let world: World;
let scene: Scene;
let lead: Colleague;

beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	lead = await hired(opora, world, { roles: ROLES });
	scene = await aScene(world, lead.act, { mark: (field) => `${CANARY} ${field}`, print: true });
	for (const form of PERSONAL) await lead.caller.post(actionOf(form, scene), sung(form));
	const visitor = aCaller(opora);
	for (const form of ASK_FORMS) expect((await visitor.post(actionOf(form, scene), sung(form))).status).toBe(303);
	const check = await visitor.get(`/ask/${scene.slug}/small/check`);
	expect(check.text).toContain(CANARY);
	const command = /name="command" value="([^"]+)"/.exec(check.text)![1]!;
	expect((await visitor.post(`/ask/${scene.slug}/small/check`, { command })).status).toBe(303);
});

/** A form with the canary in every field that takes words, an address or a number of a telephone. */
function sung(form: Form): Fields {
	const fields = Object.entries(form.fields(scene)).map(([name, value]) => {
		if (typeof value !== 'string') return [name, value] as const;
		if (value.includes('@')) return [name, `${CANARY}.${value}`] as const;
		if (value.startsWith('041 ')) return [name, '041 907 355'] as const;
		return [name, /[ .]/.test(value) || name === 'relation' ? `${CANARY} ${value}` : value] as const;
	});
	return Object.fromEntries(fields);
}

/** The files below a folder in which one of some texts stands. */
async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const { rows } = await opora.database.superuser.query(
		'select oid from pg_database where datname <> current_database()',
	);
	const others = rows.map(({ oid }) => `${path.sep}base${path.sep}${oid}`);
	const found: string[] = [];
	// The databases of other tests lie in the same folder, and are theirs to search.
	for (const entry of entries.filter(
		(one) => one.isFile() && !others.some((other) => one.parentPath.endsWith(other)),
	)) {
		const file = path.join(entry.parentPath, entry.name);
		const bytes = await bytesOf(file);
		for (const text of texts) if (bytes.includes(text)) found.push(`${path.relative(folder, file)}: ${text}`);
	}
	return found;
}

/** The bytes of a file; PostgreSQL may take it away while the folder is looked through. */
async function bytesOf(file: string): Promise<Buffer> {
	return readFile(file).catch((failure: NodeJS.ErrnoException) => {
		if (failure.code === 'ENOENT') return Buffer.alloc(0);
		throw failure;
	});
}

const dataFolder = () => path.join(opora.database.folder, 'data');
const flush = () => opora.database.superuser.query('checkpoint');
const payloads = async () =>
	JSON.stringify((await opora.database.superuser.query('select * from graphile_worker._private_jobs')).rows);

describe('what somebody told', () => {
	test('is there, for whoever may see it', async () => {
		const page = await lead.caller.get(`/desk/${scene.slug}/people/${scene.person}`);
		expect(page.text).toContain(CANARY);
		expect(page.text.replace(/\D/g, '')).toContain(PHONE);
	});

	test('stands nowhere in the data folder, the log of the database’s changes included', async () => {
		await flush();
		expect(await filesWith(dataFolder(), [CANARY, PHONE, '041 907 355'])).toEqual([]);
	});

	test('a text that was written unsealed is found there', async () => {
		const { superuser } = opora.database;
		await superuser.query(`create table planted (note text)`);
		await superuser.query('insert into planted values ($1)', [`${CANARY}-planted`]);
		await flush();
		const found = await filesWith(dataFolder(), [`${CANARY}-planted`]);
		expect(found.some((file) => file.includes('pg_wal'))).toBe(true);
		expect(found.some((file) => file.includes('base'))).toBe(true);
	});

	test('stands in no line of the log and in no job; a planted one is found', async () => {
		expect(opora.log.length).toBeGreaterThan(PERSONAL.length / 2);
		expect(opora.log.filter((line) => line.includes(CANARY))).toEqual([]);
		expect(await payloads()).not.toContain(CANARY);
		process.stdout.write(`{"at":"now","event":"${CANARY}"}\n`);
		expect(opora.log.filter((line) => line.includes(CANARY))).toHaveLength(1);
		await opora.database.superuser.query(
			`select graphile_worker.add_job('nothing', json_build_object('to', $1::text))`,
			[CANARY],
		);
		expect(await payloads()).toContain(CANARY);
	});

	test('stands in no answer to somebody who may not see it, whatever they ask or send', async () => {
		const other = await aWorld(undefined, new Date());
		const strangers: readonly Caller[] = [
			aCaller(opora),
			(await hired(opora, other, { roles: ROLES })).caller,
			(await hired(opora, world, { roles: ['volunteer'] })).caller,
		];
		const answers: Answer[] = [];
		for (const caller of strangers) {
			for (const route of Object.keys(ROUTES)) answers.push(await caller.get(addressOf(route, scene)));
			for (const form of DESK_FORMS) answers.push(await caller.post(actionOf(form, scene), form.fields(scene)));
		}
		expect(answers.filter((answer) => answer.status >= 400).length).toBeGreaterThan(100);
		const shown = answers.filter((answer) => answer.text.includes(CANARY) || answer.to?.includes(CANARY));
		expect(shown.map((answer) => /<title>.*<\/title>/.exec(answer.text)?.[0])).toEqual([]);
	});

	test('is in an answer that is not well only where the same person has just typed it', async () => {
		const refused: [Form, Answer][] = [];
		for (const form of [...DESK_FORMS, ...ASK_FORMS]) {
			const empty = Object.fromEntries(Object.keys(form.fields(scene)).map((name) => [name, '']));
			refused.push([form, await aCaller(opora).post(actionOf(form, scene), empty)]);
		}
		const shown = refused.filter(([, answer]) => answer.status >= 300 && answer.text.includes(CANARY));
		expect(shown.map(([form]) => form.route)).toEqual([]);
		const caller = aCaller(opora);
		const steps = ASK_FORMS.filter((form) => !form.path(scene).endsWith('reach'));
		for (const form of steps) await caller.post(actionOf(form, scene), form.fields(scene));
		const typed = await caller.post(`/ask/${scene.slug}/small/reach`, { name: CANARY, phone: 'x' });
		expect(typed.status).toBe(400);
		expect(typed.text).toContain(CANARY);
	});
});

describe('the texts that demo:canaries prints', () => {
	test('are twenty, stand on the pages of the demo and nowhere in its data folder', async () => {
		expect(new Set(CANARIES).size).toBe(20);
		await flush();
		expect(await filesWith(dataFolder(), CANARIES)).toEqual([]);
		expect(await missingOnPages(CANARIES)).toEqual([]);
	});
});

/** Who looks through the demo: they see every request and every case of their organisation. */
const COORDINATORS = { 'vida@karitas.invalid': 'slovenska-karitas', 'karla@csd.invalid': 'csd-izmisljeno-polje' };

/** Which of some texts stand on no page that the demo's coordinators can open. */
async function missingOnPages(texts: readonly string[]): Promise<readonly string[]> {
	const wanted = new Set(texts);
	for (const [email, slug] of Object.entries(COORDINATORS)) {
		const caller = await aWorker(opora, email);
		const toOpen = ['/cases', '/requests?view=mine', '/requests?view=ended', '/requests'].map(
			(one) => `/desk/${slug}${one}`,
		);
		for (const address of toOpen) {
			if (wanted.size === 0) return [];
			const { text } = await caller.get(address);
			for (const one of wanted) if (text.includes(one)) wanted.delete(one);
			toOpen.push(...further(text, address, `/desk/${slug}`).filter((one) => !toOpen.includes(one)));
		}
	}
	return [...wanted];
}

/** The records and the next pages that a page leads to. */
function further(html: string, address: string, desk: string): readonly string[] {
	const next = linksIn(html, '?').filter((query) => /[?&](before|after)=/.test(query));
	const lists = next.map((query) => `${address.split('?')[0]}${query}`);
	return [...linksIn(html, `${desk}/`).filter((link) => RECORD.test(link)), ...lists];
}

/** The address of a request, a case, a person, a talk or a meeting. */
const RECORD = /\/(requests|cases|people|talks|meetings)\/[0-9a-f-]{36}$/;
