import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aBrowser, anAccount, PASSWORD, type Account } from './account.fixtures.ts';
import { attemptKeys, forgetOldTries } from './attempts.server.ts';
import { delayMs, FREE_FAILURES, LONGEST_DELAY_MS } from './attempts.ts';
import { signIn } from './sign-in.server.ts';

const database = testDatabase();
let administrator: Act<Worker>;
let account: Account;
beforeAll(async () => {
	administrator = await (await aWorld(undefined, new Date())).hire(['administrator']);
});
beforeEach(async () => {
	await database.superuser.query('delete from identity.attempt');
	account = await anAccount(administrator);
});

describe('the delay', () => {
	test('is nothing for the first mistakes: anybody mistypes', () => {
		expect([0, 1, 2, 3].map(delayMs)).toEqual([0, 0, 0, 0]);
	});

	test('doubles after that', () => {
		expect([4, 5, 6, 7, 8].map(delayMs)).toEqual([250, 500, 1000, 2000, 4000]);
	});

	test('never shrinks and never grows without an end: nobody is locked out', () => {
		fc.assert(
			fc.property(fc.nat(100_000), (failures) => {
				expect(delayMs(failures + 1)).toBeGreaterThanOrEqual(delayMs(failures));
				expect(delayMs(failures)).toBeLessThanOrEqual(LONGEST_DELAY_MS);
			}),
		);
	});
});

const tryOnce = async (browser = aBrowser(), password = 'neko čisto drugo geslo') => {
	const began = performance.now();
	const answer = await signIn(browser, { email: account.email, password });
	return { ms: performance.now() - began, ok: answer.ok };
};
const failures = async () =>
	(await database.superuser.query<{ n: number }>('select coalesce(max(failures), 0)::int as n from identity.attempt'))
		.rows[0]!.n;

describe('trying passwords', () => {
	test('is slowed down for the account, wherever the tries come from', async () => {
		for (let n = 0; n < FREE_FAILURES + 1; n += 1) await tryOnce();
		expect(await failures()).toBe(FREE_FAILURES + 1);
		expect((await tryOnce()).ms).toBeGreaterThan(delayMs(FREE_FAILURES + 1));
	});

	test('is slowed down for the place it comes from, whichever account is tried', async () => {
		const browser = aBrowser();
		for (let n = 0; n < FREE_FAILURES + 1; n += 1) {
			account = { ...account, email: `${n}@delavec.invalid` };
			await tryOnce(browser);
		}
		account = { ...account, email: 'nekdo@delavec.invalid' };
		expect((await tryOnce(browser)).ms).toBeGreaterThan(delayMs(FREE_FAILURES + 1));
	});

	test('does not lock out: the right password opens after the wait, and the count begins anew', async () => {
		for (let n = 0; n < FREE_FAILURES + 2; n += 1) await tryOnce();
		const right = await tryOnce(aBrowser(), PASSWORD);
		expect(right.ok).toBe(true);
		expect(right.ms).toBeGreaterThan(delayMs(FREE_FAILURES + 2));
		const { rows } = await database.superuser.query('select 1 from identity.attempt where failures > 1');
		expect(rows).toEqual([]);
	});

	test('is counted under hashes that tell nobody and change every hour', () => {
		const at = new Date('2026-11-23T09:10:00Z');
		const [one] = attemptKeys(['account/zala@primer.invalid'], at);
		const [sameHour] = attemptKeys(['account/zala@primer.invalid'], new Date('2026-11-23T09:59:59Z'));
		const [nextHour] = attemptKeys(['account/zala@primer.invalid'], new Date('2026-11-23T10:00:00Z'));
		expect(one!.toString('latin1')).not.toContain('zala');
		expect(one!.equals(sameHour!)).toBe(true);
		expect(one!.equals(nextHour!)).toBe(false);
	});

	test('is forgotten after an hour', async () => {
		await tryOnce();
		await forgetOldTries(new Date());
		expect(await failures()).toBe(1);
		await forgetOldTries(new Date(Date.now() + 61 * 60_000));
		expect(await failures()).toBe(0);
	});
});
