import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, CodeHolder, Worker } from '#lib/kernel/actor.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { pool } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { smallDefinition } from './definition.fixtures.ts';
import { inForce, spanOf, standingPeriod, toCome, type RetentionPeriod } from './retention.ts';
import { listRetention, periodsFor, setRetention } from './retention-periods.server.ts';
import { aWorld, type World } from './world.fixtures.ts';

const database = testDatabase();
let world: World;
let ada: Act<Worker>;
beforeAll(async () => {
	world = await aWorld();
	ada = await world.hire(['administrator'], { name: 'Ada Vzorčna' });
});

const day = (text: string) => text as CalendarDay;
const TODAY = day('2026-11-23');
const RETENTION = { requestMonths: 18, caseMonths: 60, ground: { sl: 'Izmišljeni pravilnik' } };
let made = 0;
const decided = (more: Partial<RetentionPeriod> = {}): RetentionPeriod => ({
	id: newId(new Date(`2026-01-01T00:00:${String((made += 1)).padStart(2, '0')}Z`)),
	kind: 'case',
	months: 36,
	ground: { sl: 'Pogodba' },
	confirmed: true,
	validFrom: day('2026-01-01'),
	setBy: 'w' as Uuid,
	setAt: new Date('2026-01-01T10:00:00Z'),
	...more,
});
const wish = (more: Partial<Parameters<typeof setRetention>[1]> = {}) => ({
	command: newId(world.now),
	kind: 'case' as const,
	months: 36,
	ground: { sl: 'Pogodba s financerjem' },
	confirmed: false,
	validFrom: TODAY,
	...more,
});
const holder = (): Act<CodeHolder> => ({
	by: { kind: 'code-holder', organisationId: world.organisationId, subjectId: newId(world.now) },
	at: world.now,
});
const kindOf = async (by: Act<Worker>, kind: string) => {
	const listed = await listRetention(by);
	if (!listed.ok) throw new Error(listed.problem);
	return listed.value.find((one) => one.kind === kind)!;
};

describe('which period stands', () => {
	test('is the latest decision that has begun; of two for one day the one made later', () => {
		const old = decided();
		const later = decided({ months: 24, validFrom: day('2026-06-01') });
		const mended = decided({ months: 30, validFrom: day('2026-06-01'), setAt: new Date('2026-05-02T10:00:00Z') });
		const planned = decided({ months: 12, validFrom: day('2027-01-01') });
		const other = decided({ kind: 'request', validFrom: day('2026-11-01') });
		const all = [later, planned, old, mended, other];
		expect(inForce(all, 'case', day('2025-12-31'))).toBeUndefined();
		expect(inForce(all, 'case', day('2026-05-31'))).toBe(old);
		expect(inForce(all, 'case', TODAY)).toBe(mended);
		expect(toCome(all, 'case', TODAY)).toEqual([planned]);
		expect(toCome(all, 'case', day('2026-01-01'))).toEqual([planned, mended]);
	});

	test('is the organisation’s before the programme’s; a proposal only for the journal, and said to be one', () => {
		const definition = smallDefinition({ retention: RETENTION });
		const given = { periods: [decided()], definition, day: TODAY };
		expect(standingPeriod('case', given)).toMatchObject({ source: 'organisation', months: 36, confirmed: true });
		expect(standingPeriod('request', given)).toMatchObject({
			source: 'programme',
			months: 18,
			ground: RETENTION.ground,
			confirmed: false,
		});
		expect(standingPeriod('journal', given)).toMatchObject({ source: 'proposed', months: 24, confirmed: false });
		expect(standingPeriod('waiting', given)).toBeUndefined();
		expect(standingPeriod('request', { periods: [], definition: smallDefinition(), day: TODAY })).toBeUndefined();
	});

	test('is said in years where it is whole years', () => {
		expect([18, 60].map(spanOf)).toEqual([
			{ unit: 'months', count: 18 },
			{ unit: 'years', count: 5 },
		]);
	});
});

describe('an administrator', () => {
	test('sets a period with its ground from a day on; what was decided before stays, with who and when', async () => {
		expect(await setRetention(ada, wish())).toMatchObject({ ok: true });
		const changed = world.at(ada, { minutes: 5 });
		expect(await setRetention(changed, wish({ months: 60, confirmed: true }))).toMatchObject({ ok: true });
		expect(await setRetention(changed, wish({ months: 24, validFrom: day('2027-01-01') }))).toMatchObject({ ok: true });
		const kept = await kindOf(changed, 'case');
		expect(kept.now).toMatchObject({ months: 60, confirmed: true });
		expect(kept.toCome.map((one) => one.months)).toEqual([24]);
		expect(kept.decided.map((one) => [one.months, one.by])).toEqual([
			[24, 'Ada Vzorčna'],
			[60, 'Ada Vzorčna'],
			[36, 'Ada Vzorčna'],
		]);
		const { rows } = await database.superuser.query(
			`select reason, actor_id from journal where action = 'retention.changed' and organisation_id = $1`,
			[world.organisationId],
		);
		expect(rows).toEqual(Array(3).fill({ reason: 'case', actor_id: ada.by.workerId }));
	});

	test('decides nothing for the past, nothing without a ground, and a form sent twice is one decision', async () => {
		const before = (await kindOf(ada, 'waiting')).decided.length;
		const waiting = (more: Parameters<typeof wish>[0]) => setRetention(ada, wish({ kind: 'waiting', ...more }));
		expect(await waiting({ validFrom: day('2026-11-22') })).toMatchObject({
			fields: [{ field: 'validFrom', problem: 'too-early' }],
		});
		expect(await waiting({ ground: {} })).toMatchObject({ fields: [{ field: 'ground-sl' }] });
		const twice = wish({ kind: 'waiting' });
		await Promise.all([setRetention(ada, twice), setRetention(ada, twice)]);
		expect((await kindOf(ada, 'waiting')).decided).toHaveLength(before + 1);
	});

	test('is alone with it: the person in charge of data protection reads, nobody else does either', async () => {
		for (const role of ROLES) {
			const somebody = await world.hire([role]);
			const reads = role === 'administrator' || role === 'data-protection-officer';
			expect((await listRetention(somebody)).ok, role).toBe(reads);
			expect((await setRetention(somebody, wish({ kind: 'message' }))).ok, role).toBe(role === 'administrator');
		}
	});
});

describe('somebody with a code', () => {
	test('is told the organisation’s period, and of other organisations nothing', async () => {
		const definition = smallDefinition({ retention: RETENTION });
		await setRetention(ada, wish({ kind: 'request', months: 12 }));
		const told = await periodsFor(holder(), definition);
		expect(told.request).toMatchObject({ source: 'organisation', months: 12, ground: { sl: 'Pogodba s financerjem' } });
		expect(told.journal).toMatchObject({ source: 'proposed' });
		const elsewhere = await aWorld();
		const there = await periodsFor(
			{ ...holder(), by: { ...holder().by, organisationId: elsewhere.organisationId } },
			definition,
		);
		expect(there.request).toMatchObject({ source: 'programme', months: 18 });
	});
});

describe('the database', () => {
	test('refuses a decision for the past, one without a ground, and any change of one that was made', async () => {
		const insert = (values: string) =>
			database.owner.query(
				`insert into retention_period select $1, gen_random_uuid(), 'case', 12, ${values}, $2, '2026-11-23T12:00:00Z'`,
				[world.organisationId, ada.by.workerId],
			);
		await database.owner.query('alter table retention_period no force row level security');
		await expect(insert(`'{"sl":"x"}', true, '2026-11-20'`)).rejects.toThrow(/retention_not_backwards/);
		await expect(insert(`'{}', true, '2026-11-23'`)).rejects.toThrow(/ground_check/);
		await expect(insert(`'{"sl":"x"}', true, '2026-11-23'`)).resolves.toBeTruthy();
		await database.owner.query('alter table retention_period force row level security');
		for (const change of ['update retention_period set months = 1', 'delete from retention_period'])
			await expect(pool('app').query(change)).rejects.toThrow(/permission denied/);
	});
});
