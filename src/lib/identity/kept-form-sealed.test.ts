import { expect, test } from 'vitest';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { sealEnvelope } from '#lib/vault/envelope.server.ts';
import { openKeptForm, sealKeptForm } from './kept-form.server.ts';
import { keepForm } from './kept-form.ts';
import { notedAs, whoseBrowser, WHOSE_SECONDS } from './whose-browser.server.ts';

testDatabase();

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-24T09:00:01Z');
const after = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const [MAJA, CIRIL] = ['maja-s-account', 'ciril-s-account'];
const form = keepForm('/desk/lipa/cases/x/meetings/new', { done: 'Govorila sva o spanju.' });

test('a kept form cannot be read where it waits, and comes back whole to whoever wrote it', () => {
	const sealed = sealKeptForm(form, { user: MAJA, at: AT });
	expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('spanju');
	expect(openKeptForm(sealed, { user: MAJA, at: AT })).toEqual(form);
});

test('nobody else gets it, nobody gets it a day later, and nothing that was changed opens', () => {
	const sealed = sealKeptForm(form, { user: MAJA, at: AT });
	expect(openKeptForm(sealed, { user: CIRIL, at: AT })).toBeUndefined();
	expect(openKeptForm(sealed, { user: undefined, at: AT })).toBeUndefined();
	expect(openKeptForm(sealed, { user: MAJA, at: LATER })).toBeUndefined();
	expect(openKeptForm(`${sealed.slice(0, -4)}AAAA`, { user: MAJA, at: AT })).toBeUndefined();
	expect(openKeptForm(JSON.stringify(form), { user: MAJA, at: AT })).toBeUndefined();
});

test('one that says nothing of whose it is opens for nobody', () => {
	const of = (whose: object) => sealEnvelope('kept-forms', { form: JSON.stringify(form), ...whose }, LATER);
	expect(openKeptForm(of({ user: MAJA }), { user: MAJA, at: AT })).toEqual(form);
	for (const whose of [{}, { worker: null }, { user: null }])
		for (const user of [MAJA, undefined]) expect(openKeptForm(of(whose), { user, at: AT })).toBeUndefined();
});

test('a browser remembers who was last at the desk after their session, a month long, and nobody reads or makes that', () => {
	const cookie = notedAs(MAJA, undefined, AT)!;
	expect(Buffer.from(cookie, 'base64url').toString('utf8')).not.toContain(MAJA);
	expect(whoseBrowser(cookie, after(WHOSE_SECONDS - 1))).toBe(MAJA);
	expect(whoseBrowser(cookie, after(WHOSE_SECONDS))).toBeUndefined();
	const sealedElsewhere = sealEnvelope('cookies', { user: MAJA, since: AT.getTime() }, LATER);
	for (const forged of [undefined, '', MAJA, `${cookie.slice(0, -4)}AAAA`, sealedElsewhere])
		expect(whoseBrowser(forged, AT)).toBeUndefined();
});

test('it is noted once, anew after half of that, and anew for whoever comes next', () => {
	const cookie = notedAs(MAJA, undefined, AT)!;
	expect(notedAs(MAJA, cookie, after(60))).toBeUndefined();
	expect(whoseBrowser(notedAs(MAJA, cookie, after(WHOSE_SECONDS / 2)), LATER)).toBe(MAJA);
	expect(whoseBrowser(notedAs(CIRIL, cookie, after(60)), LATER)).toBe(CIRIL);
});
