import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from './database.fixtures.ts';
import { lookUp, type Tx } from './database.server.ts';
import { waits } from './wire.server.ts';

testDatabase();
const act = { by: { kind: 'visitor' as const }, at: new Date('2026-11-23T09:00:00Z') };
const figure = async (tx: Tx, n: number) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx.db)).rows[0]!.n;
async function waitsOf<Value>(work: (tx: Tx) => Promise<Value>): Promise<number> {
	const before = waits.count;
	await lookUp(act, async (tx) => ok(await work(tx)));
	return waits.count - before;
}

describe('queries', () => {
	beforeAll(() => waitsOf((tx) => figure(tx, 0)));

	test('that are under way together are one wait, together with the beginning; the end is another', async () => {
		expect(await waitsOf((tx) => Promise.all([1, 2, 3, 4].map((n) => figure(tx, n))))).toBe(2);
	});

	test('one after the other are a wait each', async () => {
		const inTurn = async (tx: Tx) => [await figure(tx, 1), await figure(tx, 2), await figure(tx, 3)];
		expect(await waitsOf(inTurn)).toBe(4);
	});

	test('under way together get their own answers', async () => {
		const figures = Array.from({ length: 200 }, (_, n) => n);
		const found = await lookUp(act, async (tx) => ok(await Promise.all(figures.map((n) => figure(tx, n)))));
		expect(found).toEqual(ok(figures));
	});

	test('of several transactions at once do not mix', async () => {
		const forty = Array.from({ length: 40 }, (_, n) => n);
		const found = await Promise.all(
			forty.map((n) => lookUp(act, async (tx) => ok([await figure(tx, n), await figure(tx, n)]))),
		);
		expect(found).toEqual(forty.map((n) => ok([n, n])));
	});

	test('after one that fails fail too, and the connection works again afterwards', async () => {
		const broken = lookUp(act, async (tx) => {
			const both = [sql`select 1 / 0`.execute(tx.db), figure(tx, 1)];
			const [first, second] = await Promise.allSettled(both);
			expect([first!.status, second!.status]).toEqual(['rejected', 'rejected']);
			throw new Error('midway');
		});
		await expect(broken).rejects.toThrow('midway');
		expect(await lookUp(act, async (tx) => ok(await figure(tx, 7)))).toEqual(ok(7));
	});
});

test('a day comes back as it is written, in whatever zone the server is', async () => {
	const found = await lookUp(act, async (tx) => {
		const { rows } = await sql<{ day: string }>`select date '2026-03-29' as day`.execute(tx.db);
		return ok(rows[0]!.day);
	});
	expect(found).toEqual(ok('2026-03-29'));
});

test('nobody begins a transaction inside the transaction', async () => {
	const nested = lookUp(act, async (tx) => ok(await tx.db.transaction().execute(async () => 1)));
	await expect(nested).rejects.toThrow('transactions are begun by transaction()');
});
