import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from './database.fixtures.ts';
import { lookUp } from './database.server.ts';
import { newId } from './ids.server.ts';
import { keptQuery, keptTogether } from './kept-query.server.ts';
import { waits } from './wire.server.ts';

testDatabase();

test('a kept query is put together once and asked with other values each time', async () => {
	let built = 0;
	const among = keptQuery((db, { ids }: { ids: readonly Uuid[] }) => {
		built += 1;
		return db
			.selectFrom('organisation')
			.select('id')
			.where('id', '=', sql<Uuid>`any(${ids}::uuid[])`);
	});
	const { organisationId } = await aWorld();
	const found = await lookUp({ by: { kind: 'visitor' }, at: new Date() }, async (tx) => {
		const asked = [[organisationId], [newId(new Date())], [newId(new Date()), organisationId], []];
		return ok(await Promise.all(asked.map((ids) => among.rows(tx, { ids }))));
	});
	expect(found).toEqual(ok([[{ id: organisationId }], [], [{ id: organisationId }], []]));
	expect(built).toBe(1);
});

test('a number that is always the same stands in its text, whatever is asked with it; what was given does not', async () => {
	const few = keptQuery((db, { ids, from }: { ids: readonly Uuid[]; from: number }) =>
		db
			.selectFrom('organisation')
			.select(['id', sql<number>`${from}::integer - ${-3}`.as('sum')])
			.where('id', '=', sql<Uuid>`any(${ids}::uuid[])`)
			.limit(7),
	);
	const { organisationId } = await aWorld();
	const found = await lookUp({ by: { kind: 'visitor' }, at: new Date() }, async (tx) => {
		const { sql: text, parameters } = few.compiled(tx, { ids: [organisationId], from: 4 });
		expect(text).toContain('$1::integer - (-3)');
		expect(text).toMatch(/any\(\$2::uuid\[\]\) limit \(7\)$/);
		expect(parameters).toEqual([4, [organisationId]]);
		return ok(await few.rows(tx, { ids: [organisationId], from: 4 }));
	});
	expect(found).toEqual(ok([{ id: organisationId, sum: 7 }]));
});

type OfWorker = { readonly organisation: Uuid; readonly worker: Uuid };
const GRANTED = keptQuery(
	(db, { organisation, worker }: OfWorker) =>
		db
			.selectFrom('access.worker_role')
			.select(['role', 'from_at', 'to_at'])
			.where('organisation_id', '=', organisation)
			.where('worker_id', '=', worker)
			.orderBy('role', 'desc')
			.limit(10),
	{ from_at: 'time', to_at: 'time' },
);
const SEALED = keptQuery(
	(db, { organisation, worker }: OfWorker) =>
		db
			.selectFrom('worker_text')
			.select(['sealed', sql<string[]>`array['one', 'dva ščž "']`.as('list')])
			.where('worker_id', '=', worker)
			.where('organisation_id', '=', organisation)
			.limit(5),
	{ sealed: 'bytes' },
);
const NOBODY = keptQuery((db, { organisation }: Pick<OfWorker, 'organisation'>) =>
	db.selectFrom('worker').select('id').where('organisation_id', '=', organisation).where('language', '=', 'xx'),
);
const TOGETHER = keptTogether({ roles: GRANTED, texts: SEALED, nobody: NOBODY });

test('several asked together come back as they would alone: bytes, times and what is not there, after one wait', async () => {
	const world = await aWorld();
	const act = await world.hire(['volunteer', 'professional']);
	const of = { organisation: world.organisationId, worker: act.by.workerId };
	const alone = await lookUp(act, async (tx) =>
		ok({ roles: await GRANTED.rows(tx, of), texts: await SEALED.rows(tx, of), nobody: [] }),
	);
	const together = await lookUp(act, async (tx) => {
		const before = waits.count;
		const found = await TOGETHER(tx, of);
		expect(waits.count - before).toBeLessThanOrEqual(1);
		return ok(found);
	});
	expect(together).toEqual(alone);
	expect(alone).toMatchObject(ok({ roles: [{ role: 'volunteer', to_at: null }, { role: 'professional' }] }));
});

test('asked together, nothing is seen that row-level security hides', async () => {
	const [one, other] = [await aWorld(), await aWorld()];
	const there = await other.hire(['professional']);
	const of = { organisation: other.organisationId, worker: there.by.workerId };
	const foreign = await one.hire(['professional']);
	const found = await lookUp(foreign, async (tx) => ok(await TOGETHER(tx, of)));
	expect(found).toEqual(ok({ roles: [], texts: [], nobody: [] }));
	const own = await lookUp(there, async (tx) => ok(await TOGETHER(tx, of)));
	expect(own).toMatchObject(ok({ roles: [{ role: 'professional' }], texts: [{ list: ['one', 'dva ščž "'] }] }));
});
