import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, refuse, refuseField } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import {
	aBrowser,
	anAccount,
	anEmail,
	anInvitation,
	enter,
	openAccount,
	PASSWORD,
	tokenIn,
} from './account.fixtures.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.server.ts';
import { endWork } from './change-worker.server.ts';
import { inviteAgain, inviteWorker } from './invite-worker.server.ts';
import { findSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const database = testDatabase();
const DAY_MS = 86_400_000;
const ENDED = refuse('invitation-ended');
let world: World;
let administrator: Act<Worker>;
beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	administrator = await world.hire(['administrator']);
});
const later = (days: number) => new Date(world.now.getTime() + days * DAY_MS);
const accept = (token: string, at = new Date(), password = PASSWORD) =>
	acceptInvitation(aBrowser(at), { token, password });
const guest = (email = anEmail()) => ({
	name: 'Vida Zgledna',
	email,
	language: 'sl' as const,
	roles: ['professional' as const],
	teams: [],
});

describe('an invitation', () => {
	test('shows whom it is for, and makes an account', async () => {
		const { token, email, workerId } = await anInvitation(administrator, ['professional']);
		expect(await readInvitation(token, new Date())).toMatchObject({ ok: true, value: { email, hasAccount: false } });
		expect(await accept(token)).toMatchObject({ ok: true, value: { next: 'set-up-second-factor' } });
		const { rows } = await database.superuser.query(
			`select actor_kind from journal where action = 'invitation.accepted' and $1 = any (subject_ids)`,
			[workerId],
		);
		expect(rows).toEqual([{ actor_kind: 'system' }]);
	});

	test('is accepted once', async () => {
		const { token } = await anInvitation(administrator, ['professional']);
		expect((await accept(token)).ok).toBe(true);
		expect(await accept(token)).toEqual(ENDED);
		expect(await readInvitation(token, new Date())).toEqual(ENDED);
	});

	test('is accepted once by two who hold the link at the same moment', async () => {
		const { token, workerId } = await anInvitation(administrator, ['professional']);
		const done = await Promise.all([accept(token), accept(token, new Date(), 'drugo dovolj dolgo geslo')]);
		expect(done.filter((one) => one.ok)).toHaveLength(1);
		const { rowCount } = await database.superuser.query('select 1 from identity.worker_account where worker_id = $1', [
			workerId,
		]);
		expect(rowCount).toBe(1);
	});

	test('ends after seven days', async () => {
		const { token } = await anInvitation(administrator, ['professional']);
		expect((await readInvitation(token, later(6.99))).ok).toBe(true);
		expect(await readInvitation(token, later(7.01))).toEqual(ENDED);
		expect(await accept(token, later(7.01))).toEqual(ENDED);
	});

	test('ends when another is sent, and when the work ends', async () => {
		const { token, workerId } = await anInvitation(administrator, ['professional']);
		const again = await inviteAgain(administrator, { workerId });
		expect(await accept(token)).toEqual(ENDED);
		expect(await endWork(administrator, { workerId })).toEqual(ok());
		expect(again.ok && (await accept(tokenIn(again.value.link)))).toEqual(ENDED);
	});

	test.each(['', 'x', 'A'.repeat(32)])('with the token “%s” is none', async (token) => {
		expect(await readInvitation(token, new Date())).toEqual(ENDED);
		expect(await accept(token)).toEqual(ENDED);
	});

	test('asks for a password of twelve characters, and stays open until there is one', async () => {
		const { token } = await anInvitation(administrator, ['professional']);
		expect(await accept(token, new Date(), 'enajst znak')).toEqual(
			refuseField('password', 'password-short', { min: 12 }),
		);
		expect((await accept(token)).ok).toBe(true);
	});

	test('does not keep its link: only a keyed hash of it', async () => {
		const { token } = await anInvitation(administrator, ['professional']);
		const { rows } = await database.superuser.query<{ row: string }>(
			'select to_json(i)::text as row from invitation i',
		);
		expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
	});
});

describe('inviting', () => {
	test('is the administrator’s', async () => {
		const coordinator = await world.hire(['coordinator', 'programme-lead']);
		expect(await inviteWorker(coordinator, guest())).toEqual(refuse('not-found'));
		expect(await inviteAgain(coordinator, { workerId: administrator.by.workerId })).toEqual(refuse('not-found'));
	});

	test('somebody who works here already is refused, however the address is written', async () => {
		const { email } = await anInvitation(administrator, ['professional']);
		const taken = refuseField('email', 'email-taken');
		expect(await inviteWorker(administrator, guest(email))).toEqual(taken);
		expect(await inviteWorker(administrator, guest(email.toUpperCase()))).toEqual(taken);
	});

	test('somebody again ends their password and sessions', async () => {
		const account = await anAccount(administrator);
		const again = await inviteAgain(administrator, { workerId: account.workerId });
		expect(await findSession(account.cookie, new Date())).toBeUndefined();
		const before = { email: account.email, password: PASSWORD };
		expect(await signIn(aBrowser(), before)).toEqual(refuse('sign-in-wrong'));
		if (!again.ok) throw new Error(again.problem);
		const anew = await openAccount({ ...account, token: tokenIn(again.value.link) });
		expect(await findSession(anew.cookie, new Date())).toMatchObject({ places: [{ workerId: account.workerId }] });
	});

	test('of another organisation’s worker is refused as if there were none', async () => {
		const elsewhere = await aWorld(undefined, new Date());
		const stranger = await elsewhere.hire(['professional']);
		expect(await inviteAgain(administrator, { workerId: stranger.by.workerId })).toEqual(refuse('not-found'));
	});
});

describe('an account that works elsewhere too', () => {
	test('proves its password, and then has both places [A2]', async () => {
		const account = await anAccount(administrator);
		const elsewhere = await aWorld(undefined, new Date());
		const there = await elsewhere.hire(['administrator']);
		const { token } = await anInvitation(there, ['advocate'], account.email);
		expect(await readInvitation(token, new Date())).toMatchObject({ ok: true, value: { hasAccount: true } });
		expect(await accept(token, new Date(), 'neko čisto drugo geslo')).toEqual(refuseField('password', 'sign-in-wrong'));
		expect(await accept(token)).toMatchObject({ ok: true, value: { next: 'second-factor' } });
		const session = await findSession((await enter(account)).cookie, new Date());
		expect(session?.places.map((place) => place.organisationId).toSorted()).toEqual(
			[world.organisationId, elsewhere.organisationId].toSorted(),
		);
	});

	test('is not one organisation’s to reset', async () => {
		const account = await anAccount(administrator);
		const there = await (await aWorld(undefined, new Date())).hire(['administrator']);
		const { token, workerId } = await anInvitation(there, ['advocate'], account.email);
		await accept(token);
		await inviteAgain(there, { workerId });
		expect((await signIn(aBrowser(), { email: account.email, password: PASSWORD })).ok).toBe(true);
	});
});
