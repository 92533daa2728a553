import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { sealJournal } from '#lib/journal/seal-journal.server.ts';
import { ok } from '#lib/kernel/result.ts';
import { config } from '#lib/platform/config.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp, pool } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { enqueue } from '#lib/platform/jobs.server.ts';
import { diskRoom, isReady, readiness } from '#lib/platform/readiness.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { rootKeyStanding } from '#lib/vault/root-key.server.ts';
import { readSystem, retryJob } from './read-system.server.ts';

const database = testDatabase();
let [world, other] = [] as unknown as [World, World];
let ada: Act<Worker>;
beforeAll(async () => {
	[world, other] = [await aWorld(), await aWorld()];
	ada = await world.hire(['administrator']);
	await database.superuser.query(
		`insert into installation (key_proof, demo, created_at) values (decode(repeat('00', 32), 'hex'), false, now())`,
	);
});
beforeEach(() => database.superuser.query('delete from graphile_worker._private_jobs'));

const standing = async (by = ada) => good(await readSystem(by));
const queue = (where: World, task: string) =>
	lookUp({ by: system(where.organisationId), at: where.now }, async (tx) => {
		enqueue(tx, task, { id: newId(where.now) });
		return ok();
	});
const fail = (attempts: number) =>
	database.superuser.query(
		`update graphile_worker._private_jobs set attempts = $1, last_error = 'Zala Vzorčnik', locked_at = null`,
		[attempts],
	);
const job = async () =>
	(
		await database.superuser.query<{ id: string; attempts: number }>(
			'select id, attempts from graphile_worker._private_jobs order by id limit 1',
		)
	).rows[0]!;

describe('the system page', () => {
	test('tells versions, migrations, the size of the database, keys and the last seal of the journal', async () => {
		// Entries wait while an older transaction is under way anywhere on the server, also in the database of another test.
		const sealed = async () => good(await sealJournal({ by: system(world.organisationId), at: world.now })) > 0;
		await vi.waitUntil(sealed, { timeout: 20_000 });
		const found = await standing();
		const files = readdirSync('db/migrations').filter((file) => file.endsWith('.sql'));
		expect(found.installation.migrations).toBe(files.length);
		expect(found.installation.newestMigration).toBe(files.toSorted().at(-1));
		expect(found.installation.databaseBytes).toBeGreaterThan(1_000_000);
		expect(found.installation.server).toMatch(/^1[5-9]/);
		expect(found.node).toBe(process.versions.node);
		expect(found.product).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
		expect(found.keys.organisation).toBe(1);
		const counted = await database.superuser.query<{ n: number }>(
			'select count(*)::int as n from subject_key where organisation_id = $1',
			[world.organisationId],
		);
		expect(found.keys.subjects).toEqual([{ version: 1, count: counted.rows[0]!.n }]);
		expect(found.journal).toMatchObject({ n: 1 });
		expect((await standing(await other.hire(['administrator']))).journal).toBeUndefined();
	});

	test('is for administrators only', async () => {
		for (const role of ROLES) {
			const somebody = await world.hire([role]);
			expect((await readSystem(somebody)).ok, role).toBe(role === 'administrator');
			expect((await retryJob(somebody, { job: '1' })).ok, role).toBe(false);
		}
	});

	test('names failed jobs by kind and time, says nothing of what they are about, and knows nothing of another organisation’s', async () => {
		await queue(world, 'send-mail');
		await queue(other, 'make-export');
		expect((await standing()).jobs).toMatchObject({ waiting: 1, failed: [] });
		await fail(25);
		const found = await standing();
		expect(found.jobs.failed.map((one) => [one.task, one.attempts, one.attemptsMax, one.own])).toEqual([
			['send-mail', 25, 25, true],
		]);
		expect(JSON.stringify(found)).not.toContain('Zala');
	});

	test('has a failed job begin again; one that has not failed, that is under way or another organisation’s is left alone', async () => {
		const stranger = await other.hire(['administrator']);
		await database.superuser.query('delete from graphile_worker._private_jobs');
		await queue(world, 'send-mail');
		const { id } = await job();
		expect(await retryJob(ada, { job: id })).toMatchObject({ problem: 'changed-meanwhile' });
		await fail(3);
		expect(await retryJob(stranger, { job: id })).toMatchObject({ problem: 'changed-meanwhile' });
		expect((await job()).attempts).toBe(3);
		await database.superuser.query('update graphile_worker._private_jobs set locked_at = now()');
		expect(await retryJob(ada, { job: id })).toMatchObject({ problem: 'changed-meanwhile' });
		await database.superuser.query('update graphile_worker._private_jobs set locked_at = null');
		expect(await retryJob(ada, { job: id })).toMatchObject({ ok: true });
		expect((await job()).attempts).toBe(0);
		const { rows } = await database.superuser.query(
			`select reason from journal where action = 'job.retried' and organisation_id = $1`,
			[world.organisationId],
		);
		expect(rows).toEqual([{ reason: 'send-mail' }]);
	});

	test('is closed to everybody who is no worker: the functions behind it tell a visitor nothing', async () => {
		const client = await pool('app').connect();
		const asVisitor = `select set_config('app.actor_kind', 'visitor', false)`;
		try {
			await client.query(asVisitor);
			await expect(client.query('select * from jobs.standing()')).rejects.toThrow(/not for this actor/);
			await expect(client.query('select jobs.again(1, now())')).rejects.toThrow(/not for this actor/);
			expect((await client.query('select migrations from installation_facts()')).rows).toEqual([{ migrations: 0 }]);
		} finally {
			await client.query(`select set_config('app.actor_kind', '', false)`);
			client.release();
		}
	});
});

describe('being ready', () => {
	test('is the same answer for the page and for /ready, and the first start has to be done', async () => {
		await database.superuser.query('update installation set ready_at = null');
		const before = await readiness({ by: { kind: 'visitor' }, at: world.now });
		expect(isReady(before)).toBe(false);
		expect((await standing()).readiness).toEqual(before);
		await database.superuser.query('update installation set ready_at = now()');
		const after = await readiness({ by: { kind: 'visitor' }, at: world.now });
		expect(isReady(after)).toBe(true);
		expect((await standing()).readiness).toEqual(after);
	});

	test('knows the room on the disk, and nothing where there is no data folder', () => {
		const room = diskRoom(tmpdir())!;
		expect(room.allMb).toBeGreaterThanOrEqual(room.freeMb);
		expect(room.freeMb).toBeGreaterThan(0);
		expect(diskRoom(path.join(tmpdir(), 'not-a-folder-of-ours'))).toBeUndefined();
		expect(isReady({ database: true, 'first-start': true, disk: false })).toBe(false);
	});
});

describe('the root key', () => {
	test('is said to be open, or to lie with the data, where it is; its place and content never', () => {
		const { rootKeyFile } = config;
		const mode = statSync(rootKeyFile).mode;
		expect(rootKeyStanding()).toEqual({ kind: 'file', ownerOnly: (mode & 0o077) === 0, apart: true });
		const folder = mkdtempSync(path.join(tmpdir(), 'opora-key-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const file = path.join(folder, 'root.key');
		writeFileSync(file, readFileSync(rootKeyFile));
		chmodSync(file, 0o644);
		const before = { key: process.env.OPORA_ROOT_KEY_FILE, data: process.env.OPORA_DATA };
		Object.assign(process.env, { OPORA_ROOT_KEY_FILE: file, OPORA_DATA: folder });
		try {
			expect(rootKeyStanding()).toEqual({ kind: 'file', ownerOnly: false, apart: false });
			chmodSync(file, 0o600);
			expect(rootKeyStanding().ownerOnly).toBe(true);
		} finally {
			process.env.OPORA_ROOT_KEY_FILE = before.key;
			if (before.data === undefined) delete process.env.OPORA_DATA;
			else process.env.OPORA_DATA = before.data;
		}
	});
});
