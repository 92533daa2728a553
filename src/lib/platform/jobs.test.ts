import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { system, type Act, type System } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { testDatabase } from './database.fixtures.ts';
import { lookUp } from './database.server.ts';
import { newId } from './ids.server.ts';
import { enqueue, startJobs, type JobPayload, type Working } from './jobs.server.ts';
import { logTo } from './log.server.ts';

const database = testDatabase();
let world: World;
let act: Act<System>;
let runner: Working | undefined;
beforeAll(async () => {
	world = await aWorld();
	await database.superuser.query('delete from graphile_worker._private_jobs');
	act = { by: system(world.organisationId), at: world.now };
});
afterEach(async () => {
	await bringBack();
	await runner?.stop();
	runner = undefined;
	await database.superuser.query('delete from graphile_worker._private_jobs');
});

const SOON = { timeout: 10_000 };
// Nothing of the queue can be written down while its table has another name.
const takeAway = (table = '_private_jobs') =>
	database.superuser.query(`alter table graphile_worker.${table} rename to away_${table}`);
async function bringBack(): Promise<void> {
	for (const table of ['_private_jobs', '_private_tasks'])
		await database.superuser.query(`alter table if exists graphile_worker.away_${table} rename to ${table}`);
}
const LONG_DUE = new Date('2026-01-01T00:00:00Z');
const WORDS = 'Zala Vzorčnik ne spi';
const queue = (task: string, options: Parameters<typeof enqueue>[2] = {}) =>
	lookUp(act, async (tx) => {
		enqueue(tx, task, options);
		return ok();
	});

type Queued = { payload: Record<string, unknown>; last_error: string | null; everything: string };
async function queued(): Promise<Queued[]> {
	const { rows } = await database.superuser.query<Queued>(
		'select payload, last_error, to_json(j)::text as everything from graphile_worker._private_jobs j order by j.id',
	);
	return rows;
}

describe('the queue', () => {
	test('holds whose a job is and what it is about, and nothing else, whatever else was handed over', async () => {
		await fc.assert(
			fc.asyncProperty(fc.option(fc.nat()), fc.string({ unit: 'binary' }), async (about, words) => {
				await database.superuser.query('delete from graphile_worker._private_jobs');
				const id = about === null ? undefined : newId(new Date(about));
				const more = { text: words, name: WORDS };
				await queue('send-mail', { ...(id ? { id } : {}), ...more });
				const [job] = await queued();
				expect(job!.payload).toEqual({ organisationId: world.organisationId, id: id ?? null });
				expect(job!.everything).not.toContain(WORDS);
			}),
			{ numRuns: 20 },
		);
	});

	test('takes no words where an id belongs, and none as the name of a task', async () => {
		await expect(queue('send-mail', { id: WORDS as Uuid })).rejects.toMatchObject({ code: '22P02' });
		await expect(queue(WORDS)).rejects.toThrow('not the name of a task');
		expect(await queued()).toEqual([]);
	});

	test('does not let the application in but by the one function', async () => {
		const past = lookUp(act, async (tx) => {
			await sql`select graphile_worker.add_job('send-mail', ${JSON.stringify({ name: WORDS })}::json)`.execute(tx.db);
			return ok();
		});
		await expect(past).rejects.toMatchObject({ code: '42501' });
	});

	test('forgets a job whose transaction did not come to its end', async () => {
		await lookUp(act, async (tx) => {
			enqueue(tx, 'send-mail');
			return refuse('not-found');
		});
		expect(await queued()).toEqual([]);
	});

	test('holds one job of a key, not two', async () => {
		await queue('send-mail', { key: 'one' });
		await queue('send-mail', { key: 'one' });
		expect(await queued()).toHaveLength(1);
	});
});

describe('a job', () => {
	test('gets what it is about, and leaves the queue when it is done', async () => {
		const done = Promise.withResolvers<JobPayload>();
		const id = newId(world.now);
		await queue('look', { id, runAt: LONG_DUE });
		runner = await startJobs({ look: async (payload) => done.resolve(payload) }, {});
		expect(await done.promise).toEqual({ organisationId: world.organisationId, id });
		await expect.poll(queued, SOON).toEqual([]);
	});

	test('gets no words, even where somebody else put some into its payload', async () => {
		const done = Promise.withResolvers<JobPayload>();
		await database.superuser.query(
			`select graphile_worker.add_job('look', json_build_object('organisationId', $1::text, 'id', $1::text, 'name', $1::text))`,
			[WORDS],
		);
		runner = await startJobs({ look: async (payload) => done.resolve(payload) }, {});
		expect(await done.promise).toEqual({ organisationId: null, id: null });
	});

	test('that breaks leaves neither in the queue nor in the log what broke it', async () => {
		const lines: string[] = [];
		const putBack = logTo((line) => lines.push(line));
		await queue('look', { runAt: LONG_DUE });
		const look = async () => {
			throw new Error(WORDS);
		};
		runner = await startJobs({ look }, {});
		await expect.poll(async () => (await queued())[0]?.last_error, SOON).toMatch('the job look failed');
		putBack();
		expect((await queued())[0]!.everything).not.toContain(WORDS);
		expect(lines.some((line) => line.includes('job.failed'))).toBe(true);
		expect(lines.join('\n')).not.toContain(WORDS);
	});

	test.each([
		['done', async () => {}],
		['failed', () => Promise.reject(new Error('broken'))],
	])(
		'that is %s while nothing can be written leaves the queue as soon as something can, and the queue goes on',
		async (ended, how) => {
			const about: (Uuid | null)[] = [];
			const [first, second] = [newId(world.now), newId(world.now)];
			await queue('look', { id: first, runAt: LONG_DUE });
			const look = async ({ id }: JobPayload) => {
				about.push(id);
				if (about.length > 1) return;
				await takeAway();
				await how();
			};
			const lines = await saidUntil('jobs.not-written', async () => {
				runner = await startJobs({ look }, {});
			});
			expect(lines.filter((line) => line.includes('job.failed'))).toHaveLength(ended === 'failed' ? 1 : 0);
			await bringBack();
			await queue('look', { id: second, runAt: LONG_DUE });
			await expect.poll(() => about, SOON).toEqual([first, second]);
			const left = ended === 'failed' ? [expect.stringContaining('look failed')] : [];
			await expect.poll(async () => (await queued()).map((one) => one.last_error), SOON).toEqual(left);
		},
	);

	test('that the product was at when it was killed is taken up by the next one at once', async () => {
		const done = Promise.withResolvers<JobPayload>();
		const id = newId(world.now);
		await queue('look', { id, runAt: LONG_DUE });
		await database.superuser.query(
			`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-before', attempts = 1`,
		);
		runner = await startJobs({ look: async (payload) => done.resolve(payload) }, {});
		expect((await done.promise).id).toBe(id);
		await expect.poll(queued, SOON).toEqual([]);
	});

	test('that was begun again and again waits a little before the next start begins it: it may be what ended the product', async () => {
		const began: Date[] = [];
		await queue('look', { runAt: LONG_DUE });
		await database.superuser.query(
			`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-of-before', attempts = 3`,
		);
		runner = await startJobs({ look: async (_, at) => void began.push(at) }, {});
		const { rows } = await database.superuser.query<{ free: boolean; seconds: number }>(
			'select locked_by is null as free, extract(epoch from run_at - now())::float as seconds from graphile_worker._private_jobs',
		);
		expect(rows).toEqual([{ free: true, seconds: expect.closeTo(Math.exp(3), -1) }]);
		expect(began).toEqual([]);
	});

	test('is begun as soon as the database says which tasks there are, also where it did not at first', async () => {
		const done = Promise.withResolvers<JobPayload>();
		const id = newId(world.now);
		await queue('look', { id, runAt: LONG_DUE });
		await takeAway('_private_tasks');
		await saidUntil('jobs.not-written', async () => {
			runner = await startJobs({ look: async (payload) => done.resolve(payload) }, {});
		});
		await bringBack();
		expect((await done.promise).id).toBe(id);
	});

	test('whose end could not be written when the product stops is taken up by the next one', async () => {
		const about: (Uuid | null)[] = [];
		const id = newId(world.now);
		await queue('look', { id, runAt: LONG_DUE });
		const look = async (payload: JobPayload) => {
			about.push(payload.id);
			if (about.length === 1) await takeAway();
		};
		await saidUntil('jobs.not-written', async () => {
			runner = await startJobs({ look }, {});
		});
		await runner!.stop();
		await bringBack();
		runner = await startJobs({ look }, {});
		await expect.poll(queued, SOON).toEqual([]);
		expect(about).toEqual([id, id]);
	});
});

/** What the log says from now on until it has said something twice. */
async function saidUntil(event: string, begin: () => Promise<void>): Promise<readonly string[]> {
	const lines: string[] = [];
	const putBack = logTo((line) => lines.push(line));
	onTestFinished(putBack);
	await begin();
	await expect.poll(() => lines.filter((line) => line.includes(event)).length, SOON).toBeGreaterThan(1);
	putBack();
	return lines;
}
