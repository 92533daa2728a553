// Requests without a browser, for what no browser would send: every route, every address, every form, quickly.
import cs from '../messages/cs.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import sl from '../messages/sl.json' with { type: 'json' };
import { DEMO_PASSWORD } from '../src/lib/identity/demo-accounts.server.ts';
import { GIVEN_TO } from '../src/lib/identity/given-to.ts';

/** Where a product is served. */
type Served = { readonly address: string };
export type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Answer = {
	readonly status: number;
	readonly text: string;
	readonly headers: Headers;
	/** Where a redirection leads. */
	readonly to: string | null;
};

/** Somebody who sends requests and keeps their cookies. */
export type Caller = {
	get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
	post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Answer>;
	/** The header that carries their cookies. */
	cookie(): string;
	/** What a form of theirs carries besides what is typed, where it is sent to that address. */
	mark(path: string): Promise<Fields>;
	/** Posts a body as it is. */
	send(path: string, body: string | FormData, headers?: Readonly<Record<string, string>>): Promise<Answer>;
};

/** A new caller, with no cookies yet, or with those of a session. */
export function aCaller(
	opora: Served,
	{ cookies: given = [] }: { cookies?: readonly { name: string; value: string }[] } = {},
): Caller {
	const cookies = new Map(given.map(({ name, value }) => [name, encodeURIComponent(value)]));
	const cookieNow = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> => {
		const answer = await fetch(new URL(path, opora.address), {
			redirect: 'manual',
			...init,
			headers: { 'accept-language': 'sl', accept: 'text/html', cookie: cookieNow(), ...init.headers },
		});
		for (const set of answer.headers.getSetCookie()) keep(cookies, set);
		const text = await answer.text();
		return { status: answer.status, text, headers: answer.headers, to: answer.headers.get('location') };
	};
	const markFor = marks((page) => ask(page, { headers: {} }), cookieNow);
	return {
		cookie: cookieNow,
		get: (path, headers = {}) => ask(path, { headers }),
		async post(path, fields, headers = {}) {
			const body = formOf({ ...(await markFor(path)), ...fields });
			const answer = await ask(path, { method: 'POST', body, headers: { origin: opora.address, ...headers } });
			// A test that sends a form of the desk as no page of theirs has it proves nothing.
			if (path.startsWith('/desk') && !(GIVEN_TO in fields) && isOfAnother(answer))
				throw new Error(`${path} was sent without its page’s mark`);
			return answer;
		},
		mark: markFor,
		send: (path, body, headers = {}) =>
			ask(path, { method: 'POST', body, headers: { origin: opora.address, ...headers } }),
	};
}

/** Reads from a page of the caller’s own what every form there carries: whom the page was given to. It is the same on all of them. */
function marks(read: (page: string) => Promise<Answer>, cookieNow: () => string) {
	const known = new Map<string, string>();
	return async (path: string): Promise<Fields> => {
		const [desk] = /^\/desk\/[^/?]+/.exec(path) ?? [];
		if (cookieNow() === '' || (!desk && !path.startsWith('/code/request'))) return {};
		const key = `${desk ? 'desk' : 'code'} ${cookieNow()}`;
		const page = desk ? `${desk}/account` : '/code/request/addition';
		const mark = known.get(key) || hiddenIn((await read(page)).text, GIVEN_TO);
		if (mark) known.set(key, mark);
		return mark ? { [GIVEN_TO]: mark } : {};
	};
}

function keep(cookies: Map<string, string>, set: string): void {
	const [pair, ...attributes] = set.split(';');
	const at = pair!.indexOf('=');
	const gone = attributes.some((one) => /^\s*max-age=0$/i.test(one));
	if (gone) cookies.delete(pair!.slice(0, at));
	else cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
}

function formOf(fields: Fields): URLSearchParams {
	const form = new URLSearchParams();
	for (const [name, given] of Object.entries(fields))
		for (const value of typeof given === 'string' ? [given] : given) form.append(name, value);
	return form;
}

/** Whether a form was refused because its page was given to somebody else, or to nobody. */
export function isOfAnother({ status, text }: Answer): boolean {
	const said = [sl, cs, en].flatMap((words) => [words['error.other-account.title'], words['error.other-code.title']]);
	return status === 409 && said.some((title) => text.includes(`<h1>${title}</h1>`));
}

/** A worker of the demo, signed in. */
export async function aWorker(opora: Served, email: string): Promise<Caller> {
	const caller = aCaller(opora);
	const asked = await caller.post('/sign-in?/password', { email, password: DEMO_PASSWORD });
	const row =
		asked.text.split('<tr').find((one) => one.includes(email)) ??
		(await caller.get('/sign-in')).text.split('<tr').find((one) => one.includes(email));
	const code = /(\d{6})/.exec(row?.split(email)[1] ?? '')?.[1] ?? '';
	const entered = await caller.post('/sign-in?/code', { code });
	if (entered.status !== 303) throw new Error(`${email} could not sign in: ${asked.status}, ${entered.status}`);
	return caller;
}

/** The addresses on a page that begin in a certain way, each once. */
export function linksIn(html: string, beginning: string): readonly string[] {
	const found = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
	return [...new Set(found.filter((href) => href.startsWith(beginning)))];
}

/** What stands in the fields of a page, as a browser would send them; `name` picks the form by a field it has. */
export function hiddenIn(html: string, name: string): string {
	return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
