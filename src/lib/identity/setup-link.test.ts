import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { refuse } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { setUpOrganisation } from '#lib/programmes/set-up-organisation.server.ts';
import { openAccount, tokenIn } from './account.fixtures.ts';
import { findSession } from './sessions.server.ts';
import { isOpenSetupLink, makeSetupLink } from './setup-link.server.ts';

const database = testDatabase();
const now = new Date();
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
const ENDED = refuse('setup-ended');

const setUp = (link: string, at = now, slug = `org-${randomBytes(4).toString('hex')}`) =>
	setUpOrganisation(at, {
		link,
		slug,
		name: 'Organizacija',
		country: 'si',
		language: 'sl',
		timeZone: 'Europe/Ljubljana',
		about: { words: { sl: 'Preizkus' }, address: null, phone: null, email: null, website: null },
		administrator: { name: 'Ada Vzorčna', email: `ada@${slug}.invalid` },
		team: 'Ekipa',
		programmes: [smallDefinition()],
	});
const organisations = async () => (await database.superuser.query('select 1 from organisation')).rowCount;

test('a set-up link works once', async () => {
	const { token, address } = await makeSetupLink(now);
	expect(tokenIn(address)).toBe(token);
	expect(await isOpenSetupLink(token, now)).toBe(true);
	expect((await setUp(token)).ok).toBe(true);
	expect(await isOpenSetupLink(token, now)).toBe(false);
	const before = await organisations();
	expect(await setUp(token)).toEqual(ENDED);
	expect(await organisations()).toBe(before);
});

test('a set-up link used by two at once makes one organisation', async () => {
	const { token } = await makeSetupLink(now);
	const before = (await organisations())!;
	const done = await Promise.all([setUp(token), setUp(token), setUp(token)]);
	expect(done.filter((one) => one.ok)).toHaveLength(1);
	expect(done.filter((one) => !one.ok)).toEqual([ENDED, ENDED]);
	expect(await organisations()).toBe(before + 1);
});

test('a set-up link works for an hour', async () => {
	const { token } = await makeSetupLink(now);
	expect(await isOpenSetupLink(token, later(59))).toBe(true);
	expect(await isOpenSetupLink(token, later(60))).toBe(false);
	expect(await setUp(token, later(60))).toEqual(ENDED);
	expect((await setUp(token, later(59))).ok).toBe(true);
});

test('without a set-up link there is no organisation', async () => {
	const before = await organisations();
	expect(await isOpenSetupLink('izmišljen', now)).toBe(false);
	expect(await setUp('izmišljen')).toEqual(ENDED);
	expect(await setUp('')).toEqual(ENDED);
	expect(await organisations()).toBe(before);
});

test('a refused set-up leaves the link open', async () => {
	const first = await setUp((await makeSetupLink(now)).token, now, 'zasedeno');
	expect(first.ok).toBe(true);
	const { token } = await makeSetupLink(now);
	expect(await setUp(token, now, 'zasedeno')).toMatchObject({ ok: false });
	expect(await setUp(token, now, 'Ni Naslov')).toMatchObject({ ok: false });
	expect(await isOpenSetupLink(token, now)).toBe(true);
});

test('the link itself is not kept: only a keyed hash of it', async () => {
	const { token } = await makeSetupLink(now);
	const { rows } = await database.superuser.query<{ row: string }>(
		'select to_json(l)::text as row from identity.setup_link l',
	);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
});

test('the first administrator comes in with the invitation that the set-up made', async () => {
	const made = await setUp((await makeSetupLink(now)).token);
	if (!made.ok) throw new Error(made.problem);
	const { administratorId, invitation, organisationId } = made.value;
	const account = await openAccount({ workerId: administratorId, email: 'ada@x.invalid', token: tokenIn(invitation) });
	expect(await findSession(account.cookie, new Date())).toMatchObject({
		places: [{ organisationId, workerId: administratorId, roles: ['administrator'] }],
	});
});
