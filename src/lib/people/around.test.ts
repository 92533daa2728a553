import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { circleOf, consentInForce, mayBeChild, type AroundSaid, type PersonAround } from './around.ts';
import { addAround, changeAround, endAround, giveConsent, withdrawConsent } from './change-around.server.ts';
import { screen, somebodyKnown } from './people.fixtures.ts';
import { peopleAround } from './people-around.server.ts';

const database = testDatabase();
const DAY = '2026-11-23' as CalendarDay;
const LATER = '2026-11-25' as CalendarDay;

let world: World;
let worker: Act<Worker>;
let personId: Uuid;

beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['coordinator']);
	personId = await somebodyKnown(world, { name: 'Zala Vzorčnik' });
});

const SISTER: AroundSaid = {
	name: 'Sestra Sonja',
	reach: '041 000 500',
	roleWords: '',
	note: 'Kliče ob nedeljah.',
	role: 'sibling',
	livesWith: false,
	mayKnow: 'what-agreed',
	neverContact: false,
	holdsResponsibility: false,
};
const MOTHER: AroundSaid = { ...SISTER, name: 'Mama Metka', role: 'parent', holdsResponsibility: true };

async function allAround(by: Act<Worker> = worker, person = personId): Promise<readonly PersonAround[]> {
	const done = await lookUp(by, async (tx) => ok(await peopleAround(tx, [person])));
	if (!done.ok) throw new Error(done.problem);
	return done.value;
}

async function added(said: AroundSaid, person = personId): Promise<{ personId: Uuid; aroundId: Uuid }> {
	const command = newId(world.now);
	expect(await addAround(worker, { command, personId: person, said })).toEqual(ok());
	return { personId: person, aroundId: command };
}

const one = async (aroundId: Uuid, person = personId) =>
	(await allAround(worker, person)).find(({ id }) => id === aroundId);

describe('somebody around a person', () => {
	test('is kept with what they may know and how to reach them, is changed, and ends with their days kept [W5]', async () => {
		const which = await added(SISTER);
		expect(await one(which.aroundId)).toMatchObject({ ...SISTER, personId, fromOn: DAY, endedOn: null });
		const changed = { ...SISTER, mayKnow: 'that-helped', livesWith: true, reach: '041 000 501' } as const;
		expect(await changeAround(worker, { ...which, said: changed })).toEqual(ok());
		expect(await one(which.aroundId)).toMatchObject(changed);
		const later = world.at(worker, { days: 2 });
		expect(await endAround(later, { ...which, on: LATER })).toEqual(ok());
		expect(await one(which.aroundId)).toMatchObject({ ...changed, fromOn: DAY, endedOn: LATER });
		expect(await changeAround(later, { ...which, said: SISTER })).toMatchObject({ problem: 'around-ended' });
		expect(await endAround(later, { ...which, on: LATER })).toMatchObject({ problem: 'around-ended' });
	});

	test('who must never be contacted may know nothing, whatever was ticked [W5]', async () => {
		const { aroundId } = await added({ ...SISTER, role: 'former-partner', neverContact: true });
		expect(await one(aroundId)).toMatchObject({ neverContact: true, mayKnow: 'nothing' });
		const told = database.superuser.query(`update person_around set may_know = 'what-agreed' where id = $1`, [
			aroundId,
		]);
		await expect(told).rejects.toThrow(/check constraint/);
	});

	test('is recorded once, however often the form is sent [W5]', async () => {
		const command = newId(world.now);
		for (let i = 0; i < 3; i += 1) expect(await addAround(worker, { command, personId, said: SISTER })).toEqual(ok());
		expect((await allAround()).filter(({ id }) => id === command)).toHaveLength(1);
	});

	test('leaves no word of theirs with the disk, and each change leaves an entry [W5]', async () => {
		const person = await somebodyKnown(world, { name: 'Miha Izmišljen' });
		const which = await added(SISTER, person);
		expect(await endAround(worker, { ...which, on: DAY })).toEqual(ok());
		const { rows } = await database.superuser.query(
			'select a::text as row, sealed from person_around a where id = $1',
			[which.aroundId],
		);
		for (const words of ['Sonja', '041 000 500', 'nedeljah']) {
			expect((rows[0].sealed as Buffer).includes(words)).toBe(false);
			expect(rows[0].row).not.toContain(words);
		}
		const journal = await readJournal(worker, { subjectId: person });
		const entries = journal.ok ? journal.value.entries.map(({ action, reason }) => `${action} ${reason}`) : [];
		expect(entries).toEqual(expect.arrayContaining(['person.around-changed added', 'person.around-changed ended']));
	});

	test('is changed only by those who may change the person [W5, A2]', async () => {
		const which = await added(SISTER);
		const elsewhere = await aWorld();
		const screened = await world.hire(['coordinator']);
		await screen(world, screened, personId);
		const strangers = [
			screened,
			await world.hire(['programme-lead']),
			await world.hire(['coordinator'], { team: null }),
			await elsewhere.hire(['coordinator']),
		];
		for (const stranger of strangers) {
			const refused = { ok: false, problem: 'not-found' };
			const command = newId(world.now);
			expect(await addAround(stranger, { command, personId, said: SISTER })).toEqual(refused);
			expect(await changeAround(stranger, { ...which, said: MOTHER })).toEqual(refused);
			expect(await endAround(stranger, { ...which, on: DAY })).toEqual(refused);
			expect(await giveConsent(stranger, { ...which, command, on: DAY })).toEqual(refused);
			expect(await withdrawConsent(stranger, { ...which, on: DAY })).toEqual(refused);
		}
		expect(await allAround(strangers.at(-1))).toEqual([]);
		expect(await one(which.aroundId)).toMatchObject({ ...SISTER, endedOn: null });
	});

	test('does not end tomorrow, nor before they came [W5]', async () => {
		const which = await added(SISTER);
		const problem = (key: string) => ({ fields: [{ field: 'endedOn', problem: key }] });
		expect(await endAround(worker, { ...which, on: LATER })).toMatchObject(problem('in-the-future'));
		const before = '2026-11-22' as CalendarDay;
		expect(await endAround(worker, { ...which, on: before })).toMatchObject(problem('too-early'));
	});

	test('of another person is not found under this one [W5]', async () => {
		const other = await somebodyKnown(world, { name: 'Miha Izmišljen' });
		const { aroundId } = await added(SISTER, other);
		expect(await changeAround(worker, { personId, aroundId, said: MOTHER })).toMatchObject({ problem: 'not-found' });
		expect(await endAround(worker, { personId, aroundId, on: DAY })).toMatchObject({ problem: 'not-found' });
		expect(await one(aroundId, other)).toMatchObject(SISTER);
	});
});

describe('the consent of a parent', () => {
	test('is given on a day, withdrawn on a day and given again; both stay recorded [W6]', async () => {
		const which = await added(MOTHER);
		const give = (by = worker) => giveConsent(by, { ...which, command: newId(by.at), on: DAY });
		expect(await give()).toEqual(ok());
		expect(consentInForce((await one(which.aroundId))!)).toEqual({ givenOn: DAY, withdrawnOn: null });
		expect(await give()).toMatchObject({ problem: 'already-stated' });
		const later = world.at(worker, { days: 2, minutes: 1 });
		expect(await withdrawConsent(later, { ...which, on: LATER })).toEqual(ok());
		expect(consentInForce((await one(which.aroundId))!)).toBeUndefined();
		expect(await withdrawConsent(later, { ...which, on: LATER })).toMatchObject({ problem: 'already-stated' });
		expect(await give(later)).toEqual(ok());
		expect((await one(which.aroundId))?.consents).toEqual([
			{ givenOn: DAY, withdrawnOn: null },
			{ givenOn: DAY, withdrawnOn: LATER },
		]);
	});

	test('is refused from somebody who does not hold parental responsibility [W6]', async () => {
		const which = await added(SISTER);
		const given = await giveConsent(worker, { ...which, command: newId(world.now), on: DAY });
		expect(given).toEqual({ ok: false, problem: 'needs-responsibility' });
	});

	test('keeps its day: not in the future, not withdrawn before it was given [W6]', async () => {
		const which = await added(MOTHER);
		const command = newId(world.now);
		const tomorrow = await giveConsent(worker, { ...which, command, on: LATER });
		expect(tomorrow).toMatchObject({ fields: [{ field: 'givenOn', problem: 'in-the-future' }] });
		expect(await giveConsent(worker, { ...which, command, on: DAY })).toEqual(ok());
		const before = await withdrawConsent(worker, { ...which, on: '2026-11-22' as CalendarDay });
		expect(before).toMatchObject({ fields: [{ field: 'withdrawnOn', problem: 'too-early' }] });
	});

	test('in force holds: whoever gave it neither loses responsibility nor leaves, until it is withdrawn [W6]', async () => {
		const which = await added(MOTHER);
		expect(await giveConsent(worker, { ...which, command: newId(world.now), on: DAY })).toEqual(ok());
		const said = { ...MOTHER, holdsResponsibility: false };
		const refused = { ok: false, problem: 'consent-in-force' };
		expect(await changeAround(worker, { ...which, said })).toEqual(refused);
		expect(await endAround(worker, { ...which, on: DAY })).toEqual(refused);
		expect(await withdrawConsent(worker, { ...which, on: DAY })).toEqual(ok());
		expect(await changeAround(worker, { ...which, said })).toEqual(ok());
		expect(await endAround(worker, { ...which, on: DAY })).toEqual(ok());
	});

	test('and losing responsibility at the same moment never both happen [W6]', async () => {
		for (let i = 0; i < 40; i += 1) {
			const which = await added(MOTHER);
			const said = { ...MOTHER, holdsResponsibility: false };
			const [given, changed] = await Promise.all([
				giveConsent(worker, { ...which, command: newId(world.now), on: DAY }),
				changeAround(worker, { ...which, said }),
			]);
			expect(given.ok).toBe(!changed.ok);
			const kept = (await one(which.aroundId))!;
			expect(consentInForce(kept) !== undefined).toBe(kept.holdsResponsibility);
		}
	});
});

test('whoever lives with a person is of the household, an office a key actor, anybody else of the network [W5]', () => {
	expect(circleOf({ livesWith: true, role: 'school' })).toBe('household');
	expect(circleOf({ livesWith: false, role: 'school' })).toBe('key-actors');
	expect(circleOf({ livesWith: false, role: 'parent' })).toBe('network');
});

test('until the year after they turn eighteen somebody may be a child; nobody is one whose year is unknown [W6]', () => {
	expect([2008, 2020, 2007, null].map((year) => mayBeChild(year, DAY))).toEqual([true, true, false, false]);
});
