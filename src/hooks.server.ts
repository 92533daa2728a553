import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import type { CodeHolder } from '#lib/kernel/actor.ts';
import { isLanguage, type Language } from '#lib/kernel/local-words.ts';
import { mayEver, type Action } from '#lib/access/access-table.ts';
import { bringHelplines } from '#lib/directory/helplines.server.ts';
import { withNames } from '#lib/design/named-problems.ts';
import { organisationBySlug } from '#lib/directory/organisations.server.ts';
import { isOfAnother, typedFrom } from '#lib/identity/doorway.server.ts';
import { markOfPage } from '#lib/identity/given-to.server.ts';
import { withMark } from '#lib/identity/given-to.ts';
import { sealKeptForm } from '#lib/identity/kept-form.server.ts';
import { isLocked } from '#lib/identity/session.ts';
import { findSession, sessionCookieName } from '#lib/identity/sessions.server.ts';
import { ruleOf, type RouteRule } from '#lib/journal/routes.ts';
import { compressed } from '#lib/platform/compressed.server.ts';
import { closePools } from '#lib/platform/database.server.ts';
import { startJobs } from '#lib/platform/jobs.server.ts';
import { log } from '#lib/platform/log.server.ts';
import { isDatabaseAway, logBroken } from '#lib/platform/outage.server.ts';
import { languageOfBrowser } from '#lib/platform/words.server.ts';
import { openEnvelope } from '#lib/vault/envelope.server.ts';
import { EVERY, JOBS } from './jobs.server.ts';

/** The cookie of somebody who came with a code; sealed, and gone with the browser. */
const CODE_COOKIE = 'opora.code';
const LANGUAGE_COOKIE = 'opora.language';
const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Routes that answer with a file, and so with no page of the desk when there is none. */
const FILE = /\/file$/;

/** An address that no route has. */
const NOWHERE = '/nowhere';
/** The desk of an organisation in an address below it. */
const BELOW_DESK = /^\/desk\/[^/]+(?=\/)/;

/** Pages on which nothing stands that belongs to somebody: not those that ask and keep what is answered. */
const SAME_FOR_EVERYBODY = /^\/\(public\)($|\/(?!ask|how-am-i))/;

type Event = Parameters<Handle>[0]['event'];

export const init: ServerInit = async () => {
	if (building || process.env.OPORA_JOBS === '0') return;
	const runner = await startJobs(JOBS, EVERY);
	process.on('sveltekit:shutdown', async () => {
		await runner.stop();
		await closePools();
	});
};

/** Every request: who is it, may they enter, and only then the page. A route that nobody listed does not exist. */
export const handle: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	const rule = ruleOf(event.route.id);
	await recognise(event, rule);
	const refusal = event.route.id === null ? undefined : await refuseEntry(event, rule);
	const response = refusal === 'not-there' ? await notThere(event) : (refusal ?? (await found(event, rule, resolve)));
	log('request', {
		route: event.route.id ?? 'none',
		method: event.request.method,
		status: response.status,
		ms: Math.round(performance.now() - began),
	});
	return response;
};

/** The page; or, where there is none below a desk, what its worker is told of everything that is not there. */
async function found(event: Event, rule: RouteRule | undefined, resolve: Parameters<Handle>[0]['resolve']) {
	const page = await answer(event, rule, resolve);
	const plain = !rule || FILE.test(event.route.id ?? '');
	return page.status === 404 && plain ? ((await notThereAtDesk(event)) ?? page) : page;
}

/** The page, in the frame it needs; in fewer bytes when it is the same for everybody. */
async function answer(event: Event, rule: RouteRule | undefined, resolve: Parameters<Handle>[0]['resolve']) {
	const page = await resolve(event, {
		transformPageChunk: ({ html }) =>
			withMark(withNames(withFrame(event, html)), rule && markOfPage(event.locals, rule.enter)),
	});
	// With a question in its address a page is somebody's own: what they looked for is not kept.
	const asked = [...event.url.searchParams.keys()].some((name) => name !== 'lang');
	const same = SAME_FOR_EVERYBODY.test(event.route.id ?? '') && rule?.writes.length === 0 && !asked;
	if (!same || event.request.method !== 'GET') return page;
	return compressed(page, event.request.headers.get('accept-encoding'));
}

/** Something broke: the log gets its kind and place, the page a code, and nobody a message that could quote a row. */
export const handleError: HandleServerError = (caught) => {
	// The frame of a page may fail before the form in it: what was typed is kept all the same.
	const { kept } = caught.event.locals;
	if (caught.kind === 'app') return withKept(caught.error, caught.event);
	if (caught.kind === 'framework')
		return {
			...caught.error,
			code: caught.error.status === 404 ? 'not-found' : caught.error.status === 413 ? 'too-large' : 'refused',
		};
	const outage = logBroken(caught.error, { route: caught.event.route.id ?? 'none' });
	return outage
		? { status: 503, message: outage, code: outage, kept }
		: { status: 500, message: 'broken', code: 'broken' };
};

/** What is said where a form has to wait until whoever typed it has proved who they are. */
const WAITS: readonly App.Error['code'][] = ['locked', 'session-ended', 'other-account', 'other-code', 'code-ended'];

/** Gives an answer what was typed: sealed for whoever typed it, when it has to wait. */
function withKept(said: App.Error, { locals }: Pick<Event, 'locals'>): App.Error {
	const { givenTo, now } = locals;
	const kept = said.kept ?? locals.kept;
	if (!kept || !WAITS.includes(said.code)) return { ...said, kept };
	// Where nothing tells whose it is, nobody gets it.
	return { ...said, kept: undefined, ...(givenTo ? { sealedForm: sealKeptForm(kept, { givenTo, at: now }) } : {}) };
}

async function recognise(event: Event, rule: RouteRule | undefined): Promise<void> {
	const { locals, cookies, params } = event;
	locals.now = new Date();
	locals.from = event.getClientAddress();
	locals.language = languageOf(event);
	locals.locked = false;
	locals.away = false;
	locals.kept = undefined;
	locals.givenTo = undefined;
	if (!rule) return;
	locals.codeHolder = openEnvelope<CodeHolder>('cookies', cookies.get(CODE_COOKIE), locals.now);
	// While the database is away everybody is a stranger; the page itself says what is the matter.
	await fromDatabase(event, async () => {
		if (params.organisation) locals.organisation = await organisationBySlug(params.organisation, locals.now);
		if (showsHelplines(event)) await bringHelplines(locals.now, locals.organisation?.id);
		if (rule.enter === 'everybody' && !isAccountRoute(event)) return;
		locals.session = await findSession(cookies.get(sessionCookieName()), locals.now);
	});
	// Who gave a password alone works nowhere yet.
	if (!locals.session?.secondFactor) return;
	const place = locals.session.places.find((one) => one.organisationId === locals.organisation?.id);
	if (!place) return;
	locals.locked = isLocked(locals.session, locals.now);
	locals.worker = {
		kind: 'worker',
		organisationId: place.organisationId,
		workerId: place.workerId,
		roles: place.roles,
	};
	if (place.language && !event.url.searchParams.has('lang')) locals.language = place.language;
}

async function fromDatabase(event: Event, ask: () => Promise<void>): Promise<void> {
	try {
		await ask();
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
		event.locals.away = true;
	}
}

function showsHelplines(event: Event): boolean {
	return /^\/\((public|mine|account)\)/.test(event.route.id ?? '');
}

function isAccountRoute(event: Event): boolean {
	return event.route.id?.startsWith('/(account)') ?? false;
}

function languageOf(event: Event): Language {
	const asked = event.url.searchParams.get('lang');
	if (isLanguage(asked)) {
		event.cookies.set(LANGUAGE_COOKIE, asked, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:',
			maxAge: A_YEAR_SECONDS,
		});
		return asked;
	}
	const kept = event.cookies.get(LANGUAGE_COOKIE);
	return isLanguage(kept) ? kept : languageOfBrowser(event.request.headers.get('accept-language'));
}

/**
 * What keeps somebody out, as the answer they get; undefined when they may enter. A form is turned away here only where its page
 * was given to whoever sends it: else the page says that it waits for somebody, and keeps it.
 */
async function refuseEntry(event: Event, rule: RouteRule | undefined): Promise<Response | 'not-there' | undefined> {
	if (!rule) return 'not-there';
	const { locals, request } = event;
	if (locals.away || rule.enter === 'everybody' || rule.enter === 'link') return undefined;
	const asks = request.method === 'GET' || request.method === 'HEAD';
	if (rule.enter === 'code') return locals.codeHolder || !asks ? undefined : redirectTo('/code');
	if (!locals.session?.secondFactor)
		return asks ? redirectTo(`/sign-in?to=${encodeURIComponent(event.url.pathname)}`) : undefined;
	if (rule.enter === 'signed-in') return undefined;
	if (!locals.worker || !mayEver(locals.worker.roles, rule.enter as Action))
		return !asks && (await waitsForAnother(event)) ? undefined : 'not-there';
	return locals.locked && asks ? redirectTo(`/unlock?to=${encodeURIComponent(event.url.pathname)}`) : undefined;
}

/** Tells whether a form is one that somebody else left open here. One with a file is not read for it: a file cannot wait. */
async function waitsForAnother(event: Event): Promise<boolean> {
	if (!event.request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return false;
	// What cannot be read has no mark either.
	await typedFrom(event).catch(() => {});
	return isOfAnother(event);
}

/** The frame of the page: its language, its density, its one script. What the renderer notes for a browser that takes a page over is left out: none does. */
function withFrame(event: Event, html: string): string {
	const desk = event.route.id?.startsWith('/(desk)') ?? false;
	return html
		.replace('%lang%', event.locals.language)
		.replace('%place%', desk ? 'desk' : 'public')
		.replace('%script%', desk ? 'type="module" src="/desk.js"' : 'src="/door.js" defer')
		.replace(/<!--(?:\[-?\d*!?|\]|)-->/g, '');
}

function redirectTo(address: string): Response {
	return new Response(null, { status: 303, headers: { location: address } });
}

/** What may not be entered looks like what is not there: the same page, however one asks. */
async function notThere(event: Event): Promise<Response> {
	return (await notThereAtDesk(event)) ?? copyOf(await event.fetch(NOWHERE, HTML));
}

/** The same for whoever is at this desk, in its frame; undefined for everybody else. */
async function notThereAtDesk(event: Event): Promise<Response | undefined> {
	const { pathname, searchParams } = event.url;
	const desk = BELOW_DESK.exec(pathname)?.[0];
	if (!desk || pathname === desk + NOWHERE || !event.cookies.get(sessionCookieName())) return undefined;
	const language = searchParams.get('lang');
	const page = await event.fetch(desk + NOWHERE + (isLanguage(language) ? `?lang=${language}` : ''), HTML);
	return page.status === 404 ? copyOf(page) : undefined;
}

const HTML = { headers: { accept: 'text/html' } };

const copyOf = async (page: Response) => new Response(await page.text(), { status: 404, headers: page.headers });
