import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../src/lib/kernel/actor.ts';
import { aWorld, type World } from '../src/lib/programmes/world.fixtures.ts';
import { ASK_FORMS, DESK_FORMS, DOOR_FORMS, actionOf, type Form } from './forms.fixtures.ts';
import { aCaller, isOfAnother, type Answer, type Caller, type Fields } from './http.fixtures.ts';
import { NAUGHTY } from './naughty.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { aScene, type Scene } from './scene.fixtures.ts';
import { hired, type Colleague } from './staff.fixtures.ts';

const opora = anOpora();
let world: World;
let worker: Colleague;

beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	worker = await hired(opora, world, { roles: ROLES });
});

const EMOJI = 'č 👩🏽‍🦽 ď e\u0301 \u202eobrnjeno';
const SCRIPT = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
/** What nobody types, and what some do. */
const HOSTILE: Readonly<Record<string, string | readonly string[]>> = {
	nothing: '',
	blanks: ' \t \n ',
	'a hundred thousand letters': 'a'.repeat(100_000),
	'a NUL': 'a\0b',
	'half a surrogate pair': 'a\ud800b',
	emoji: EMOJI,
	script: SCRIPT,
	'31 February': '2026-02-31',
	'the year 1826': '1826-05-05',
	'a day to come': '2031-01-01',
	'a year out of range': '275761-01-01',
	'a time that is none': '25:61',
	'a number below nothing': '-1',
	'a number too large': '99999999999999999999',
	'a piece of SQL': "'; drop table person; --",
	'an id of nobody': '01900000-0000-7000-8000-000000000000',
	'several at once': ['one', 'two', '__proto__'],
};

/** Sends a form whose bytes no browser would send: a lone surrogate as its own three bytes. */
async function sendRaw(caller: Caller, path: string, fields: Fields): Promise<Answer> {
	const pairs = Object.entries({ ...(await caller.mark(path)), ...fields }).flatMap(([name, given]) =>
		(typeof given === 'string' ? [given] : given).map((value) => `${encode(name)}=${encode(value)}`),
	);
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const answer = await caller.send(path, pairs.join('&'), type);
	// A form of a page that was given to nobody would be refused before anybody reads it.
	expect(isOfAnother(answer), path).toBe(false);
	return answer;
}

const encode = (text: string) =>
	text.replace(/[^A-Za-z0-9]/gu, (letter) =>
		letter === '\ud800'
			? '%ED%A0%80'
			: encodeURIComponent(letter).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
	);

/** The text of a page with its entities read, as a person sees it. */
const seen = (html: string) =>
	html
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

type Written = Fields[string] | undefined;
/** Whether a field takes words: its valid value has some. */
const isTyped = (value: Written) => typeof value === 'string' && /[ @]/.test(value);
/** Whether a field takes codes or ids of ours; the others take words, days, times and numbers. */
const isChosen = (value: Written) =>
	!isTyped(value) && !(typeof value === 'string' && /\d/.test(value) && value.length < 20);
/** What is sent in place of a code or an id: there is less to get wrong. */
const CHOSEN = ['nothing', 'a NUL', 'half a surrogate pair', 'script', 'an id of nobody', 'several at once'];

const typedBesides = (fields: Fields, field: string) =>
	Object.entries(fields)
		.filter(([name, value]) => name !== field && isTyped(value) && name !== 'password')
		.map(([, value]) => value as string);

const AT_SIZE = process.env.OPORA_PROVE === '1';
/** All of them where the proof is made at size; else one in so many, others each time: together the forms meet all. */
const inTurn = (all: readonly string[], oneIn: number, time: number) =>
	AT_SIZE ? all : all.filter((_, nth) => nth % oneIn === time % oneIn);
/** How many forms are sent to one scene, where the proof is not made at size: making a scene costs more than a form. */
const FORMS_A_SCENE = AT_SIZE ? 1 : 8;

/** How many forms are sent at the same moment. */
const AT_ONCE = 16;

let fieldsMet = 0;

/** Sends a form once for each of its fields and each hostile value, all at once; what is wrong with the answers. */
async function faultsOf(form: Form, caller: Caller, scene: Scene): Promise<string[]> {
	const written = form.fields(scene);
	const tries = [...Object.keys(written), '__proto__'].flatMap((field) =>
		inTurn(isChosen(written[field]) ? CHOSEN : Object.keys(HOSTILE), 9, (fieldsMet += 1)).map((what) => ({
			field,
			what,
		})),
	);
	const faults: string[] = [];
	for (let from = 0; from < tries.length; from += AT_ONCE) {
		const some = tries.slice(from, from + AT_ONCE);
		faults.push(...(await Promise.all(some.map((one) => faultsOfOne(form, caller, { scene, ...one })))).flat());
	}
	return faults;
}

async function faultsOfOne(form: Form, caller: Caller, one: { scene: Scene; field: string; what: string }) {
	const { scene, field, what } = one;
	const fields = { ...form.fields(scene), [field]: HOSTILE[what]! };
	const { status, text } = await sendRaw(caller, actionOf(form, scene), fields);
	const faults: string[] = [];
	if (status >= 500) faults.push('broken');
	if (/<script>alert|<img src=x/.test(text)) faults.push('the script is on the page as a script');
	if (status === 400) {
		const page = seen(text);
		faults.push(...typedBesides(fields, field).filter((typed) => !page.includes(typed)));
		if (what === 'emoji' && isTyped(form.fields(scene)[field]) && !page.includes(EMOJI)) faults.push('emoji are lost');
	}
	return faults.map((said) => `${form.route} ${field}, ${what}: ${said} (${status})`);
}

let formsOfWords = 0;

/** Sends a form with one string in every field that takes words; what is wrong with the answers. */
async function faultsOfNaughty(form: Form, caller: Caller, scene: Scene): Promise<string[]> {
	const faults: string[] = [];
	const words = Object.entries(form.fields(scene)).filter(([name, value]) => isTyped(value) && name !== 'password');
	if (words.length === 0) return [];
	const strings = inTurn(NAUGHTY, 150, (formsOfWords += 1));
	for (let from = 0; from < strings.length; from += AT_ONCE) {
		const sent = strings.slice(from, from + AT_ONCE).map(async (text) => {
			const fields = { ...form.fields(scene), ...Object.fromEntries(words.map(([name]) => [name, text])) };
			const answer = await sendRaw(caller, actionOf(form, scene), fields);
			const broken =
				answer.status >= 500 || /<(script>|img|svg onload|iframe)[^>]*(alert|javascript)/i.test(answer.text);
			const lost = answer.status === 400 && !asSeen(seen(answer.text)).includes(asSeen(text));
			return broken || lost
				? [`${form.route} ${JSON.stringify(text)}: ${answer.status}, ${lost ? 'lost' : 'broken'}`]
				: [];
		});
		faults.push(...(await Promise.all(sent)).flat());
	}
	return faults;
}
const asSeen = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('whatever is typed', () => {
	let scene: Scene;
	for (const [place, form] of DESK_FORMS.entries()) {
		test(`${form.route} ${form.action ?? ''} never breaks, and a refused form keeps what was typed`, async () => {
			if (place % FORMS_A_SCENE === 0) scene = await aScene(world, worker.act);
			expect(await faultsOf(form, worker.caller, scene)).toEqual([]);
			expect(await faultsOfNaughty(form, worker.caller, scene)).toEqual([]);
		});
	}

	test('asking for help never breaks, and keeps what was typed', async () => {
		const scene = await aScene(world, worker.act);
		const caller = aCaller(opora);
		for (const form of ASK_FORMS) {
			expect(await faultsOf(form, caller, scene)).toEqual([]);
			expect((await caller.post(actionOf(form, scene), form.fields(scene))).status).toBe(303);
		}
		const check = await caller.get(`/ask/${scene.slug}/small/check`);
		const command = /name="command" value="([^"]+)"/.exec(check.text)![1]!;
		expect((await caller.post(`/ask/${scene.slug}/small/check`, { command: 'x'.repeat(300) })).status).toBe(409);
		expect((await caller.post(`/ask/${scene.slug}/small/check`, { command })).status).toBe(303);
	});

	test('the other forms at the door never break', async () => {
		const scene = await aScene(world, worker.act);
		const caller = aCaller(opora);
		expect((await caller.post('/code', { code: scene.code })).status).toBe(303);
		for (const form of DOOR_FORMS) {
			expect(await faultsOf(form, caller, scene)).toEqual([]);
			expect(await faultsOfNaughty(form, caller, scene)).toEqual([]);
		}
	}, 240_000);

	test('what can be kept comes back exactly as it was typed', async () => {
		const scene = await aScene(world, worker.act);
		const plan = DESK_FORMS.find((form) => form.route.endsWith('/plan'))!;
		const fields = { ...plan.fields(scene), needs: EMOJI, resources: SCRIPT };
		expect((await worker.caller.post(actionOf(plan, scene), fields)).status).toBe(303);
		const page = await worker.caller.get(`/desk/${scene.slug}/cases/${scene.case}/plan`);
		expect(seen(page.text)).toContain(EMOJI);
		expect(seen(page.text)).toContain(SCRIPT);
		expect(page.text).not.toContain('<script>alert');
	});
});

describe('requests that no browser sends', () => {
	const bodies: readonly (readonly [what: string, type: string, body: string])[] = [
		['a form in parts without its boundary', 'multipart/form-data', 'x'],
		['a form in parts cut off', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="a'],
		['JSON', 'application/json', '{"name":'],
		['no type at all', 'nothing/known', '\0\0\0'],
		['a form of a hundred thousand fields', 'application/x-www-form-urlencoded', 'a=1&'.repeat(100_000)],
		['a form of ten million letters', 'application/x-www-form-urlencoded', `a=${'b'.repeat(10_000_000)}`],
	];
	for (const [what, type, body] of bodies) {
		test(`${what} gets an answer that is nobody’s fault`, async () => {
			const scene = await aScene(world, worker.act);
			for (const path of ['/code', `/desk/${scene.slug}/requests/new`, `/ask/${scene.slug}/small/who`]) {
				const { status } = await worker.caller.send(path, body, { 'content-type': type });
				expect(status, path).toBeGreaterThanOrEqual(400);
				expect(status, path).toBeLessThan(500);
			}
		});
	}

	test('odd addresses, odd languages, odd cookies', async () => {
		const caller = aCaller(opora);
		const paths = [
			'/%E0%A4%A',
			'/desk/%00',
			'/desk/%2e%2e/%2e%2e/etc/passwd',
			`/${'a'.repeat(8_000)}`,
			'/?lang=xx&lang[]=%00',
		];
		paths.push(
			'/p/__proto__',
			'/ask/constructor/small/who',
			'/code?x=%ED%A0%80',
			'/desk//requests',
			'/sign-in?to=//elsewhere.invalid',
		);
		for (const path of paths) {
			const { status } = await caller.get(path, { cookie: 'opora.code=%00; opora.ask="; opora.language=<script>' });
			expect(status, path).toBeLessThan(500);
		}
	});

	test('other methods are refused', async () => {
		for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
			for (const path of ['/', '/code', '/sign-in', '/live']) {
				const status = await statusOf(method, path);
				expect(status, `${method} ${path}`).toBeLessThan(500);
			}
	});
});

/** `fetch` sends no TRACE; this does. */
function statusOf(method: string, path: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const sent = request(new URL(path, opora.address), { method, headers: { origin: opora.address } }, (answer) => {
			answer.resume();
			resolve(answer.statusCode ?? 0);
		});
		sent.on('error', reject);
		sent.end();
	});
}
