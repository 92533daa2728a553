import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { aBrowser, anAccount, anInvitation, enter, PASSWORD, sessionIn, type Account } from './account.fixtures.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { changeRoles, endWork } from './change-worker.server.ts';
import { IDLE_LOCK_MS, isLocked } from './session.ts';
import { deleteEndedSessions, findSession, forgetRemembered, unlock } from './sessions.server.ts';

const database = testDatabase();
let world: World;
let administrator: Act<Worker>;
let account: Account;
let cookie: string;
let began: Date;
beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	administrator = await world.hire(['administrator']);
	account = await anAccount(administrator);
});
beforeEach(async () => {
	cookie = (await enter(account)).cookie;
	began = (await findSession(cookie, new Date()))!.lastSeenAt;
});

const after = (minutes: number) => new Date(began.getTime() + minutes * 60_000);
async function lockedAfter(minutes: number): Promise<boolean | undefined> {
	const session = await findSession(cookie, after(minutes));
	return session && isLocked(session, after(minutes));
}

describe('a session left alone', () => {
	test('is locked after thirty minutes, and not a moment before', () => {
		const at = (ms: number) => isLocked({ lastSeenAt: began }, new Date(began.getTime() + ms));
		expect(IDLE_LOCK_MS).toBe(30 * 60_000);
		expect([at(0), at(IDLE_LOCK_MS - 1), at(IDLE_LOCK_MS)]).toEqual([false, false, true]);
	});

	test('is still there when it is locked, and looking does not unlock it', async () => {
		expect(await lockedAfter(31)).toBe(true);
		expect(await lockedAfter(32)).toBe(true);
		expect(await lockedAfter(11 * 60)).toBe(true);
	});

	test('is open again after the password was given', async () => {
		const session = await findSession(cookie, after(45));
		await unlock(session!, after(45));
		expect(await lockedAfter(46)).toBe(false);
		expect(await lockedAfter(76)).toBe(true);
	});

	test('stays open while somebody works', async () => {
		const looks: (boolean | undefined)[] = [];
		for (let minutes = 20; minutes <= 120; minutes += 20) looks.push(await lockedAfter(minutes));
		expect(looks).toEqual(Array.from({ length: 6 }, () => false));
	});
});

describe('a session', () => {
	test('ends after twelve hours, however busy it was', async () => {
		for (let minutes = 25; minutes < 12 * 60 - 1; minutes += 25) expect(await lockedAfter(minutes)).toBe(false);
		expect(await lockedAfter(12 * 60 + 1)).toBeUndefined();
	});

	test('that has ended is deleted, one that goes on is not', async () => {
		const there = async () => (await database.superuser.query('select 1 from identity.session')).rowCount;
		const before = await there();
		await deleteEndedSessions(after(60));
		expect(await there()).toBe(before);
		await deleteEndedSessions(after(13 * 60));
		expect(await there()).toBe(0);
	});

	test('notices new roles at once', async () => {
		await changeRoles(world.at(administrator, { minutes: 1 }), { workerId: account.workerId, roles: ['coordinator'] });
		expect((await findSession(cookie, new Date()))?.places[0]?.roles).toEqual(['coordinator']);
	});

	test('without a second factor says so: nothing but setting it up is possible', async () => {
		const browser = aBrowser();
		const { token } = await anInvitation(administrator, ['professional']);
		const entered = await acceptInvitation(browser, { token, password: PASSWORD });
		if (!entered.ok) throw new Error(entered.problem);
		expect(entered.value.next).toBe('set-up-second-factor');
		expect(await findSession(sessionIn(entered.value.cookies), new Date())).toMatchObject({ secondFactor: false });
	});
});

describe('somebody who left', () => {
	test('is out at once, and finds no place when they sign in again', async () => {
		const leaver = await anAccount(administrator);
		expect(await findSession(leaver.cookie, new Date())).toMatchObject({ places: [{ workerId: leaver.workerId }] });
		expect(await endWork(administrator, { workerId: leaver.workerId })).toEqual(ok());
		expect(await findSession(leaver.cookie, new Date())).toBeUndefined();
		const again = await enter(leaver);
		forgetRemembered();
		expect(await findSession(again.cookie, new Date())).toMatchObject({ places: [] });
	});
});
