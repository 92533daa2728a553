import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aText, FACTS, keeping, merge, pageOf, say, unmerge } from './merging.fixtures.ts';
import { DETAILS, SIDES } from './merging.ts';
import { found, somebodyKnown } from './people.fixtures.ts';
import { CONTACT_RULES } from './person.ts';

const database = testDatabase();

const aWord = fc.constantFrom('', 'Zala Vzorčnik', 'Zalka Vzorčnk', 'Miha Izmišljen');
const aRecord = fc.record({
	name: aWord,
	phone: fc.constantFrom('', '041 000 001', '041 000 002'),
	birthYear: fc.constantFrom(null, 1980, 1981),
	rules: fc.subarray([...CONTACT_RULES], { maxLength: 3 }),
});
const someChoice = fc.record(Object.fromEntries(DETAILS.map((detail) => [detail, fc.constantFrom(...SIDES)])));

test('merged and apart again, in whatever order, everything that is read is as it was', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const read = async (ids: readonly Uuid[]) => {
		const pages = await Promise.all(ids.map((id) => pageOf(worker, id)));
		const shown = pages.map((page) => ({ ...page, duplicates: undefined }));
		const searched = await Promise.all(
			['zala', 'vzorcnk', 'izmisljen', '041 000 002'].map((query) => found(worker, query)),
		);
		const { rows } = await database.superuser.query(
			'select person_id, array(select unnest(hashes) order by 1) as hashes from person_search where person_id = any ($1) order by 1',
			[ids],
		);
		return { shown, searched, rows };
	};
	const records = fc.tuple(aRecord, aRecord, aRecord);
	await fc.assert(
		fc.asyncProperty(records, fc.tuple(someChoice, someChoice), fc.boolean(), async (given, choices, turned) => {
			const ids = await Promise.all(given.map(() => somebodyKnown(world, { name: 'Zala' })));
			for (const [i, { name, phone, birthYear, rules }] of given.entries())
				await say(worker, ids[i]!, {
					text: aText(name, phone),
					anonymous: name === '',
					facts: { ...FACTS, birthYear },
					rules,
				});
			const [a, b, c] = ids as [Uuid, Uuid, Uuid];
			const before = await read(ids);
			good(await merge(worker, [a, b], keeping(choices[0])));
			good(await merge(worker, [a, c], keeping(choices[1])));
			expect((await pageOf(worker, c)).person.id).toBe(a);
			for (const one of turned ? [b, c] : [c, b]) good(await unmerge(worker, [a, one]));
			expect(await read(ids)).toEqual(before);
		}),
		{ numRuns: 12 },
	);
});
