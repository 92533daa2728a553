import { expect, test } from 'vitest';
import { aCaller, aWorker, linksIn, type Answer } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';

const opora = anOpora();
const DESK = '/desk/slovenska-karitas';

/** What keeps a page's answer from being safe in a browser; empty when nothing does. */
function unsafe({ headers }: Pick<Answer, 'headers'>): readonly string[] {
	const policy = headers.get('content-security-policy') ?? '';
	return [
		...(policy.includes("default-src 'none'") ? [] : ['a page may load anything']),
		...(/unsafe-(inline|eval)/.test(policy) ? ['scripts may stand in the page'] : []),
		...(policy.includes("form-action 'self'") ? [] : ['a form may be sent anywhere']),
		...(policy.includes("frame-ancestors 'none'") ? [] : ['others may frame it']),
		...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['its kind may be guessed']),
		...(['same-origin', 'no-referrer'].includes(headers.get('referrer-policy') ?? '')
			? []
			: ['others learn where one came from']),
		...(headers.get('cross-origin-opener-policy') === 'same-origin' ? [] : ['others may hold its window']),
		...(headers.get('cache-control')?.includes('no-store') ? [] : ['it stays in caches']),
	];
}

test('every answer carries the headers that protect, errors and refusals too', async () => {
	const worker = await aWorker(opora, 'maja@karitas.invalid');
	const visitor = aCaller(opora);
	const request = linksIn((await worker.get(`${DESK}/requests`)).text, `${DESK}/requests/0`)[0]!;
	const answers: Readonly<Record<string, [Promise<Answer>, number]>> = {
		'the first page': [visitor.get('/'), 200],
		'a programme': [visitor.get('/p/slovenska-karitas/blizu'), 200],
		'a page that is not there': [visitor.get('/nothing/here'), 404],
		'a page one may not enter': [worker.get(`${DESK}/admin/workers`), 404],
		'the desk without an account': [visitor.get(DESK), 303],
		'the desk': [worker.get(DESK), 200],
		'a request': [worker.get(request), 200],
		'a form with problems': [visitor.post('/code', { code: 'x' }), 400],
		'a form from elsewhere': [visitor.post('/code', { code: 'x' }, { origin: 'https://elsewhere.invalid' }), 403],
		'a method nobody takes': [visitor.post('/about', {}), 405],
		life: [visitor.get('/live'), 200],
		leaving: [visitor.get('/exit'), 303],
	};
	for (const [name, [asked, status]] of Object.entries(answers)) {
		const answer = await asked;
		expect([name, answer.status, unsafe(answer)]).toEqual([name, status, []]);
	}
	// Red control: the same check finds what is missing.
	const bare = new Headers({ 'content-security-policy': "default-src 'self'; script-src 'unsafe-inline'" });
	expect(unsafe({ headers: bare })).toHaveLength(8);
});

test('a post from another origin, from none or from “null” is refused, and nothing is done', async () => {
	const visitor = aCaller(opora);
	for (const origin of ['https://elsewhere.invalid', 'null', 'http://localhost']) {
		const answer = await visitor.post('/ask/slovenska-karitas/blizu/who', { forWhom: 'self' }, { origin });
		expect([origin, answer.status, answer.to]).toEqual([origin, 403, null]);
	}
	const without = await fetch(`${opora.address}/code`, {
		method: 'POST',
		body: new URLSearchParams({ code: 'x' }),
	});
	expect(without.status).toBe(403);
	expect((await visitor.post('/ask/slovenska-karitas/blizu/who', { forWhom: 'self' })).status).toBe(303);
});

test('a page brings its styles and its one script, and nothing that a page could hide', async () => {
	const { text } = await aCaller(opora).get('/');
	const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)/g)].map((match) => [match[1]!.trim(), match[2]!.trim()]);
	expect(scripts).toEqual([['src="/door.js" defer', '']]);
	expect(text).not.toMatch(/\son[a-z]+=|style="|javascript:/);
});
