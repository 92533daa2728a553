import { expect, test, vi } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { problemOf } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { merge, unmerge } from './merging.fixtures.ts';
import { somebodyKnown } from './people.fixtures.ts';

vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const RACES = atSize(200, 2_000);
const database = testDatabase();

async function merged(ids: readonly Uuid[]): Promise<readonly { id: Uuid; into: Uuid }[]> {
	const { rows } = await database.superuser.query(
		'select id, merged_into as into from person where id = any ($1) and merged_into is not null',
		[ids],
	);
	return rows as { id: Uuid; into: Uuid }[];
}

test('of two workers who merge crosswise in the same instant one succeeds, and no circle is made', async () => {
	const world = await aWorld();
	const [one, other] = [await world.hire(['coordinator']), await world.hire(['coordinator'])];
	const [a, b] = [await somebodyKnown(world, { name: 'Zala A' }), await somebodyKnown(world, { name: 'Zala B' })];
	for (let i = 0; i < RACES; i += 1) {
		const results = await Promise.all([merge(one, [a, b]), merge(other, [b, a])]);
		expect(results.map(problemOf).toSorted()).toEqual(['already-merged', undefined]);
		const [only, ...more] = await merged([a, b]);
		expect(more).toEqual([]);
		expect((await unmerge(one, [only!.into, only!.id])).ok).toBe(true);
		expect(await merged([a, b])).toEqual([]);
	}
});

test('of a chain begun at both ends in the same instant only flat merges come', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const [a, b, c] = (await Promise.all(
		['A', 'B', 'C'].map((name) => somebodyKnown(world, { name: `Zala ${name}` })),
	)) as [Uuid, Uuid, Uuid];
	for (let i = 0; i < RACES / 4; i += 1) {
		const results = await Promise.all([merge(worker, [b, a]), merge(worker, [c, b])]);
		expect(results.filter((result) => result.ok)).toHaveLength(1);
		const all = await merged([a, b, c]);
		expect(all).toHaveLength(1);
		expect((await unmerge(worker, [all[0]!.into, all[0]!.id])).ok).toBe(true);
	}
});
