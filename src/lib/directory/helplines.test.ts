import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { closePools } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import {
	addHelpline,
	changeHelpline,
	hideHelpline,
	listHelplines,
	moveHelpline,
	removeHelpline,
} from './change-helplines.server.ts';
import { OWN_HELPLINES_MAX, type HelplineEntry } from './helpline.ts';
import { bringHelplines, forgetHelplines, helplines } from './helplines.server.ts';

const database = testDatabase();
let world: World;
let other: World;
let ada: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	other = await aWorld();
	ada = await world.hire(['administrator']);
});

const line = (number: string, more: Partial<HelplineEntry> = {}): HelplineEntry => ({
	country: 'si',
	number,
	danger: false,
	name: { sl: 'Naš telefon', en: 'Our line' },
	hours: { sl: 'ob delavnikih od 8. do 16. ure' },
	...more,
});
const idOf = (result: Awaited<ReturnType<typeof addHelpline>>): Uuid => {
	if (!result.ok) throw new Error(result.problem);
	return result.value;
};
/** What a page of an organisation shows, a moment later. */
async function shown(where: World, language: 'sl' | 'en' = 'sl') {
	await bringHelplines(where.now, where.organisationId);
	return helplines(language, 'si', where.organisationId);
}
const numbers = async (where: World) => (await shown(where)).map((one) => one.number);
const emptied = async () => {
	await database.superuser.query('delete from helpline');
	forgetHelplines();
};

describe('an administrator', () => {
	test('adds a number, which stands on the pages of that organisation only, at once [A7]', async () => {
		const before = await numbers(world);
		const id = idOf(await addHelpline(ada, line('041 000 100')));
		expect(await numbers(world)).toEqual(['112', '041 000 100', ...before.filter((one) => one !== '112')]);
		expect(await numbers(other)).toEqual(before);
		expect((await shown(world, 'en')).find((one) => one.number === '041 000 100')).toEqual({
			number: '041 000 100',
			danger: false,
			name: 'Our line',
			hours: 'ob delavnikih od 8. do 16. ure',
		});
		const entry = await database.superuser.query(
			`select action, reason from journal where record_id = $1 order by at desc`,
			[id],
		);
		expect(entry.rows).toEqual([{ action: 'helpline.changed', reason: 'added' }]);
		await emptied();
	});

	test('changes the hours of a number, for their own pages [A7]', async () => {
		const id = idOf(await addHelpline(ada, line('116 123', { hours: { sl: 'vedno' } })));
		idOf(await changeHelpline(ada, { ...line('116 123', { hours: { sl: 'danes do polnoči' } }), id }));
		expect((await shown(world)).find((one) => one.number === '116 123')?.hours).toBe('danes do polnoči');
		expect((await shown(other)).find((one) => one.number === '116 123')?.hours).not.toBe('danes do polnoči');
		idOf(await removeHelpline(ada, { id }));
		expect(await shown(world)).toEqual(await shown(other));
	});

	test('keeps a number of the installation off their pages, and shows it again; 112 stays', async () => {
		const hidden = idOf(await hideHelpline(ada, { country: 'si', number: '113' }));
		expect(await numbers(world)).not.toContain('113');
		expect(await numbers(other)).toContain('113');
		expect(await hideHelpline(ada, { country: 'si', number: '112' })).toMatchObject({ problem: 'helpline-vital' });
		expect(await hideHelpline(ada, { country: 'si', number: '999' })).toMatchObject({ problem: 'not-found' });
		idOf(await removeHelpline(ada, { id: hidden }));
		expect(await numbers(world)).toContain('113');
	});

	test('puts them into another order', async () => {
		const ids: Uuid[] = [];
		for (const last of [1, 2, 3]) ids.push(idOf(await addHelpline(ada, line(`041 000 00${last}`))));
		const order = async () => (await numbers(world)).filter((one) => one.startsWith('041')).map((one) => one.at(-1));
		idOf(await moveHelpline(ada, { id: ids[2]!, to: 'up' }));
		expect(await order()).toEqual(['1', '3', '2']);
		idOf(await moveHelpline(ada, { id: ids[0]!, to: 'down' }));
		expect(await order()).toEqual(['3', '1', '2']);
		idOf(await moveHelpline(ada, { id: ids[2]!, to: 'up' }));
		idOf(await moveHelpline(ada, { id: ids[2]!, to: 'up' }));
		expect(await order()).toEqual(['3', '1', '2']);
		await emptied();
	});

	test('has a number once, also when it is written differently and sent many times at once', async () => {
		const tries = await Promise.all(
			['041 000 200', '041000200', '041-000-200', '041 000 200'].map((number) => addHelpline(ada, line(number))),
		);
		expect(tries.filter((one) => one.ok)).toHaveLength(1);
		expect(tries.filter((one) => !one.ok).map((one) => (one.ok ? '' : one.problem))).toEqual(
			Array(3).fill('helpline-there'),
		);
		await emptied();
	});

	test('cannot make a telephone book of it', async () => {
		for (let i = 0; i < OWN_HELPLINES_MAX; i += 1) idOf(await addHelpline(ada, line(`041 000 ${100 + i}`)));
		expect(await addHelpline(ada, line('041 000 999'))).toMatchObject({ problem: 'too-many-helplines' });
		await emptied();
	});

	test('is told when a number cannot be dialled', async () => {
		expect(await addHelpline(ada, line('pokličite'))).toMatchObject({
			fields: [{ field: 'number', problem: 'helpline-unreal' }],
		});
	});

	test('sees and changes nothing of another organisation', async () => {
		const id = idOf(await addHelpline(await other.hire(['administrator']), line('041 000 300')));
		for (const refused of [
			await changeHelpline(ada, { ...line('041 000 301'), id }),
			await removeHelpline(ada, { id }),
			await moveHelpline(ada, { id, to: 'up' }),
			await removeHelpline(ada, { id: newId(ada.at) }),
		])
			expect(refused).toMatchObject({ problem: 'not-found' });
		const board = await listHelplines(ada);
		expect(board.ok && board.value.own).toEqual([]);
		expect(await numbers(other)).toContain('041 000 300');
		await emptied();
	});
});

test.each(ROLES.filter((role) => role !== 'administrator'))('a %s changes no helplines', async (role) => {
	const somebody = await world.hire([role]);
	expect(await addHelpline(somebody, line('041 000 400'))).toMatchObject({ problem: 'not-found' });
	expect(await listHelplines(somebody)).toMatchObject({ problem: 'not-found' });
});

describe('the operator', () => {
	const named = (number: string) =>
		database.owner.query(
			`insert into installation_helpline values ('si', $1, 1, true, '{"sl": "Nujno"}', '{"sl": "vedno"}')`,
			[number],
		);

	test('names the numbers of the installation; a country without any keeps those that came with the product [A7]', async () => {
		await bringHelplines(world.now);
		const czech = helplines('cs', 'cz');
		await named('113');
		forgetHelplines();
		await bringHelplines(world.now);
		expect(helplines('sl').map((one) => one.number)).toEqual(['113']);
		expect(helplines('cs', 'cz')).toEqual(czech);
		await database.owner.query('delete from installation_helpline');
		forgetHelplines();
		await bringHelplines(world.now);
		expect(helplines('sl').length).toBeGreaterThan(3);
	});

	test('is the only one who can: the product itself may not write there', async () => {
		const { pool } = await import('#lib/platform/database.server.ts');
		await expect(pool('app').query('delete from installation_helpline')).rejects.toThrow(/permission denied/);
	});
});

test('while the database is away, the numbers last known are still there [A7]', async () => {
	idOf(await addHelpline(ada, line('041 000 500')));
	const before = await shown(world);
	expect(before.map((one) => one.number)).toContain('041 000 500');
	const address = process.env.OPORA_APP_DATABASE_URL;
	await closePools();
	process.env.OPORA_APP_DATABASE_URL = 'postgresql://opora_app@127.0.0.1:1/nowhere';
	forgetHelplines();
	expect(await shown(world)).toEqual(before);
	// Of an organisation nobody asked for yet, the installation's are shown.
	expect(await numbers(other)).toContain('112');
	await closePools();
	process.env.OPORA_APP_DATABASE_URL = address;
	await emptied();
	expect(await numbers(world)).not.toContain('041 000 500');
});
