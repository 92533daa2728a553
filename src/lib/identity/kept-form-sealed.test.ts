import { expect, test } from 'vitest';
import type { Entry } from '#lib/journal/routes.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { sealEnvelope } from '#lib/vault/envelope.server.ts';
import { accountMark, codeMark, markOfPage } from './given-to.server.ts';
import { GIVEN_TO, markIn, withMark } from './given-to.ts';
import { openKeptForm, sealKeptForm } from './kept-form.server.ts';
import { keepForm } from './kept-form.ts';

testDatabase();

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-24T09:00:01Z');
const [MAJA, CIRIL] = ['maja-s-account', 'ciril-s-account'];
const holder = { kind: 'code-holder', organisationId: newId(AT), subjectId: newId(AT) } as const;
const form = keepForm('/desk/lipa/cases/x/meetings/new', { done: 'Govorila sva o spanju.' });

test('a kept form cannot be read where it waits, and comes back whole to whoever wrote it', () => {
	const sealed = sealKeptForm(form, { givenTo: accountMark(MAJA), at: AT });
	expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('spanju');
	expect(openKeptForm(sealed, { mark: accountMark(MAJA), at: AT })).toEqual(form);
});

test('nobody else gets it, nobody gets it a day later, and nothing that was changed opens', () => {
	const sealed = sealKeptForm(form, { givenTo: accountMark(MAJA), at: AT });
	const mark = accountMark(MAJA);
	expect(openKeptForm(sealed, { mark: accountMark(CIRIL), at: AT })).toBe('of-another');
	expect(openKeptForm(sealed, { mark: codeMark(holder), at: AT })).toBe('of-another');
	expect(openKeptForm(sealed, { mark, at: LATER })).toBeUndefined();
	expect(openKeptForm(`${sealed.slice(0, -4)}AAAA`, { mark, at: AT })).toBeUndefined();
	expect(openKeptForm(JSON.stringify(form), { mark, at: AT })).toBeUndefined();
});

test('one that says nothing of whose it is opens for nobody', () => {
	const of = (whose: object) => sealEnvelope('kept-forms', { form: JSON.stringify(form), ...whose }, LATER);
	const mark = accountMark(MAJA);
	expect(openKeptForm(of({ givenTo: mark }), { mark, at: AT })).toEqual(form);
	for (const whose of [{}, { user: MAJA }, { givenTo: null }, { givenTo: MAJA }])
		expect(openKeptForm(of(whose), { mark, at: AT })).toBe('of-another');
});

test('a page says whom it was given to without telling who that is: each account and each code has a mark of its own', () => {
	const another = { ...holder, subjectId: newId(AT) };
	const marks = [accountMark(MAJA), accountMark(CIRIL), codeMark(holder), codeMark(another)];
	expect(new Set([...marks, codeMark({ ...holder, kind: 'proposer' })]).size).toBe(5);
	for (const mark of marks) expect(markIn(mark)).toBe(mark);
	expect(marks.map((mark) => Buffer.from(mark, 'base64url').toString('utf8')).join()).not.toMatch(/account|maja/);
});

test('it is given to whoever asks for it, and the answer to a form to whoever the form was given to', () => {
	const session = { userId: MAJA, secondFactor: true, places: [] } as never;
	const none = { givenTo: undefined, session: undefined, codeHolder: undefined };
	const given = (of: Partial<Parameters<typeof markOfPage>[0]>, enter: Entry) => markOfPage({ ...none, ...of }, enter);
	expect(given({ session, codeHolder: holder }, 'case.read')).toBe(accountMark(MAJA));
	expect(given({ session, codeHolder: holder }, 'code')).toBe(codeMark(holder));
	expect(given({ session, codeHolder: holder }, 'everybody')).toBeUndefined();
	expect(given({ session: { userId: MAJA, secondFactor: false, places: [] } as never }, 'signed-in')).toBeUndefined();
	expect(given({ session, givenTo: accountMark(CIRIL) }, 'case.read')).toBe(accountMark(CIRIL));
});

test('every form that is sent carries it, last of its fields, and no other form', () => {
	const mark = accountMark(MAJA);
	const field = `<input type="hidden" name="${GIVEN_TO}" value="${mark}">`;
	const page = (inside: string) =>
		`<form class="x" method="post" action="?/a&amp;b"><textarea>\n</textarea>${inside}</form><form method="get"><b></b></form><form method="post">${inside}</form>`;
	expect(withMark(page(''), mark)).toBe(page(field));
	expect(withMark(page(''), undefined)).toBe(page(''));
});

test('what is no mark is none: nothing, words, markup, two that differ', () => {
	const mark = accountMark(MAJA);
	for (const sent of [undefined, '', 'maja', `${mark}"`, `${mark}x`, [mark, accountMark(CIRIL)], []])
		expect(markIn(sent)).toBeUndefined();
	expect(markIn([mark, mark])).toBe(mark);
});
