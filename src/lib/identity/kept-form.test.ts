import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepForm, readKeptForm, safeReturn } from './kept-form.ts';

const ACTION = '/desk/lipa/cases/0190/meetings/new?/save';
const sent = (kept: unknown) => readKeptForm(JSON.stringify(kept));

describe('a form that was kept', () => {
	test('comes back as it was typed, field by field, whatever was typed', () => {
		const text = fc.string({ unit: 'binary' });
		const fields = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.oneof(text, fc.array(text, { minLength: 1 })));
		fc.assert(
			fc.property(fields, (typed) => {
				fc.pre(!Object.keys(typed).some((name) => /password/.test(name)));
				const back = sent(keepForm(ACTION, typed))!;
				expect(back.action).toBe(ACTION);
				const all = Object.entries(typed).flatMap(([name, given]) => [given].flat().map((value) => [name, value]));
				expect(back.fields).toEqual(all);
			}),
		);
	});

	test.each(['/code/request', '/code/request/addition', '/code/request?/answer', '/desk/lipa'])(
		'is taken from %s',
		(action) => {
			expect(sent(keepForm(action, { words: 'x' }))?.action).toBe(action);
		},
	);

	test('holds no password and no code of a second factor', () => {
		const kept = keepForm(ACTION, {
			words: 'x',
			password: 'geslo',
			'new-password': 'geslo',
			'second-factor': '123456',
		});
		expect(kept.fields).toEqual([['words', 'x']]);
	});
});

describe('what is no kept form of ours is not taken:', () => {
	test.each([
		['another site', { action: 'https://zlo.invalid/desk/lipa', fields: [] }],
		['another site without its scheme', { action: '//zlo.invalid/desk/lipa', fields: [] }],
		['a page outside the desk', { action: '/sign-out', fields: [] }],
		['a page that asks for the code', { action: '/code', fields: [] }],
		['a page that begins like one of ours', { action: '/code/requests', fields: [] }],
		['a script', { action: 'javascript:alert(1)', fields: [] }],
		['no address', { fields: [] }],
		['no fields', { action: ACTION }],
		['a field without a value', { action: ACTION, fields: [['words']] }],
		['a field that is no text', { action: ACTION, fields: [['words', 7]] }],
		['a list', []],
		['nothing', null],
	])('%s', (_, kept) => {
		expect(sent(kept)).toBeUndefined();
	});

	test('text that is no form at all', () => {
		expect(readKeptForm(undefined)).toBeUndefined();
		fc.assert(fc.property(fc.string(), (text) => void expect(readKeptForm(text)).toBeUndefined()));
	});
});

describe('after signing in somebody comes back', () => {
	test.each(['/desk/lipa', '/desk/lipa/cases', '/desk/lipa/cases/0190?page=2'])('to %s', (to) => {
		expect(safeReturn(to)).toBe(to);
	});

	test.each([
		null,
		'',
		'/',
		'/sign-out',
		'/desk',
		'https://zlo.invalid/desk/lipa',
		'//zlo.invalid',
		'/desk/lipa//zlo.invalid',
		'/desk/lipa/\\zlo.invalid',
		'/desk/LIPA/../x',
	])('and never to %s', (to) => {
		expect(safeReturn(to)).toBeUndefined();
	});
});
