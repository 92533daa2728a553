import { error, fail, redirect, type ActionFailure, type Cookies } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Act, CodeHolder, Visitor, Worker } from '#lib/kernel/actor.ts';
import { refuseField, type FieldProblem, type Refusal, type Result } from '#lib/kernel/result.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import { logBroken, outageOf } from '#lib/platform/outage.server.ts';
import { readForm, typedIn, type Typed } from '#lib/platform/form.ts';
import { wordsIn, type Words } from '#lib/platform/words.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { FormView } from '#lib/design/form-view.ts';
import { accountMark, codeMark } from './given-to.server.ts';
import { GIVEN_TO, markIn } from './given-to.ts';
import { openKeptForm } from './kept-form.server.ts';
import { keepForm, type KeptForm } from './kept-form.ts';
import { discard, FORM_BYTES_MAX, formIn, wasUnreadable } from './sent-form.server.ts';
import type { Caller, Cookie } from './sign-in.server.ts';

/** A file as it came with a form; without a name and empty when none was chosen. */
type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** What of a request's event the routes hand over. */
export type RouteEvent = {
	readonly locals: App.Locals;
	readonly request: Request;
	readonly url: URL;
	readonly cookies: Cookies;
	readonly route: { readonly id: string | null };
};

/**
 * The worker who asks, and when. A page without one has sent the browser to sign in already; a form is kept. So is one whose
 * page was given to another account than the one that is signed in now; it has to have been read, for it says to whom.
 */
export function workerAct(event: RouteEvent, typed?: Typed): Act<Worker> {
	// Whose a form is comes before everything else that can be said of it: what another typed is not theirs to unlock.
	if (isOfAnother(event)) error(409, 'other account', { code: 'other-account', kept: keep(event, typed) });
	const act = workerHere(event, typed);
	const { session } = event.locals;
	if (session && sentFromPageOf(event, accountMark(session.userId))) return act;
	error(409, 'other account', { code: 'other-account', kept: keep(event, typed) });
}

/** Tells whether a form that was read came from a page that was given to another account than the one that is signed in now. */
export function isOfAnother({ locals: { session, givenTo } }: Pick<RouteEvent, 'locals'>): boolean {
	return session !== undefined && givenTo !== undefined && givenTo !== accountMark(session.userId);
}

function workerHere(event: RouteEvent, typed?: Typed): Act<Worker> {
	const { worker, now, locked, away } = event.locals;
	if (worker && !locked) return { by: worker, at: now };
	const kept = keep(event, typed);
	if (away) error(503, 'database away', { code: 'database-away', kept });
	error(401, 'session ended', { code: locked ? 'locked' : 'session-ended', kept });
}

/** Tells whether what came is no form, or one of a page that was given to whoever sends it. */
function sentFromPageOf({ request, locals }: RouteEvent, mark: string): boolean {
	return isQuestion(request) || locals.givenTo === mark || wasUnreadable(request);
}

const isQuestion = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** Keeps a form for the page that says why it was not taken, whichever part of that page is the first to fail. */
function keep(event: RouteEvent, typed: Typed | undefined): App.Locals['kept'] {
	if (typed) event.locals.kept = keepForm(event.url.pathname + event.url.search, typed);
	return event.locals.kept;
}

/** The one who came with a code, and when. A form that was typed for longer than the code is remembered is kept, as a worker’s is. */
export function codeHolderAct(event: RouteEvent, typed?: Typed): Act<CodeHolder> {
	const { codeHolder, now, givenTo } = event.locals;
	if (codeHolder && sentFromPageOf(event, codeMark(codeHolder))) return { by: codeHolder, at: now };
	if (codeHolder) error(409, 'other code', { code: 'other-code', kept: keep(event, typed) });
	if (isQuestion(event.request) || !givenTo) redirect(303, '/code');
	error(401, 'code ended', { code: 'code-ended', kept: keep(event, typed) });
}

/**
 * The form that waited on a page for whoever has proved there who they are: their mark; undefined when none did. One that
 * waits for somebody else goes on waiting for them.
 */
export function formThatWaited(
	{ locals }: Pick<RouteEvent, 'locals'>,
	sealed: string,
	{ mark, otherwise }: { mark: string; otherwise: 'other-account' | 'other-code' },
): KeptForm | undefined {
	const form = openKeptForm(sealed, { mark, at: locals.now });
	if (form === 'of-another') error(409, 'form of another', { code: otherwise, sealedForm: sealed });
	if (form) locals.givenTo = mark;
	return form;
}

/** A visitor who turns to an organisation, and when. */
export function visitorAct(event: RouteEvent, organisation?: Uuid): Act<Visitor> {
	return {
		by: organisation ? { kind: 'visitor', organisationId: organisation } : { kind: 'visitor' },
		at: event.locals.now,
	};
}

/** The organisation of the address; 404 when there is none, 503 while nobody can tell. */
export function here(event: RouteEvent): NonNullable<App.Locals['organisation']> {
	const { organisation, away } = event.locals;
	if (!organisation && away) error(503, 'database away', { code: 'database-away' });
	return organisation ?? notFound();
}

/** Whoever signs in, as the sign-in library needs to know them. */
export function callerOf(event: RouteEvent): Caller {
	return { headers: event.request.headers, from: event.locals.from, at: event.locals.now };
}

/** Sets the cookies a sign-in step asked for. */
export function setCookies(event: RouteEvent, cookies: readonly Cookie[]): void {
	const secure = config.origin.startsWith('https:');
	for (const { name, value, maxAgeSeconds } of cookies) {
		event.cookies.set(name, value, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure,
			...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
		});
	}
}

/** The value of a read; what the reader may not see is not there. */
export function found<Value>(result: Result<Value>): Value {
	return result.ok ? result.value : notFound();
}

/** Ends a request as if nothing were there. */
export function notFound(): never {
	error(404, 'not found', { code: 'not-found' });
}

/** An id from the address; 404 for anything that is none. */
export function idFrom(text: string | undefined): Uuid {
	return isUuid(text) ? text : notFound();
}

/** The words of the page. */
export function wordsOf(event: RouteEvent): Words {
	return wordsIn(event.locals.language, event.locals.organisation?.timeZone);
}

/** What was typed into the form that a request carries; a request that carries none that can be read is refused. */
export async function typedFrom(event: Pick<RouteEvent, 'request' | 'locals'>): Promise<Typed> {
	const before = read.get(event.request);
	if (before) return before;
	const typed = typedInto(event, await formIn(event.request, FORM_BYTES_MAX));
	read.set(event.request, typed);
	return typed;
}

/** Forms that were read: an action may have to look at its form before it can say how it is read. */
const read = new WeakMap<Request, Typed>();

/** What was typed, without the mark that says whom the page was given to: that is noted. */
function typedInto({ locals }: Pick<RouteEvent, 'locals'>, form: FormData): Typed {
	const { [GIVEN_TO]: mark, ...typed } = typedIn(form);
	locals.givenTo = markIn(mark);
	return typed;
}

/** A form of a worker: read, done, and on to the page that shows the new state. */
export async function workerForm<Schema extends v.GenericSchema<object>, Value>(
	event: RouteEvent,
	form: {
		schema: Schema;
		run: (act: Act<Worker>, input: v.InferOutput<Schema>) => Promise<Result<Value>>;
		goTo: (value: Value) => string;
	},
): Promise<ActionFailure<FormView>> {
	const typed = await typedFrom(event);
	const act = workerAct(event, typed);
	return formOf(event, typed, { ...form, run: (input) => form.run(act, input) });
}

/**
 * A form of a worker that carries a file. Who sends it comes first: a file of somebody who may send none is not read. One
 * that is too large even to be read is a problem of its field, like any other.
 */
export async function workerFileForm<Schema extends v.GenericSchema<object>, Value>(
	event: RouteEvent,
	form: {
		schema: Schema;
		run: (act: Act<Worker>, input: v.InferOutput<Schema>, file: SentFile) => Promise<Result<Value>>;
		goTo: (value: Value) => string;
	},
): Promise<ActionFailure<FormView>> {
	if (!event.locals.worker) {
		await discard(event.request);
		workerHere(event);
	}
	const sent = await formIn(event.request, config.fileFormBytesMax).catch((failure: { status?: number }) => {
		if (failure.status !== 413) throw failure;
		return undefined;
	});
	const max = Math.round(config.documentBytesMax / FORM_BYTES_MAX);
	if (!sent) return refused(event, {}, refuseField('file', 'file-too-large', { max }));
	const typed = typedInto(event, sent);
	// What was typed beside the file waits; the file itself is chosen again.
	const act = workerAct(event, typed);
	const given = sent.get('file');
	const file =
		given instanceof File
			? { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }
			: { name: '', bytes: new Uint8Array() };
	return formOf(event, typed, { ...form, run: (input) => form.run(act, input, file) });
}

/** A form of somebody who came with a code: the same without a worker. */
export async function codeForm<Schema extends v.GenericSchema<object>, Value>(
	event: RouteEvent,
	form: {
		schema: Schema;
		run: (act: Act<CodeHolder>, input: v.InferOutput<Schema>) => Promise<Result<Value>>;
		goTo: (value: Value) => string;
	},
): Promise<ActionFailure<FormView>> {
	const typed = await typedFrom(event);
	const act = codeHolderAct(event, typed);
	return formOf(event, typed, { ...form, run: (input) => form.run(act, input) });
}

/** A form of somebody at the door: the same, and nobody is asked who they are. */
export async function publicForm<Schema extends v.GenericSchema<object>, Value>(
	event: RouteEvent,
	form: {
		schema: Schema;
		run: (input: v.InferOutput<Schema>) => Promise<Result<Value>>;
		goTo: (value: Value) => string;
	},
): Promise<ActionFailure<FormView>> {
	return formOf(event, await typedFrom(event), form);
}

async function formOf<Schema extends v.GenericSchema<object>, Value>(
	event: RouteEvent,
	typed: Typed,
	form: {
		schema: Schema;
		run: (input: v.InferOutput<Schema>) => Promise<Result<Value>>;
		goTo: (value: Value) => string;
	},
): Promise<ActionFailure<FormView>> {
	const read = readForm(typed, form.schema);
	if (!read.ok) return refused(event, typed, read);
	const done = await form.run(read.value).catch((failure: unknown) => keptWhenAway(event, typed, failure));
	if (done.ok) redirect(303, form.goTo(done.value));
	return refused(event, typed, done);
}

/** A refusal as the page of its form shows it: the sentences, and everything that was typed. */
export function refused(event: RouteEvent, typed: Typed, refusal: Refusal): ActionFailure<FormView> {
	if (refusal.problem === 'not-found') notFound();
	return fail(refusal.problem === 'fields' ? 400 : 409, formView(wordsOf(event), typed, refusal));
}

/** The view of a form that was refused. */
export function formView(words: Words, typed: Typed, refusal: Refusal): FormView {
	const sentence = ({ problem, details }: Pick<FieldProblem, 'problem' | 'details'>) =>
		words.t(`problem.${problem}`, details);
	const { password: _, ...echoed } = typed;
	const fields = refusal.fields ?? [];
	return {
		typed: echoed,
		problems: fields.map((one) => ({ field: one.field, text: sentence(one) })),
		...(refusal.problem === 'fields' ? {} : { problem: sentence(refusal) }),
	};
}

/** While the database is away or the disk is full a form is kept on the page that says so, and can be sent again. */
export function keptWhenAway(event: RouteEvent, typed: Typed, failure: unknown): never {
	const outage = outageOf(failure);
	if (!outage) throw failure;
	logBroken(failure, { route: event.route.id ?? 'none' });
	error(503, outage, { code: outage, kept: keep(event, typed) });
}
