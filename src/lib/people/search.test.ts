import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { found, PREFIX, screen, somebodyKnown } from './people.fixtures.ts';
import { findPersons, FOUND_MAX, LOOKED_AT } from './people.server.ts';
import { queryTerms, searchTerms } from './person.ts';

const database = testDatabase();

test('a name is found without its diacritics, in any order, in any case, and by its beginnings', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	await somebodyKnown(world, { name: 'Živa Đurđica Češnjar' });
	await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	for (const query of ['Živa Češnjar', 'ziva cesnjar', 'CESNJAR ZIVA', 'durdica', 'cesn zi'])
		expect(await found(worker, query), query).toEqual(['Živa Đurđica Češnjar']);
	expect(await found(worker, 'ziva vzorcnik')).toEqual([]);
});

test('a name is found with one typing error, and not with two in one word', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	for (const query of ['vzorcnk', 'vzoorcnik', 'vzorvnik', 'vzrocnik', 'zalla vzorčnig'])
		expect(await found(worker, query), query).toEqual(['Zala Vzorčnik']);
	for (const query of ['vzrcni', 'bzorcnig', 'zala izmisljena']) expect(await found(worker, query), query).toEqual([]);
});

test('a person is found by telephone however it is written, and by e-mail', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123', email: 'Zala@Primer.invalid' });
	await somebodyKnown(world, { name: 'Miha Izmišljen', phone: '041 000 124', email: 'miha@primer.invalid' });
	for (const query of ['041000123', '+386 41 000 123', '00386 41/000-123', 'zala@primer.INVALID'])
		expect(await found(worker, query), query).toEqual(['Zala Vzorčnik']);
});

test('one letter alone finds nobody, and neither does nothing', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	for (const query of ['z', '', '  ', '- -']) expect(await found(worker, query), query).toEqual([]);
});

test('people of another organisation are not found, though they have the same name and telephone [A2]', async () => {
	const [here, there] = [await aWorld(), await aWorld()];
	const [ours, theirs] = [await here.hire(['programme-lead']), await there.hire(['programme-lead'])];
	const own = await somebodyKnown(here, { name: 'Zala Vzorčnik', phone: '041 000 123' });
	const other = await somebodyKnown(there, { name: 'Zala Vzorčnik', phone: '041 000 123' });
	for (const query of ['zala vzorcnik', '041 000 123']) {
		for (const [worker, person] of [[ours, own] as const, [theirs, other] as const]) {
			const persons = await findPersons(worker, { query, countryPrefix: PREFIX });
			expect(persons.ok && persons.value.persons.map((one) => one.id)).toEqual([person]);
		}
	}
});

test('what the same name is found by is another number in each organisation [A2]', async () => {
	const worlds = [await aWorld(), await aWorld()];
	const kept: number[][] = [];
	for (const world of worlds) {
		const person = await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123' });
		const { rows } = await database.superuser.query('select hashes from person_search where person_id = $1', [person]);
		kept.push(rows[0].hashes as number[]);
	}
	expect(kept[0]!.length).toBeGreaterThan(20);
	expect(kept[0]!.filter((hash) => kept[1]!.includes(hash))).toEqual([]);
});

test('whoever is screened from a worker is not found by them, and still by a colleague', async () => {
	const world = await aWorld();
	const [worker, colleague] = [await world.hire(['coordinator']), await world.hire(['coordinator'])];
	const person = await somebodyKnown(world, { name: 'Zala Vzorčnik', phone: '041 000 123' });
	expect(await found(worker, 'zala vzorcnik')).toEqual(['Zala Vzorčnik']);
	await screen(world, worker, person);
	expect(await found(worker, 'zala vzorcnik')).toEqual([]);
	expect(await found(worker, '041 000 123')).toEqual([]);
	expect(await found(colleague, 'zala vzorcnik')).toEqual(['Zala Vzorčnik']);
});

test('a professional finds whom their team knows, a programme lead everybody, a volunteer nobody', async () => {
	const world = await aWorld();
	const elsewhere = await world.anotherTeam();
	await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	await somebodyKnown(world, { name: 'Zala Izmišljena' }, [elsewhere]);
	expect(await found(await world.hire(['professional']), 'zala')).toEqual(['Zala Vzorčnik']);
	expect(await found(await world.hire(['professional'], { team: elsewhere }), 'zala')).toEqual(['Zala Izmišljena']);
	expect(await found(await world.hire(['programme-lead']), 'zala')).toEqual(['Zala Izmišljena', 'Zala Vzorčnik']);
	const volunteer = await world.hire(['volunteer']);
	expect(await findPersons(volunteer, { query: 'zala', countryPrefix: PREFIX })).toMatchObject({
		ok: false,
		problem: 'not-found',
	});
});

test('of many who fit twenty are shown, it is said that there are more, and one more word finds the one who was not', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	for (let one = 0; one < FOUND_MAX; one += 1) await somebodyKnown(world, { name: `Zala Vzorčnik ${one}` });
	const search = async (query: string) => {
		const all = await findPersons(worker, { query, countryPrefix: PREFIX });
		return all.ok && { shown: all.value.persons.length, more: all.value.more };
	};
	expect(await search('zala')).toEqual({ shown: FOUND_MAX, more: false });
	await somebodyKnown(world, { name: 'Zala Zadnjik' });
	expect(await search('zala')).toEqual({ shown: FOUND_MAX, more: true });
	expect(await found(worker, 'zala zadnjik')).toEqual(['Zala Zadnjik']);
});

test('where as many were looked at as ever are, it is said that there may be more, however few of them are open', async () => {
	const world = await aWorld();
	const lead = await world.hire(['programme-lead']);
	const ofNoTeam = () => somebodyKnown(world, { name: 'Zala Vzorčnik' }, []);
	for (let one = 1; one < LOOKED_AT; one += 1) await ofNoTeam();
	const search = () => findPersons(lead, { query: 'zala', countryPrefix: PREFIX });
	expect(await search()).toMatchObject({ value: { persons: [], more: false } });
	await ofNoTeam();
	expect(await search()).toMatchObject({ value: { persons: [], more: true } });
});

test('a search is in the journal of everybody it showed', async () => {
	const world = await aWorld();
	const worker = await world.hire(['coordinator']);
	const shown = await somebodyKnown(world, { name: 'Zala Vzorčnik' });
	const other = await somebodyKnown(world, { name: 'Miha Izmišljen' });
	await found(worker, 'zala');
	const actions = async (subjectId: typeof shown) => {
		const journal = await readJournal(worker, { subjectId });
		return journal.ok ? journal.value.entries.map((entry) => entry.action) : journal.problem;
	};
	expect(await actions(shown)).toContain('person.found');
	expect(await actions(other)).not.toContain('person.found');
});

const LETTERS = [...'abcčdefghijklmnoprsštuvzžáéíóúěřů'];
const aWord = fc.array(fc.constantFrom(...LETTERS), { minLength: 5, maxLength: 11 }).map((letters) => letters.join(''));
type Slip = { at: number; letter: string; kind: 'left-out' | 'put-in' | 'another' | 'swapped' };
const aSlip: fc.Arbitrary<Slip> = fc.record({
	at: fc.nat({ max: 10 }),
	letter: fc.constantFrom(...LETTERS),
	kind: fc.constantFrom('left-out', 'put-in', 'another', 'swapped'),
});

function slipped(word: string, { at, letter, kind }: Slip): string {
	const letters = [...word];
	const i = at % (letters.length - 1);
	if (kind === 'left-out') return letters.toSpliced(i, 1).join('');
	if (kind === 'put-in') return letters.toSpliced(i, 0, letter).join('');
	if (kind === 'another') return letters.toSpliced(i, 1, letter).join('');
	return letters.toSpliced(i, 2, letters[i + 1]!, letters[i]!).join('');
}

test('whatever single slip of the fingers a word has, it still leads to the person', () => {
	fc.assert(
		fc.property(aWord, aSlip, (word, slip) => {
			const kept = new Set(searchTerms({ name: `Zala ${word}`, phone: '', email: '' }, PREFIX));
			const asked = queryTerms(slipped(word, slip), PREFIX);
			return asked.length === 1 && asked.every((terms) => terms.some((term) => kept.has(term)));
		}),
		{ numRuns: 500 },
	);
});
