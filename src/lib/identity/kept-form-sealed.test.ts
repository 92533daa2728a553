import { expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { openKeptForm, sealKeptForm } from './kept-form.server.ts';
import { keepForm } from './kept-form.ts';

testDatabase();

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-24T09:00:01Z');
const MAJA = '01900000-0000-7000-8000-000000000001' as Uuid;
const CIRIL = '01900000-0000-7000-8000-000000000002' as Uuid;
const form = keepForm('/desk/lipa/cases/x/meetings/new', { done: 'Govorila sva o spanju.' });

test('a kept form cannot be read where it waits, and comes back whole to whoever wrote it', () => {
	const sealed = sealKeptForm(form, { worker: MAJA, at: AT });
	expect(Buffer.from(sealed, 'base64url').toString('utf8')).not.toContain('spanju');
	expect(openKeptForm(sealed, { workers: [CIRIL, MAJA], at: AT })).toEqual(form);
});

test('nobody else gets it, nobody gets it a day later, and nothing that was changed opens', () => {
	const sealed = sealKeptForm(form, { worker: MAJA, at: AT });
	expect(openKeptForm(sealed, { workers: [CIRIL], at: AT })).toBeUndefined();
	expect(openKeptForm(sealed, { workers: [MAJA], at: LATER })).toBeUndefined();
	expect(openKeptForm(`${sealed.slice(0, -4)}AAAA`, { workers: [MAJA], at: AT })).toBeUndefined();
	expect(openKeptForm(JSON.stringify(form), { workers: [MAJA], at: AT })).toBeUndefined();
});

test('whose session had ended is known by the password alone', () => {
	const sealed = sealKeptForm(form, { worker: undefined, at: AT });
	expect(openKeptForm(sealed, { workers: undefined, at: AT })).toEqual(form);
});
