import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { aCommand, good, problemOf } from '#lib/intake/intake.fixtures.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { CONSENT_TEXTS, inForce } from './consent.ts';
import { consentsOf, recordConsent, takeConsentBack, type GivenConsent } from './consents.server.ts';
import { merge, unmerge } from './merging.fixtures.ts';
import { somebodyKnown } from './people.fixtures.ts';

const database = testDatabase();
const DAY = '2026-11-23' as CalendarDay;
const day = (text: string) => text as CalendarDay;

let world: World;
let worker: Act<Worker>;
let personId: Uuid;
beforeAll(async () => {
	world = await aWorld();
	worker = await world.hire(['coordinator']);
});

const somebody = async () => (personId = await somebodyKnown(world, { name: 'Zala Vzorčnik' }));
const aConsent = (changes: Partial<GivenConsent> = {}): GivenConsent => ({
	command: aCommand(),
	personId,
	purpose: 'reminders',
	on: DAY,
	form: 'oral',
	expiresOn: null,
	...changes,
});
const all = async (person = personId) => good(await lookUp(worker, async (tx) => ok(await consentsOf(tx, person))));
const holds = async (on = DAY, person = personId) => inForce(await all(person), 'reminders', on) !== undefined;

describe('a consent', () => {
	test('is kept with the day, how, by whom and the text that was shown, also when the text changes later', async () => {
		await somebody();
		good(await recordConsent(worker, aConsent({ form: 'written', on: day('2026-11-20') })));
		const [given] = await all();
		const said = { givenOn: '2026-11-20', form: 'written', recordedBy: worker.by.workerId, version: 1 };
		expect(given).toMatchObject({ ...said, shown: CONSENT_TEXTS.reminders, withdrawn: null });
		await database.superuser.query(
			`insert into consent_text values ($1, 'reminders', 2, '{"title": {"sl": "Drugo"}, "text": {"sl": "Drugo"}}', now())`,
			[world.organisationId],
		);
		expect((await all())[0]).toMatchObject({ version: 1, shown: CONSENT_TEXTS.reminders });
		const other = await somebodyKnown(world, { name: 'Miha Izmišljen' });
		good(await recordConsent(worker, aConsent({ personId: other })));
		expect((await all(other))[0]).toMatchObject({ version: 3, shown: CONSENT_TEXTS.reminders });
	});

	test('is given once at a time, also by two workers at once, and taken back with one press; both stay on record', async () => {
		await somebody();
		for (let i = 0; i < 20; i += 1) {
			const results = await Promise.all([recordConsent(worker, aConsent()), recordConsent(worker, aConsent())]);
			expect(results.map(problemOf).toSorted()).toEqual(['already-stated', undefined]);
			const given = inForce(await all(), 'reminders', DAY)!;
			good(await takeConsentBack(worker, { personId, consentId: given.id }));
			expect(await holds()).toBe(false);
			expect(problemOf(await takeConsentBack(worker, { personId, consentId: given.id }))).toBe('already-stated');
		}
		expect(await all()).toHaveLength(20);
	});

	test('ends with its last day, and is not of a day to come', async () => {
		await somebody();
		good(await recordConsent(worker, aConsent({ expiresOn: day('2026-12-01') })));
		expect([await holds(day('2026-12-01')), await holds(day('2026-12-02'))]).toEqual([true, false]);
		expect(await recordConsent(worker, aConsent({ on: day('2026-11-24') }))).toMatchObject({
			fields: [{ field: 'givenOn', problem: 'in-the-future' }],
		});
		expect(await recordConsent(worker, aConsent({ expiresOn: day('2026-11-22') }))).toMatchObject({
			fields: [{ field: 'expiresOn', problem: 'too-early' }],
		});
	});

	test('that was taken back in one record is in force in none of the person, until they are apart', async () => {
		const a = await somebody();
		const b = await somebodyKnown(world, { name: 'Zala Vzorčnk' });
		good(await recordConsent(worker, aConsent({ personId: a })));
		const later = world.at(worker, { minutes: 5 });
		const ofB = aConsent({ personId: b });
		good(await recordConsent(later, ofB));
		good(await takeConsentBack(later, { personId: b, consentId: ofB.command }));
		good(await merge(later, [a, b]));
		expect(await all(a)).toHaveLength(2);
		expect(await holds(DAY, a)).toBe(false);
		good(await unmerge(later, [a, b]));
		expect([await holds(DAY, a), await holds(DAY, b)]).toEqual([true, false]);
	});

	test('is recorded only by those who may change the person, and leaves an entry each time [A2]', async () => {
		await somebody();
		const given = aConsent();
		good(await recordConsent(worker, given));
		const elsewhere = await (await aWorld()).hire(['coordinator']);
		const others = [elsewhere, await world.hire(['programme-lead']), await world.hire(['data-protection-officer'])];
		for (const by of others) {
			expect(problemOf(await recordConsent(by, aConsent({ purpose: 'photographs' })))).toBe('not-found');
			expect(problemOf(await takeConsentBack(by, { personId, consentId: given.command }))).toBe('not-found');
		}
		good(await takeConsentBack(worker, { personId, consentId: given.command }));
		const { entries } = good(await readJournal(worker, { subjectId: personId }));
		const said = entries.map((entry) => `${entry.action} ${entry.reason}`);
		expect(said).toEqual(expect.arrayContaining(['person.consent-changed given', 'person.consent-changed withdrawn']));
	});

	test('stays as it was given, whoever writes', async () => {
		await somebody();
		const given = aConsent();
		good(await recordConsent(worker, given));
		const set = (what: string) => database.superuser.query(`update consent set ${what} where id = $1`, [given.command]);
		await expect(set(`given_on = '2026-01-01'`)).rejects.toThrow('kept as it was given');
		await expect(set(`purpose = 'photographs'`)).rejects.toThrow(/kept as it was given/);
		good(await takeConsentBack(worker, { personId, consentId: given.command }));
		await expect(
			set('withdrawn_on = null, withdrawal_recorded_by = null, withdrawal_recorded_at = null'),
		).rejects.toThrow('kept as it was given');
	});
});
