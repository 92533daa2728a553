import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { listDuplicates } from './list-duplicates.server.ts';
import { sayNotSame } from './merge-persons.server.ts';
import { keeping, merge, pageOf, unmerge } from './merging.fixtures.ts';
import { PREFIX, screen, somebodyKnown } from './people.fixtures.ts';
import { changePerson } from './people.server.ts';

const database = testDatabase();
const pairs = async (worker: Act<Worker>) =>
	good(await listDuplicates(worker, { countryPrefix: PREFIX })).pairs.map(({ of, person, why }) => [
		[of.name, person.name].toSorted().join(' + '),
		why,
	]);

describe('likely duplicates', () => {
	test('are listed once a pair, with why: phone, e-mail, name, a slip of the fingers, year of birth', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const a = await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 001' });
		const b = await somebodyKnown(world, { name: 'Zala Vzorčnk', phone: '+386 41 000 001', email: 'z@primer.invalid' });
		await somebodyKnown(world, { name: 'Miha Izmišljen', email: 'Z@primer.invalid' });
		await somebodyKnown(world, { name: 'Povsem Druga' });
		for (const [id, name, email] of [
			[a, 'Zala Vzorčnik', ''],
			[b, 'Zala Vzorčnk', 'z@primer.invalid'],
		] as const)
			good(
				await changePerson(worker, {
					personId: id,
					text: { name, phone: '041 000 001', email, address: '', interpreter: '' },
					anonymous: false,
					facts: { birthYear: 1980, sex: null, municipality: null },
					rules: [],
					countryPrefix: PREFIX,
				}),
			);
		expect((await pairs(worker)).toSorted()).toEqual([
			['Miha Izmišljen + Zala Vzorčnk', ['same-email']],
			['Zala Vzorčnik + Zala Vzorčnk', ['same-phone', 'similar-name', 'same-birth-year']],
		]);
		expect((await pageOf(worker, a)).duplicates).toMatchObject({
			likely: [{ person: { id: b }, why: ['same-phone', 'similar-name', 'same-birth-year'] }],
			elsewhere: 0,
		});
	});

	test('of whom somebody said that they are not one person are not offered again, whichever of their records is meant', async () => {
		const world = await aWorld();
		const worker = await world.hire(['coordinator']);
		const [a, b, c] = [
			await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 001' }),
			await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 002' }),
			await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 003' }),
		];
		expect(await pairs(worker)).toHaveLength(3);
		for (let i = 0; i < 2; i += 1) good(await sayNotSame(worker, { keptId: b, mergedId: a }));
		expect(await pairs(worker)).toHaveLength(2);
		expect((await pageOf(worker, a)).duplicates.likely.map((one) => one.person.id)).toEqual([c]);
		good(await merge(worker, [b, c], keeping()));
		expect(await pairs(worker)).toEqual([]);
		good(await unmerge(worker, [b, c]));
		expect(await pairs(worker)).toHaveLength(2);
		expect(problemOf(await sayNotSame(worker, { keptId: a, mergedId: a }))).toBe('not-found');
	});

	test('of another organisation or kept from the worker are not seen; of another team only their number is told [A2]', async () => {
		const [world, other] = [await aWorld(), await aWorld()];
		const worker = await world.hire(['coordinator']);
		const lead = await world.hire(['programme-lead']);
		const same = { name: 'Zala Vzorčnik', phone: '041 000 001' };
		const [a, screened] = [await somebodyKnown(world, same), await somebodyKnown(world, same)];
		await somebodyKnown(world, same, [await world.anotherTeam()]);
		await somebodyKnown(other, same);
		await screen(world, worker, screened);
		expect(await pairs(worker)).toEqual([]);
		expect((await pageOf(worker, a)).duplicates).toEqual({ likely: [], elsewhere: 1 });
		expect(await pairs(lead)).toHaveLength(3);
		for (const roles of [['advocate'], ['data-protection-officer'], ['administrator']] as const)
			expect(problemOf(await listDuplicates(await world.hire(roles), { countryPrefix: PREFIX }))).toBe('not-found');
	});

	test('leave no name with the disk: a pair is two ids', async () => {
		const { rows } = await database.superuser.query('select n::text as row from not_same_person n limit 1');
		expect(rows[0].row).toMatch(/^\([0-9a-f-]{36},[0-9a-f-]{36},[0-9a-f-]{36},"[^"]+",[0-9a-f-]{36}\)$/);
	});
});
