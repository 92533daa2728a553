import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { anAccount, anInvitation, enter } from './account.fixtures.ts';
import { endWork } from './change-worker.server.ts';
import { demoAccounts } from './demo-accounts.server.ts';
import { listOutbox } from './list-outbox.server.ts';
import { chooseLanguage, listWorkers, nameColleagues, readOwnAccount } from './workers.server.ts';

const database = testDatabase();
let world: World;
let administrator: Act<Worker>;
beforeAll(async () => {
	world = await aWorld(undefined, new Date());
	administrator = await world.hire(['administrator'], { name: 'Ada Zgledna' });
});
afterEach(() => vi.unstubAllEnvs());

async function listed(by = administrator) {
	const done = await listWorkers(by);
	if (!done.ok) throw new Error(done.problem);
	return done.value.workers;
}

describe('who works here', () => {
	test('is shown with roles, teams and open invitations, and the looking is noted', async () => {
		const { workerId, email } = await anInvitation(administrator, ['professional', 'advocate']);
		const one = (await listed()).find((worker) => worker.id === workerId)!;
		expect(one).toMatchObject({ name: 'Vida Zgledna', email, leftAt: null, teams: [] });
		expect(one.roles.toSorted()).toEqual(['advocate', 'professional']);
		expect(one.invitedUntil!.getTime() - administrator.at.getTime()).toBe(7 * 86_400_000);
		const { rowCount } = await database.superuser.query(
			`select 1 from journal where action = 'worker.listed' and $1 = any (subject_ids)`,
			[workerId],
		);
		expect(rowCount).toBe(1);
	});

	test('is nobody of another organisation [A2]', async () => {
		const other = await aWorld(undefined, new Date());
		const stranger = await other.hire(['administrator']);
		const [here, there] = [await listed(), await listed(stranger)];
		expect(here.filter((one) => there.some((them) => them.id === one.id))).toEqual([]);
		expect(
			await nameColleagues(
				stranger,
				here.map((one) => one.id),
			),
		).toEqual(new Map());
	});

	test('is not shown to everybody', async () => {
		expect(await listWorkers(await world.hire(['professional']))).toEqual(refuse('not-found'));
	});

	test('lies sealed: no name and no address can be read', async () => {
		const { email } = await anInvitation(administrator, ['professional']);
		for (const table of ['worker', 'worker_text', 'invitation', 'outbox', 'subject_key']) {
			const { rows } = await database.superuser.query<{ row: string }>(
				`select to_json(t)::text as row from ${table} t`,
			);
			expect(rows.length, table).toBeGreaterThan(0);
			expect(rows.filter(({ row }) => row.includes(email) || row.includes('Zgledna'))).toEqual([]);
		}
		const sealed = await database.superuser.query<{ sealed: Buffer }>('select sealed from worker_text');
		expect(sealed.rows.filter((row) => row.sealed.toString('utf8').includes('Zgledna'))).toEqual([]);
	});
});

describe('somebody who leaves', () => {
	test('hands over first what is theirs', async () => {
		const worker = await world.hire(['professional']);
		const openWork = async () => 2;
		expect(await endWork(administrator, { workerId: worker.by.workerId, openWork })).toEqual(
			refuse('has-open-work', { count: 2 }),
		);
		expect((await listed()).find((one) => one.id === worker.by.workerId)?.leftAt).toBeNull();
	});

	test('stays in the list as somebody who left, without roles and teams, and cannot leave twice', async () => {
		const worker = await world.hire(['professional']);
		const end = () => endWork(administrator, { workerId: worker.by.workerId });
		expect(await end()).toEqual(ok());
		expect((await listed()).find((one) => one.id === worker.by.workerId)).toMatchObject({
			leftAt: administrator.at,
			roles: [],
			teams: [],
			invitedUntil: null,
		});
		expect(await end()).toEqual(refuse('not-found'));
	});
});

test('a worker chooses the language of the desk', async () => {
	const account = await anAccount(administrator);
	const act: Act<Worker> = {
		by: { kind: 'worker', organisationId: world.organisationId, workerId: account.workerId, roles: ['professional'] },
		at: new Date(),
	};
	expect(await chooseLanguage(act, { language: 'cs' })).toEqual(ok());
	const { rows } = await database.superuser.query('select language from worker where id = $1', [account.workerId]);
	expect(rows).toEqual([{ language: 'cs' }]);
	expect(await readOwnAccount(act)).toEqual({ name: 'Vida Zgledna', email: account.email });
});

test('the outbox is the administrator’s to read, and reading it is noted', async () => {
	const { email } = await anInvitation(administrator, ['professional']);
	const messages = await listOutbox(administrator);
	expect(messages.ok && messages.value.messages.find((one) => one.to === email)?.text).toMatch(
		/\/invitation\/[\w-]{32}/,
	);
	const { rowCount } = await database.superuser.query(
		`select 1 from journal where action = 'outbox.listed' and actor_id = $1`,
		[administrator.by.workerId],
	);
	expect(rowCount).toBe(1);
	expect(await listOutbox(await world.hire(['coordinator', 'professional']))).toEqual(refuse('not-found'));
});

test('the outbox goes on by its last message, and ends', async () => {
	const other = await aWorld();
	const by = await other.hire(['administrator']);
	const sent: string[] = [];
	for (let i = 0; i < 41; i += 1) sent.push((await anInvitation(by, ['professional'])).email);
	const pages: string[][] = [];
	for (let after: Uuid | undefined, more = true; more; more = after !== undefined) {
		const page = await listOutbox(by, { after });
		if (!page.ok) throw new Error(page.problem);
		pages.push(page.value.messages.map((one) => one.to));
		after = page.value.next;
	}
	const read = pages.flat();
	expect(pages.slice(0, -1).map((one) => one.length)).toEqual([20, 20]);
	expect(new Set(read).size, 'none twice').toBe(read.length);
	expect(read).toEqual(expect.arrayContaining(sent));
});

describe('accounts with their codes', () => {
	test('are shown in the demo, and the codes work', async () => {
		vi.stubEnv('OPORA_DEMO', '1');
		const account = await anAccount(administrator);
		const shown = (await demoAccounts(new Date())).find((one) => one.email === account.email);
		expect([account.code(), account.code(new Date(Date.now() - 30_000))]).toContain(shown?.code);
		expect(await enter({ ...account, code: () => shown!.code })).toBeDefined();
	});

	test.each(['0', '', 'true'])('are never shown in earnest (OPORA_DEMO=%s)', async (demo) => {
		await anAccount(administrator);
		vi.stubEnv('OPORA_DEMO', demo);
		expect(await demoAccounts(new Date())).toEqual([]);
	});
});
