import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { refuse, refuseField } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aBrowser, anAccount, anEmail, enter, PASSWORD, sessionIn, type Account } from './account.fixtures.ts';
import { findSession, forgetRemembered } from './sessions.server.ts';
import { giveSecondFactor, provePassword, signIn, signOut, withCookies } from './sign-in.server.ts';

const database = testDatabase();
let world: World;
let administrator: Act<Worker>;
let account: Account;
beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	administrator = await world.hire(['administrator']);
	account = await anAccount(administrator, ['professional', 'coordinator']);
});

type Row = { action: string; actor_kind: string };
async function journalOf(worker: string): Promise<Row[]> {
	const { rows } = await database.superuser.query<Row>(
		`select action, actor_kind from journal where $1 = any (subject_ids) and action like 'session.%' order by at, id`,
		[worker],
	);
	return rows;
}
const actionsOf = async (worker: string) => (await journalOf(worker)).map((row) => row.action);

describe('signing in', () => {
	test('with e-mail, password and the six digits opens the desk as that worker', async () => {
		const { cookie } = await enter(account);
		const session = await findSession(cookie, new Date());
		expect(session).toMatchObject({
			secondFactor: true,
			places: [{ organisationId: world.organisationId, workerId: account.workerId, language: 'sl' }],
		});
		expect(session!.places[0]!.roles.toSorted()).toEqual(['coordinator', 'professional']);
	});

	test('takes the address as people write it, and digits in two groups', async () => {
		const browser = aBrowser();
		const first = await signIn(browser, { email: ` ${account.email.toUpperCase()} `, password: PASSWORD });
		expect(first).toMatchObject({ ok: true, value: { next: 'second-factor' } });
		if (!first.ok) return;
		const code = account.code().replace(/(...)(...)/, '$1 $2');
		const second = await giveSecondFactor(withCookies(browser, first.value.cookies), { code });
		expect(second).toMatchObject({ ok: true, value: { next: 'desk' } });
	});

	test('with the password alone opens nothing', async () => {
		const browser = aBrowser();
		const first = await signIn(browser, { email: account.email, password: PASSWORD });
		expect(first.ok && (await findSession(sessionIn(first.value.cookies), new Date()))).toBeUndefined();
	});

	test('with anything wrong gets one same answer', async () => {
		const wrong = [
			{ email: account.email, password: 'neko čisto drugo geslo' },
			{ email: account.email, password: `${PASSWORD} ` },
			{ email: account.email, password: 'x' },
			{ email: account.email, password: '' },
			{ email: anEmail(), password: PASSWORD },
			{ email: anEmail(), password: 'x' },
			{ email: 'ni naslov', password: PASSWORD },
		];
		for (const input of wrong) expect(await signIn(aBrowser(), input)).toEqual(refuse('sign-in-wrong'));
	});

	test('takes about as long for an address that nobody has', async () => {
		const timeOf = async (email: string) => {
			const began = performance.now();
			await signIn(aBrowser(), { email, password: 'neko čisto drugo geslo' });
			return performance.now() - began;
		};
		await timeOf(anEmail());
		const [known, unknown] = [await timeOf((await anAccount(administrator)).email), await timeOf(anEmail())];
		expect(unknown).toBeGreaterThan(known / 4);
	});

	test.each(['000000', '', 'abcdef', '1234567'])('with the digits “%s” is refused, and opens nothing', async (code) => {
		const browser = aBrowser();
		const first = await signIn(browser, { email: account.email, password: PASSWORD });
		if (!first.ok) throw new Error(first.problem);
		const answer = await giveSecondFactor(withCookies(browser, first.value.cookies), { code });
		expect(answer).toEqual(refuseField('code', 'second-factor-wrong'));
	});

	test('with digits of yesterday, or without the first step, is refused', async () => {
		const browser = aBrowser();
		const first = await signIn(browser, { email: account.email, password: PASSWORD });
		if (!first.ok) throw new Error(first.problem);
		const yesterday = account.code(new Date(Date.now() - 86_400_000));
		const wrong = refuseField('code', 'second-factor-wrong');
		expect(await giveSecondFactor(withCookies(browser, first.value.cookies), { code: yesterday })).toEqual(wrong);
		expect(await giveSecondFactor(aBrowser(), { code: account.code() })).toEqual(wrong);
	});

	test('with the digits of somebody else is refused', async () => {
		const other = await anAccount(administrator);
		const browser = aBrowser();
		const first = await signIn(browser, { email: account.email, password: PASSWORD });
		if (!first.ok) throw new Error(first.problem);
		const answer = await giveSecondFactor(withCookies(browser, first.value.cookies), { code: other.code() });
		expect(answer).toEqual(refuseField('code', 'second-factor-wrong'));
	});
});

describe('the cookie of a session', () => {
	test('that was changed or made up is nobody’s', async () => {
		const { cookie } = await enter(account);
		const [token, signature] = [cookie.slice(0, cookie.lastIndexOf('.')), cookie.slice(cookie.lastIndexOf('.') + 1)];
		const forged = [
			undefined,
			'',
			'.',
			token,
			`${token}.`,
			`${token}x.${signature}`,
			`${token}.${signature.slice(1)}`,
			`x.${signature}`,
		];
		for (const one of forged) expect(await findSession(one, new Date())).toBeUndefined();
		expect(await findSession(cookie, new Date())).toBeDefined();
	});

	test('opens nothing after signing out', async () => {
		const { cookie, caller } = await enter(account);
		expect(await findSession(cookie, new Date())).toBeDefined();
		expect(sessionIn(await signOut(caller))).toBe('');
		expect(await findSession(cookie, new Date())).toBeUndefined();
	});
});

describe('the journal', () => {
	test('has a session that started, one that was refused, and one that ended', async () => {
		const one = await anAccount(administrator);
		expect(await actionsOf(one.workerId)).toEqual(['session.started']);
		await signIn(aBrowser(), { email: one.email, password: 'neko čisto drugo geslo' });
		const { caller } = await enter(one);
		await signOut(caller);
		await signOut(caller);
		await signOut(aBrowser());
		expect(await journalOf(one.workerId)).toEqual([
			{ action: 'session.started', actor_kind: 'worker' },
			{ action: 'session.refused', actor_kind: 'system' },
			{ action: 'session.started', actor_kind: 'worker' },
			{ action: 'session.ended', actor_kind: 'worker' },
		]);
	});

	test('does not call a password without the second factor a session', async () => {
		const one = await anAccount(administrator);
		await signIn(aBrowser(), { email: one.email, password: PASSWORD });
		expect(await actionsOf(one.workerId)).toEqual(['session.started']);
	});

	test('has nothing about an address that nobody has', async () => {
		const before = await database.superuser.query('select count(*)::int as n from journal');
		await signIn(aBrowser(), { email: anEmail(), password: PASSWORD });
		expect((await database.superuser.query('select count(*)::int as n from journal')).rows).toEqual(before.rows);
	});
});

test('the password unlocks, a wrong one does not', async () => {
	const { caller } = await enter(account);
	expect(await provePassword(caller, { password: PASSWORD })).toMatchObject({ ok: true });
	expect(await provePassword(caller, { password: 'neko čisto drugo geslo' })).toEqual(
		refuseField('password', 'sign-in-wrong'),
	);
	expect(await provePassword(aBrowser(), { password: PASSWORD })).toEqual(refuseField('password', 'sign-in-wrong'));
});

test('what sign-in keeps names nobody: no name, address, network or browser', async () => {
	await enter(account);
	forgetRemembered();
	const kept: string[] = [];
	for (const table of ['"user"', 'session', 'account', 'verification', '"twoFactor"', 'attempt']) {
		const { rows } = await database.superuser.query<{ row: string }>(
			`select to_json(t)::text as row from identity.${table} t`,
		);
		kept.push(...rows.map((row) => row.row));
	}
	expect(kept.length).toBeGreaterThan(5);
	for (const words of [account.email, account.email.split('@')[0]!, 'Vida', 'Zgledna', PASSWORD, account.caller.from])
		expect(kept.filter((row) => row.includes(words))).toEqual([]);
});
