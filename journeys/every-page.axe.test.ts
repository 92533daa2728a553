import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLES, system } from '../src/lib/kernel/actor.ts';
import { ok } from '../src/lib/kernel/result.ts';
import { addWorker } from '../src/lib/identity/invite-worker.server.ts';
import { makeSetupLink } from '../src/lib/identity/setup-link.server.ts';
import { good } from '../src/lib/intake/intake.fixtures.ts';
import { ROUTES } from '../src/lib/journal/routes.ts';
import { transaction } from '../src/lib/platform/database.server.ts';
import { aWorld, type World } from '../src/lib/programmes/world.fixtures.ts';
import { addressOf } from './addresses.fixtures.ts';
import { barriersOn, expectAccessible, people, press, sticksOut, type Looks } from './browser.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { aScene, type Scene } from './scene.fixtures.ts';
import { hired } from './staff.fixtures.ts';
import { askForHelp, BLIZU } from './steps.fixtures.ts';

const opora = anOpora();
const { somebody, worker } = people(opora);

let world: World;
let scene: Scene;
let email: string;

beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	const colleague = await hired(opora, world, { roles: ROLES });
	email = colleague.email;
	scene = await aScene(world, colleague.act, { print: true });
	// The product asks anew which organisations there are only every few seconds.
	const there = async () => expect((await fetch(`${opora.address}/p/${world.slug}`)).status).toBe(200);
	await vi.waitFor(there, { timeout: 20_000, interval: 500 });
});

const CHECKED_ON_THE_WAY = ['check', 'sent'].map((page) => `/(public)/ask/[organisation]/[programme]/${page}`);
/** Pages of the questionnaire that are there once it was begun. */
const ONCE_BEGUN = ['question/[place]', 'help', 'result', 'talk', 'keeping', 'deletion'].map(
	(page) => `/(public)/how-am-i/${page}`,
);
/** Routes that show no page of their own: they answer a machine, or lead on to another page. */
const NO_PAGE = [
	'/live',
	'/ready',
	'/exit',
	'/manifest.webmanifest',
	'/robots.txt',
	'/sitemap.xml',
	'/(public)/ask/[organisation]/[programme]',
	'/(account)/sign-out',
	'/(account)/desk',
	'/(desk)/desk/[organisation]/drafts',
	'/(desk)/desk/[organisation]/exports/[export]/file',
	'/(desk)/desk/[organisation]/prints/[print]/file',
	'/(desk)/desk/[organisation]/cases/[case]/documents/[document]/file',
	'/(desk)/desk/[organisation]/people/[person]/documents/[document]/file',
	'/(desk)/desk/[organisation]/requests/[request]/taking',
	'/(desk)/desk/[organisation]/requests/[request]/person',
	'/(desk)/desk/[organisation]/cases/[case]/steps/[step]',
];
/** The page for whatever is not there. */
const NOT_THERE = '/(desk)/desk/[organisation]/nowhere';
/** Pages of the desk that belong to no entry of its menu. */
const IN_NO_LIST = [NOT_THERE, '/(desk)/desk/[organisation]/account', '/(desk)/desk/[organisation]/find'];
/** Forms in which everything may stay empty: nothing has to be known of a person. */
const ALL_OPTIONAL = [
	// Nothing ticked takes back what was recorded.
	'/(desk)/desk/[organisation]/cases/[case]/reported',
	'/(desk)/desk/[organisation]/people/[person]/details',
	// Which of two words for the same thing is kept is chosen already where nobody chooses.
	'/(desk)/desk/[organisation]/people/[person]/merge/[other]',
];

const ALL: readonly Required<Pick<Looks, 'language' | 'dark'>>[] = (['sl', 'cs', 'en'] as const).flatMap((language) => [
	{ language, dark: false },
	{ language, dark: true },
]);

describe.each(process.env.OPORA_PROVE === '1' ? ALL : ALL.slice(0, 1))('in $language, dark: $dark', (looks) => {
	const visited: string[] = [];
	const noPage: string[] = [];
	const refused: string[] = [];
	const accepted: string[] = [];
	const barriers: string[] = [];
	/** How many entries of the desk’s menu a page is marked at. */
	const marks: Record<string, number> = {};
	const look = async (page: Page, state: string) => {
		const before = page.viewportSize()!;
		const faults = [...(await barriersOn(page))];
		await page.setViewportSize({ width: 320, height: before.height });
		faults.push(...(await sticksOut(page)).map((wide) => `sticks out: ${wide}`));
		await page.setViewportSize(before);
		for (const fault of faults) barriers.push(`${state}: ${fault}`);
	};

	/** Opens a route as somebody, looks at its page, and at what it says to empty forms. */
	async function visit(page: Page, route: string, address = addressOf(route, scene)): Promise<void> {
		visited.push(route);
		const answer = NO_PAGE.includes(route)
			? await page.request.get(address, { maxRedirects: 0 })
			: (await page.goto(`${address}?lang=${looks.language}`))!;
		if (route === NOT_THERE) expect(answer.status()).toBe(404);
		else expect(answer.status(), route).toBeLessThan(400);
		const shown = answer.status() === 200 || route === NOT_THERE;
		if (!shown || !answer.headers()['content-type']?.includes('html')) noPage.push(route);
		else {
			if (route.startsWith('/(desk)')) marks[route] = await page.locator('.sidenav [aria-current]:visible').count();
			expect(await page.locator('html').getAttribute('lang')).toBe(looks.language);
			await look(page, route);
			await sendEmpty(page, route);
		}
	}

	/** Sends each form of a page that asks something, with nothing in it, and looks at the refusal. */
	async function sendEmpty(page: Page, route: string): Promise<void> {
		const address = page.url();
		const forms = page.locator(ASKING);
		for (let place = 0; place < (await forms.count()); place += 1) {
			const form = forms.nth(place);
			const pressed = isLookedAt() || (await form.getAttribute('enctype')) !== null;
			const told = pressed ? await pressEmpty(page, route, form) : await postEmpty(page, form);
			(told ? refused : accepted).push(route);
			if (page.url() !== address) await page.goto(address);
		}
	}

	/** What a refused form says comes of the same parts everywhere: each is looked at where the proof is made at size, else one in four. */
	const isLookedAt = () => process.env.OPORA_PROVE === '1' || refused.length % 4 === 0;

	/** Sends an empty form as somebody does, and looks at what is said; whether it was refused. */
	async function pressEmpty(page: Page, route: string, form: Locator): Promise<boolean> {
		await form.evaluate(empty);
		await press(page, form.locator('button[type=submit]').first());
		const told = (await page.getByRole('alert').count()) > 0;
		if (told) await look(page, `${route}, refused`);
		return told;
	}

	const entered = (...ways: readonly string[]) =>
		Object.entries(ROUTES).flatMap(([route, rule]) => (ways.includes(rule.enter) ? [route] : []));

	test('what everybody may open', async () => {
		const page = await somebody(looks);
		await page.goto(`/?lang=${looks.language}`);
		for (const route of entered('everybody'))
			if (![...CHECKED_ON_THE_WAY, ...ONCE_BEGUN].includes(route)) await visit(page, route);
		await page.goto('/nowhere/at/all');
		await look(page, 'a page that is not there');
	});

	test('asking for help, page by page, and what the code opens', async () => {
		const page = await somebody(looks);
		await page.goto(`/?lang=${looks.language}`);
		await askForHelp(page, BLIZU, {
			look: true,
			who: { forWhom: 'other' },
			about: { relation: 'sestra', knows: 'yes' },
			how: { mode: 'phone' },
		});
		visited.push(...CHECKED_ON_THE_WAY);
		await page.goto('/code');
		await page.fill('#code', scene.code);
		await press(page, page.locator('main form button'));
		for (const route of entered('code')) await visit(page, route);
	});

	test('the questionnaire, once it was begun', async () => {
		const page = await somebody(looks);
		const headers = { origin: opora.address };
		await page.request.post('/how-am-i', { headers, form: { variant: 'self' } });
		for (let place = 1; place <= 26; place += 1) {
			const form: Record<string, string> = place === 18 ? { answer: 'passing' } : { skip: 'yes' };
			await page.request.post(`/how-am-i/question/${place}`, { headers, form });
		}
		for (const route of ONCE_BEGUN) await visit(page, route);
	});

	test('what a link opens', async () => {
		const page = await somebody(looks);
		const invitation = good(
			await transaction({ by: system(world.organisationId), at: new Date() }, async (tx) => {
				const invited = { name: 'Nova Zgledna', email: `nova-${looks.language}-${looks.dark}@primer.invalid` };
				return ok(await addWorker(tx, { ...invited, language: 'sl', roles: ['volunteer'], teams: [] }));
			}),
		);
		await visit(page, '/(account)/invitation/[token]', new URL(invitation.link).pathname);
		await visit(page, '/(account)/set-up/[token]', new URL((await makeSetupLink(new Date())).address).pathname);
		for (const ended of ['/invitation/not-a-link', '/set-up/not-a-link']) {
			await page.goto(ended);
			await look(page, 'a link that has ended');
		}
	});

	test('what opens with an account', async () => {
		const page = await worker(email, looks);
		const done = ['everybody', 'code', 'link'];
		for (const [route, rule] of Object.entries(ROUTES)) if (!done.includes(rule.enter)) await visit(page, route);
		for (const list of [
			'requests?view=ended',
			'people?q=Nikogar',
			'cases?order=oldest&at=2999-01-01&after=00000000-0000-7000-8000-000000000000',
			'cases?state=closed&from=2026-02-31',
		]) {
			await page.goto(`/desk/${scene.slug}/${list}`);
			await look(page, `an empty list: ${list}`);
		}
	});

	test('nothing is in anybody’s way or wider than 320 px, every route there is was visited, and every form that asks something refused to be empty', () => {
		expect(barriers).toEqual([]);
		expect(visited.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
		expect(noPage.toSorted()).toEqual(NO_PAGE.toSorted());
		const unmarked = Object.keys(marks).filter((route) => marks[route] !== 1);
		expect(unmarked.toSorted()).toEqual(IN_NO_LIST.toSorted());
		expect([...new Set(accepted)].toSorted()).toEqual(ALL_OPTIONAL);
		expect(refused.length).toBeGreaterThan(20);
	});
});

const ASKING =
	'main form[method=post]:has(textarea, select, input:not([type=hidden])):not(.search-form):not([data-theme] form)';

/** Sends an empty form as a browser would, without showing the answer; whether it was refused. */
async function postEmpty(page: Page, form: Locator): Promise<boolean> {
	await form.evaluate(empty);
	const { action, fields } = await form.evaluate((one: HTMLFormElement) => {
		const sender = one.querySelector<HTMLButtonElement>('button[type=submit]')!;
		const to = sender.getAttribute('formaction') ?? one.getAttribute('action') ?? '';
		return { action: new URL(to, location.href).href, fields: [...new FormData(one, sender)] as [string, string][] };
	});
	const type = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
	const headers = { ...type, origin: new URL(page.url()).origin };
	const data = new URLSearchParams(fields).toString();
	const answer = await page.request.post(action, { data, headers });
	return (await answer.text()).includes('role="alert"');
}

/** Takes everything out of a form that somebody could. */
function empty(form: HTMLElement | SVGElement): void {
	for (const field of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
		if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
		else field.value = '';
	}
}

test('the check finds what is wrong with a page', async () => {
	const page = await somebody();
	await page.goto('/about');
	await page.evaluate(() => document.querySelector('main')!.append(document.createElement('button')));
	await expect(expectAccessible(page, 'planted')).rejects.toThrow(/button-name/);
	await page.evaluate(() => (document.querySelector('main')!.style.minWidth = '5000px'));
	expect(await sticksOut(page)).not.toEqual([]);
});
