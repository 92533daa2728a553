import { expect, test } from 'vitest';
import { aCommand } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { forgetExpiredUnsent, forgetUnsent, keepUnsent, newToken, readUnsent } from './unsent.server.ts';

const database = testDatabase();
const NOW = new Date('2026-11-23T09:00:00Z');
const after = (hours: number, ms = 0) => new Date(NOW.getTime() + hours * 3_600_000 + ms);
const value = { command: aCommand(), answers: { weighs: { words: 'Od poletja ne spim.' } } };
const rows = async () => (await database.superuser.query('select * from unsent')).rows as Record<string, unknown>[];

test('what somebody typed and did not send is read again with their own token, and with no other [A4]', async () => {
	const token = newToken();
	await keepUnsent(token, 'ask', { value, at: NOW });
	expect(await readUnsent(token, 'ask', after(1))).toEqual(value);
	for (const other of [newToken(), '', undefined, `${token}x`])
		expect(await readUnsent(other, 'ask', after(1))).toBeUndefined();
});

test('it is gone after a day: at once for whoever asks, and soon from the disk', async () => {
	await database.superuser.query('delete from unsent');
	const [old, fresh] = [newToken(), newToken()];
	await keepUnsent(old, 'ask', { value, at: NOW });
	await keepUnsent(fresh, 'ask', { value, at: after(12) });
	expect(await readUnsent(old, 'ask', after(24, -1))).toEqual(value);
	expect(await readUnsent(old, 'ask', after(24))).toBeUndefined();
	await forgetExpiredUnsent(after(24));
	expect(await rows()).toHaveLength(1);
	expect(await readUnsent(fresh, 'ask', after(24))).toEqual(value);
});

test('every page keeps it a day longer, and there is one row for one person', async () => {
	await database.superuser.query('delete from unsent');
	const token = newToken();
	await keepUnsent(token, 'ask', { value, at: NOW });
	await keepUnsent(token, 'ask', { value: { ...value, answers: {} }, at: after(20) });
	expect(await rows()).toHaveLength(1);
	expect(await readUnsent(token, 'ask', after(40))).toEqual({ ...value, answers: {} });
});

test('under a code somebody asked for it lasts as long as was said, and no longer', async () => {
	await database.superuser.query('delete from unsent');
	const token = newToken();
	await keepUnsent(token, 'how-am-i', { value, at: NOW, until: after(30 * 24) });
	expect(await readUnsent(token, 'how-am-i', after(30 * 24, -1))).toEqual(value);
	expect(await readUnsent(token, 'how-am-i', after(30 * 24))).toBeUndefined();
	expect(await readUnsent(token, 'ask', after(1))).toBeUndefined();
	await forgetExpiredUnsent(after(25));
	expect(await rows()).toHaveLength(1);
	await forgetExpiredUnsent(after(30 * 24));
	expect(await rows()).toEqual([]);
});

test('sent, or no longer wanted, it is gone at once', async () => {
	await database.superuser.query('delete from unsent');
	const token = newToken();
	await keepUnsent(token, 'ask', { value, at: NOW });
	await forgetUnsent(token, NOW);
	expect(await rows()).toEqual([]);
	expect(await readUnsent(token, 'ask', NOW)).toBeUndefined();
});

test('the row is nobody’s, says nothing, and the token is not in it: who has the disk cannot read it', async () => {
	await database.superuser.query('delete from unsent');
	const token = newToken();
	await keepUnsent(token, 'ask', { value, at: NOW });
	const [row] = await rows();
	expect(Object.keys(row!).toSorted()).toEqual(['expires_at', 'kind', 'saved_at', 'sealed', 'token_mac']);
	const bytes = Buffer.concat([row!['sealed'] as Buffer, row!['token_mac'] as Buffer]);
	expect(['poletja', 'weighs', token].filter((text) => bytes.includes(text))).toEqual([]);
});
