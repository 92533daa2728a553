// The works that are measured: what a person or a worker does most, as the product does it, whole.
import { newId } from '../src/lib/platform/ids.server.ts';
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { aCaller, aWorker, linksIn, type Caller } from '../journeys/http.fixtures.ts';
import { ask, closedLoop, openLoop, type Load, type Sent } from './load.ts';

const DESK = '/desk/slovenska-karitas';
const WORKER = 'maja@karitas.invalid';
/** Who has cases: their work is spread over all of these, as nobody writes to one file from all sides. */
const WORKERS = [WORKER, 'ciril@karitas.invalid', 'vida@karitas.invalid'];
const FORM = 'application/x-www-form-urlencoded';
const NAMES = ['nov', 'zala', 'vzor', 'izm', 'zgled', 'mira'];
const DAY_MS = 86_400_000;

/** Against what a work is held: the floor of reading or of writing, or the slowest hundredth of its answers. */
export type Held = { readonly against: 'read' | 'write' | 'p99'; readonly gate: number; readonly aim: number };
export type Work = Held & { readonly name: string; run(address: string, ms: number): Promise<Load> };

/** Takes turns. */
function inTurn<Item>(items: readonly Item[]): () => Item {
	if (items.length === 0) throw new Error('There is nothing to take turns with: is the demo loaded?');
	let turn = -1;
	return () => items[(turn = (turn + 1) % items.length)]!;
}

const headersOf = (caller: Caller, address: string) => ({
	cookie: caller.cookie(),
	accept: 'text/html',
	'accept-language': 'sl',
	origin: address,
	'content-type': FORM,
});

type OfCase = { readonly one: string; readonly caller: Caller; readonly headers: Sent['headers'] };

/** The cases of all workers that are active, by their addresses, each with one of those who may open it. */
async function activeCases(address: string): Promise<readonly OfCase[]> {
	const found = await Promise.all(
		WORKERS.map(async (worker) => {
			const caller = await aWorker({ address }, worker);
			const { text } = await caller.get(`${DESK}/cases`);
			const pages = linksIn(text, `${DESK}/cases/0`).map(async (one) => ({ one, page: await caller.get(one) }));
			const active = (await Promise.all(pages)).filter(({ page }) => page.text.includes('/meetings/new'));
			return active.map(({ one }) => ({ one, caller, headers: headersOf(caller, address) }));
		}),
	);
	return [...new Map(found.flat().map((each) => [each.one, each])).values()];
}

/** Whether a case is read or written to: a page that grows while it is measured would be another page each time. */
const isRead = ({ one }: OfCase) => Number.parseInt(one.at(-1)!, 16) % 4 === 0;

async function casePage(address: string, ms: number): Promise<Load> {
	const next = inTurn((await activeCases(address)).filter(isRead));
	const sent = (): Sent => {
		const { one, headers } = next();
		return { path: one, headers };
	};
	return closedLoop(address, sent, { ms, expects: 200 });
}

/** A form as its page offers it: what is filled in, chosen or hidden. */
function offered(html: string): URLSearchParams {
	const form = new URLSearchParams();
	for (const [tag] of html.slice(html.indexOf('<main')).matchAll(/<input[^>]*>/g)) {
		const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
		const choosable = /type="(radio|checkbox)"/.test(tag);
		if (of('name') && (!choosable || / checked/.test(tag))) form.append(of('name')!, of('value') ?? '');
	}
	return form;
}

async function wholeMeeting(address: string, ms: number): Promise<Load> {
	const cases = (await activeCases(address)).filter((each) => !isRead(each));
	const forms = await Promise.all(
		cases.map(async ({ one, caller, headers }) => {
			const form = offered((await caller.get(`${one}/meetings/new`)).text);
			return { one, headers, form };
		}),
	);
	const next = inTurn(forms);
	const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
	let minute = 0;
	const meeting = (): Sent => {
		const { one, headers, form } = next();
		const body = new URLSearchParams(form);
		minute = (minute + 1) % 1_200;
		const startedAt = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
		const filled = {
			command: newId(new Date()),
			startedOn: yesterday,
			startedAt,
			minutes: '30',
			done: 'Pogovor o spanju.',
		};
		for (const [name, value] of Object.entries(filled)) body.set(name, value);
		return { path: `${one}/meetings/new`, method: 'POST', headers, body: String(body) };
	};
	return closedLoop(address, meeting, { ms, expects: 303 });
}

async function answerSaved(address: string, ms: number): Promise<Load> {
	const visitors = await Promise.all(
		Array.from({ length: 64 }, async () => {
			const visitor = aCaller({ address });
			await visitor.post('/how-am-i', { variant: 'self' });
			return headersOf(visitor, address);
		}),
	);
	const { text } = await fetch(`${address}/how-am-i/question/1`, { headers: visitors[0]! }).then(async (answer) => ({
		text: await answer.text(),
	}));
	const value = /<input[^>]*name="answer"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
	const next = inTurn(visitors);
	const body = String(new URLSearchParams({ answer: value }));
	const sent = (): Sent => ({ path: '/how-am-i/question/1', method: 'POST', headers: next(), body });
	return closedLoop(address, sent, { ms, expects: 303 });
}

/** Looks for people by name, a hundred times a second, whatever the answers do. */
const nameSearch =
	(worker: string, desk: string, words: readonly string[]) =>
	async (address: string, ms: number): Promise<Load> => {
		const caller = await aWorker({ address }, worker);
		const headers = headersOf(caller, address);
		const next = inTurn(words);
		const sent = () => ({ path: `${desk}/people?q=${next()}`, headers });
		return openLoop(address, sent, { ms, expects: 200, perSecond: 100 });
	};

async function whoOpened(address: string, ms: number): Promise<Load> {
	const next = inTurn(await activeCases(address));
	const sent = (): Sent => {
		const { one, headers } = next();
		return { path: `${one}/journal`, headers };
	};
	return openLoop(address, sent, { ms, expects: 200, perSecond: 20 });
}

/** The first page, while fifty people send their password in the same moment. */
async function publicDuringSignIns(address: string, ms: number): Promise<Load> {
	const body = String(new URLSearchParams({ email: WORKER, password: DEMO_PASSWORD }));
	const headers = { origin: address, accept: 'text/html', 'content-type': FORM };
	const signIns = Array.from({ length: 50 }, () =>
		ask(address, { path: '/sign-in?/password', method: 'POST', headers, body }),
	);
	const load = openLoop(address, () => ({ path: '/' }), { ms, expects: 200, perSecond: 50 });
	const statuses = await Promise.all(signIns);
	const refused = statuses.filter((status) => status >= 400).length;
	const measured = await load;
	return { ...measured, wrong: measured.wrong + refused };
}

/** Every work there is by now, with its gate and its aim: a share of the floor, or milliseconds. */
export const WORKS: readonly Work[] = [
	{ name: 'case page', against: 'read', gate: 0.05, aim: 0.08, run: casePage },
	{ name: 'whole meeting', against: 'write', gate: 0.1, aim: 0.15, run: wholeMeeting },
	{
		name: 'start page',
		against: 'read',
		gate: 0.1,
		aim: 0.2,
		run: (address, ms) =>
			closedLoop(address, () => ({ path: '/', headers: { accept: 'text/html' } }), { ms, expects: 200 }),
	},
	{ name: 'answer of the questionnaire saved', against: 'read', gate: 0.06, aim: 0.1, run: answerSaved },
	{ name: 'name search, 100 a second', against: 'p99', gate: 20, aim: 10, run: nameSearch(WORKER, DESK, NAMES) },
	{ name: 'who opened the file', against: 'p99', gate: 50, aim: 10, run: whoOpened },
	{ name: 'first page during 50 sign-ins', against: 'p99', gate: 300, aim: 100, run: publicDuringSignIns },
];

const SEARCH = { against: 'p99', gate: 20, aim: 10 } as const;
/** What only shows among many people: whoever may find all of them, the commonest beginning, and a small organisation beside a large one. */
export const WORKS_AMONG_MANY: readonly Work[] = [
	{ name: 'name search among all', ...SEARCH, run: nameSearch('leon@karitas.invalid', DESK, NAMES) },
	{ name: 'name search among all, nov', ...SEARCH, run: nameSearch('leon@karitas.invalid', DESK, ['nov']) },
	{
		name: 'name search, nov, organisation of 1 %',
		...SEARCH,
		run: nameSearch('simon@csd.invalid', '/desk/csd-izmisljeno-polje', ['nov']),
	},
];
