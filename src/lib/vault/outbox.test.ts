import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { system, type Act, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { deliverMail, newestMail, queueMail } from './outbox.server.ts';
import { openVault } from './vault.server.ts';

const database = testDatabase();
const received: string[] = [];
let server: Server;
let world: World;
let administrator: Act<Worker>;
beforeAll(async () => {
	server = mailServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	vi.stubEnv('OPORA_DEMO', '0');
	vi.stubEnv('OPORA_SMTP_URL', `smtp://127.0.0.1:${port}`);
	world = await aWorld();
	administrator = await world.hire(['administrator']);
});
beforeEach(() => {
	received.length = 0;
});
afterEach(() => vi.stubEnv('OPORA_DEMO', '0'));
afterAll(() => server.close());

/** As much of a mail server as one message needs. */
function mailServer(): Server {
	return createServer((socket) => {
		let inMessage = false;
		let message = '';
		socket.write('220 mail.invalid\r\n');
		socket.on('data', (data) => {
			for (const line of data.toString('utf8').split('\r\n').slice(0, -1)) {
				if (inMessage && line !== '.') message += `${line}\n`;
				else if (inMessage) received.push(message);
				if (line === 'QUIT') socket.end('221 bye\r\n');
				else if (line === 'DATA') socket.write('354 go on\r\n');
				else if (!inMessage || line === '.') socket.write('250 well\r\n');
				inMessage = line === 'DATA' || (inMessage && line !== '.');
			}
		});
		socket.on('error', () => {});
	});
}

let minutes = 0;
const MAIL = { to: 'zala@primer.invalid', subject: 'Vas termin', text: 'Zala Vzorcnik, pridite v sredo.' };
async function queued(mail = MAIL, subject?: Uuid): Promise<Uuid> {
	minutes += 1;
	const act = world.at({ by: system(world.organisationId), at: world.now }, { minutes });
	const done = await lookUp(act, async (tx) => {
		const vault = await openVault(tx);
		const worker = subject ?? (await world.hire(['professional'])).by.workerId;
		const key = (await vault.keysOf([worker])).get(worker)!;
		return ok(await queueMail(tx, key, { kind: 'invitation', mail }));
	});
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}
async function row(id: Uuid) {
	const { rows } = await database.superuser.query('select o.*, to_json(o)::text as all from outbox o where id = $1', [
		id,
	]);
	return rows[0] as { sealed: Buffer; sent_at: Date | null; all: string };
}
const shown = async () => {
	const done = await lookUp(administrator, async (tx) => ok(await newestMail(tx, 50)));
	return done.ok ? done.value : [];
};

test('a message lies in the outbox sealed: neither whom it is for nor what it says can be read', async () => {
	const { sealed, all } = await row(await queued());
	for (const words of ['zala', 'primer.invalid', 'termin', 'Vzorcnik', 'sredo']) {
		expect(all).not.toContain(words);
		expect(sealed.toString('latin1')).not.toContain(words);
	}
});

test('its job knows no more than which message it is', async () => {
	const id = await queued();
	const { rows } = await database.superuser.query(
		`select payload from graphile_worker._private_jobs where payload->>'id' = $1`,
		[id],
	);
	expect(rows).toEqual([{ payload: { organisationId: world.organisationId, id } }]);
});

test('an administrator reads it, newest first', async () => {
	const [first, second] = [await queued(), await queued({ ...MAIL, subject: 'Drugi' })];
	const list = await shown();
	expect(list.slice(0, 2).map((one) => one.id)).toEqual([second, first]);
	expect(list[1]).toMatchObject({ ...MAIL, sentAt: null });
});

test('it is sent once, and then it says when', async () => {
	const id = await queued();
	await deliverMail(world.organisationId, id, world.now);
	await deliverMail(world.organisationId, id, world.now);
	expect(received).toHaveLength(1);
	expect(received[0]).toMatch(/^To: zala@primer.invalid$/m);
	expect(received[0]).toContain('Zala Vzorcnik, pridite v sredo.');
	expect((await row(id)).sent_at).toEqual(world.now);
});

test('in the demo it is not sent', async () => {
	vi.stubEnv('OPORA_DEMO', '1');
	const id = await queued();
	await deliverMail(world.organisationId, id, world.now);
	expect(received).toEqual([]);
	expect((await row(id)).sent_at).toBeNull();
});

test('another organisation cannot send it', async () => {
	const other = await aWorld();
	const id = await queued();
	await deliverMail(other.organisationId, id, other.now);
	expect(received).toEqual([]);
	expect((await row(id)).sent_at).toBeNull();
});

test('a sealed message put into the place of another is not sent to anybody', async () => {
	const worker = (await world.hire(['professional'])).by.workerId;
	const [one, other] = [await queued(MAIL, worker), await queued({ ...MAIL, to: 'vid@primer.invalid' }, worker)];
	await database.superuser.query('update outbox set sealed = (select sealed from outbox where id = $1) where id = $2', [
		one,
		other,
	]);
	await expect(deliverMail(world.organisationId, other, world.now)).rejects.toThrow();
	expect(received).toEqual([]);
	await deliverMail(world.organisationId, one, world.now);
	expect(received).toHaveLength(1);
	await database.superuser.query('delete from outbox where id = $1', [other]);
});

test('once whom it is for was erased, it is neither sent nor shown', async () => {
	const worker = (await world.hire(['professional'])).by.workerId;
	const id = await queued(MAIL, worker);
	await database.superuser.query('delete from subject_key where subject_id = $1', [worker]);
	await deliverMail(world.organisationId, id, world.now);
	expect(received).toEqual([]);
	expect((await shown()).map((one) => one.id)).not.toContain(id);
});
