import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { testDatabase } from './database.fixtures.ts';
import { lookUp } from './database.server.ts';
import { newId } from './ids.server.ts';
import { keptQuery } from './kept-query.server.ts';

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
