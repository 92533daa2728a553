import { describe, expect, test } from 'vitest';
import { aCaller, type Caller } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';

const opora = anOpora();

describe('what no browser of ours sends', () => {
	const HOSTILE = [
		'',
		' ',
		'a'.repeat(100_000),
		'a\0b',
		'\ud800',
		'<script>alert(1)</script>',
		'99',
		'-1',
		'__proto__',
		'constructor',
		"'; drop table unsent; --",
	];
	const begun = async (): Promise<Caller> => {
		const caller = aCaller(opora);
		expect((await caller.post('/how-am-i', { variant: 'self' })).to).toBe('/how-am-i/question/1');
		return caller;
	};

	test('whatever is sent to its forms, they refuse it and never break', async () => {
		const caller = await begun();
		// A page that is still ahead would lead back to the first open question.
		for (const place of [1, 2]) await caller.post(`/how-am-i/question/${place}`, { skip: 'yes' });
		const forms: readonly (readonly [path: string, field: string, rest: Record<string, string>])[] = [
			['/how-am-i', 'variant', {}],
			['/how-am-i/question/1', 'answer', {}],
			['/how-am-i/question/3', 'answer', {}],
			['/how-am-i/talk', 'mode', { programme: 'slovenska-karitas/blizu' }],
			['/how-am-i/talk', 'programme', { mode: 'phone' }],
			['/how-am-i/talk', 'along', { mode: 'phone', programme: 'slovenska-karitas/blizu' }],
		];
		for (const [path, field, rest] of forms) {
			for (const value of HOSTILE) {
				const { status, text: page } = await caller.post(path, { ...rest, [field]: [value, value, 'x'] });
				expect([path, field, value.slice(0, 20), status]).toEqual([path, field, value.slice(0, 20), 400]);
				expect(page).not.toContain('<script>alert');
			}
		}
		for (const place of ['0', '27', '99', '-1', '1.5', 'a', '%00', '1e1'])
			expect((await caller.get(`/how-am-i/question/${place}`)).status, place).toBe(404);
		for (const of of ['99', '-1', 'a', '1e9', ''])
			expect((await caller.get(`/how-am-i/help?of=${of}`)).to).toBe('/how-am-i/question/3');
	});

	test('points, levels and totals that are sent along are never read', async () => {
		const caller = await begun();
		await caller.post('/how-am-i/question/1', {
			answer: 'under-18',
			points: '99',
			total: '99',
			level: 'very-many',
			mental: '21',
		});
		const { text: page } = await caller.get('/how-am-i/result?total=99&level=very-many&mental=21');
		expect(page).not.toContain('zelo veliko znakov');
		expect(page.match(/ni mogoče oceniti/g)).toHaveLength(3);
	});

	test('a cookie that was changed, cut, or is somebody else’s kind opens nothing', async () => {
		const fresh = aCaller(opora);
		const set = (await fresh.post('/how-am-i', { variant: 'self' })).headers.getSetCookie();
		const cookie = set.find((one) => one.startsWith('opora.how='))!;
		expect(cookie).toMatch(/HttpOnly/i);
		const value = decodeURIComponent(/^opora\.how=([^;]*)/.exec(cookie)![1]!);
		const opens = async (token: string, name = 'opora.how') =>
			(await aCaller(opora, { cookies: [{ name, value: token }] }).get('/how-am-i/question/1')).status === 200;
		expect(await opens(value)).toBe(true);
		const middle = Math.floor(value.length / 2);
		const flipped = value.slice(0, middle) + (value[middle] === 'A' ? 'B' : 'A') + value.slice(middle + 1);
		for (const token of [flipped, value.slice(0, -4), `${value}AAAA`, '', 'null', '{}', 'x'.repeat(4_000)])
			expect(await opens(token), token.slice(0, 20)).toBe(false);
	});

	test('without something begun every page leads to the beginning, and so does every form', async () => {
		for (const page of ['question/1', 'help', 'result', 'talk', 'keeping', 'deletion']) {
			expect((await aCaller(opora).get(`/how-am-i/${page}`)).to, page).toBe('/how-am-i');
			if (page === 'help' || page === 'result') continue;
			expect((await aCaller(opora).post(`/how-am-i/${page}`, { answer: 'no' })).to, page).toBe('/how-am-i');
		}
	});

	test('asked for a code twice it gives the same one, shows it only then, and wrong codes are counted before a right one opens', async () => {
		const caller = await begun();
		const codeIn = (page: string) =>
			/code-shown__code[^>]*>([\s\S]*?)<\/p>/.exec(page)?.[1]!.replace(/<[^>]*>|\s/g, '') ?? '';
		const code = codeIn((await caller.post('/how-am-i/keeping', {})).text);
		expect(code).toMatch(/^[0-9A-Z]{3}(-[0-9A-Z]{3}){3}$/);
		expect(codeIn((await caller.post('/how-am-i/keeping', {})).text)).toBe(code);
		const later = (await caller.get('/how-am-i/keeping')).text + (await caller.get('/how-am-i/result')).text;
		expect(later).toContain('Odgovori so shranjeni pod kodo');
		expect(later.replaceAll('<wbr/>', '').replaceAll('<wbr>', '')).not.toContain(code);
		const other = aCaller(opora);
		const tries = async () =>
			Number(
				(await opora.database.superuser.query('select coalesce(sum(failures), 0) as n from identity.attempt')).rows[0]
					.n,
			);
		const before = await tries();
		for (const typed of ['AAA-AAA-AAA-AAA', `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`])
			expect((await other.post('/code', { code: typed })).status).toBe(400);
		expect(await tries()).toBe(before + 2);
		expect((await other.post('/code', { code })).to).toBe('/how-am-i/result');
		expect(await tries()).toBeLessThanOrEqual(before);
	});
});
