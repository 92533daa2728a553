import { CompiledQuery } from 'kysely';
import { expect, test, vi } from 'vitest';
import { addDays } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { aClosing, aPlan, DAY } from '#lib/cases/cases.fixtures.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { reopenCase } from '#lib/cases/reopen-case.server.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { nextOrdinal } from './meeting.ts';
import { aLimitedCase, aMeeting } from './meetings.fixtures.ts';
import { readCasePage } from './read-case-page.server.ts';
import { recordMeeting, voidMeeting } from './record-meeting.server.ts';

const WRITERS = atSize(200, 10_000);
const AT_ONCE = 50;
const RACES = atSize(40, 1_000);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const database = testDatabase();

/** Runs many things, so many at once: no more than the connections can serve before somebody waits too long. */
async function inBatches<Value>(count: number, work: (i: number) => Promise<Value>): Promise<readonly Value[]> {
	const done: Value[] = [];
	for (let i = 0; i < count; i += AT_ONCE)
		done.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - i) }, (_, j) => work(i + j)))));
	return done;
}

/** The numbers of the meetings that count; the case itself says as many. */
async function ordinals(caseId: Uuid): Promise<readonly number[]> {
	const { rows } = await database.superuser.query(
		'select ordinal from meeting where case_id = $1 and ordinal is not null order by ordinal',
		[caseId],
	);
	const { rows: said } = await database.superuser.query('select counted from case_ where id = $1', [caseId]);
	expect(said).toEqual([{ counted: rows.length }]);
	return rows.map((row) => row.ordinal as number);
}

const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1);

test(`of ${WRITERS} who record a meeting of one case at once twelve are kept, and each other is told [C4]`, async () => {
	const { worker, colleague, caseId } = await aLimitedCase();
	const results = await inBatches(WRITERS, (i) => {
		const who = i % 2 === 0 ? worker : colleague;
		return recordMeeting(who, aMeeting(who, caseId));
	});
	expect(results.filter((one) => one.ok)).toHaveLength(12);
	const told = results.filter((one) => !one.ok);
	expect(told.every((one) => one.problem === 'meeting-limit-reached' && one.details?.limit === 12)).toBe(true);
	expect(await ordinals(caseId)).toEqual(TWELVE);
	expect(good(await readCasePage(worker, { caseId })).counted).toBe(12);
});

test('contacts and who did not come are recorded beside the twelve, however many and whenever, and never count [C4, W4]', async () => {
	const { worker, caseId } = await aLimitedCase();
	const results = await inBatches(60, (i) => {
		if (i % 3 === 0)
			return recordMeeting(worker, aMeeting(worker, caseId, { kind: 'contact', mode: 'phone', minutes: 5 }));
		if (i % 3 === 1) return recordMeeting(worker, aMeeting(worker, caseId, { attendance: 'did-not-come' }));
		return recordMeeting(worker, aMeeting(worker, caseId));
	});
	expect(results.filter((one, i) => i % 3 !== 2 && !one.ok)).toEqual([]);
	const page = good(await readCasePage(worker, { caseId }));
	expect(page.counted).toBe(12);
	expect(page.meetings).toHaveLength(20 + 20 + 12);
	const uncounted = page.meetings.filter((one) => one.kind === 'contact' || one.attendance !== 'came');
	expect(uncounted.map((one) => one.ordinal)).toEqual(Array.from({ length: 40 }, () => null));
});

test('a voided meeting gives its number back once, also when two void it and many want it [C4]', async () => {
	const { worker, colleague, caseId } = await aLimitedCase();
	const kept = await inBatches(12, () => recordMeeting(worker, aMeeting(worker, caseId)));
	const { meetingId } = good(kept[4]!);
	const voided = await Promise.all([worker, colleague].map((who) => voidMeeting(who, { caseId, meetingId })));
	expect(voided.map((one) => (one.ok ? 'ok' : one.problem)).toSorted()).toEqual(['already-decided', 'ok']);
	expect(await ordinals(caseId)).toHaveLength(11);
	const results = await inBatches(30, () => recordMeeting(worker, aMeeting(worker, caseId)));
	expect(results.filter((one) => one.ok)).toHaveLength(1);
	expect(await ordinals(caseId)).toEqual(TWELVE);
	const page = good(await readCasePage(worker, { caseId }));
	expect(page.meetings).toHaveLength(13);
	expect(page.meetings.find((one) => one.id === meetingId)?.voidedAt).toEqual(worker.at);
});

test('one form sent many times at once is one meeting [C4]', async () => {
	const { worker, caseId } = await aLimitedCase();
	const meeting = aMeeting(worker, caseId);
	const results = await inBatches(AT_ONCE, () => recordMeeting(worker, meeting));
	expect(results).toEqual(Array.from({ length: AT_ONCE }, () => ({ ok: true, value: { meetingId: meeting.command } })));
	expect(await ordinals(caseId)).toEqual([1]);
});

const A_ROW = `insert into meeting (organisation_id, id, case_id, kind, mode, started_at, occurred_on, minutes, attendance, counts, ordinal, meeting_limit, recorded_by, recorded_at)
	select organisation_id, gen_random_uuid(), id, 'meeting', 'office', '2026-11-22', '2026-11-22', 60, 'came', true, $2, $3, opened_by, '2026-11-23' from case_ where id = $1`;

test('a thirteenth row is refused by the database, whatever it claims, and so is a lower limit [C4]', async () => {
	const { worker, caseId } = await aLimitedCase();
	await inBatches(12, () => recordMeeting(worker, aMeeting(worker, caseId)));
	const { superuser } = database;
	const attacks: readonly [ordinal: number | null, limit: number | null, constraint: string][] = [
		[13, 12, 'meeting_within_the_limit'],
		[12, 12, 'meeting_ordinal_once'],
		[13, 13, 'foreign key constraint'],
		[null, 12, 'counting_meeting_has_a_number'],
		[0, 12, 'meeting_within_the_limit'],
	];
	for (const [ordinal, limit, constraint] of attacks)
		await expect(superuser.query(A_ROW, [caseId, ordinal, limit]), constraint).rejects.toThrow(constraint);
	await expect(superuser.query('update case_ set meeting_limit = 11 where id = $1', [caseId])).rejects.toThrow(
		'meeting_within_the_limit',
	);
	const { rows } = await superuser.query('select id from meeting where case_id = $1 and ordinal = 12', [caseId]);
	await superuser.query(
		`update meeting set voided_at = recorded_at, voided_by = recorded_by, ordinal = null where id = $1`,
		[rows[0].id],
	);
	await superuser.query(A_ROW, [caseId, 12, 12]);
	expect(await ordinals(caseId)).toEqual(TWELVE);
});

test('rows that the application’s role writes past every rule, at the same moment, are twelve too [C4]', async () => {
	const { worker, caseId } = await aLimitedCase();
	await inBatches(11, () => recordMeeting(worker, aMeeting(worker, caseId)));
	const row = CompiledQuery.raw(A_ROW, [caseId, 12, 12]);
	const written = await Promise.allSettled(
		Array.from({ length: 10 }, () => lookUp(worker, async (tx) => ok(await tx.db.executeQuery(row)))),
	);
	expect(written.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
	expect(await ordinals(caseId)).toEqual(TWELVE);
});

test('closing a case and recording a meeting in it at once: whoever comes second is told, and no meeting follows the closure', async () => {
	const { worker, colleague, caseId } = await aLimitedCase();
	const seen = new Set<string>();
	for (let i = 0; i < RACES; i += 1) {
		const contact = aMeeting(worker, caseId, { kind: 'contact', mode: 'phone' });
		const [recorded, closed] = await Promise.all([
			recordMeeting(worker, contact),
			closeCase(colleague, aClosing(caseId)),
		]);
		expect(closed.ok).toBe(true);
		const outcome = recorded.ok ? 'recorded first' : recorded.problem;
		seen.add(outcome);
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.meetings.some((one) => one.id === contact.command)).toBe(recorded.ok);
		expect(await recordMeeting(worker, aMeeting(worker, caseId, { kind: 'contact' }))).toMatchObject({
			problem: 'case-closed',
		});
		good(
			await reopenCase(colleague, { command: aCommand(), caseId, reason: 'closed-by-mistake', note: '', instead: {} }),
		);
	}
	expect([...seen].filter((one) => one !== 'recorded first' && one !== 'case-closed')).toEqual([]);
});

test('the database refuses a meeting in a closed case, whoever writes it', async () => {
	const { worker, caseId } = await aLimitedCase();
	good(await closeCase(worker, aClosing(caseId)));
	await expect(database.superuser.query(A_ROW, [caseId, 1, 12])).rejects.toThrow('the case is closed');
});

test('a goal worked on is kept with the meeting only when it is of the plan', async () => {
	const { worker, caseId } = await aLimitedCase();
	const change = { command: aCommand(), caseId, basedOn: 0, madeOn: addDays(DAY, -1), plan: aPlan('Spet spati') };
	good(await changePlan(worker, change));
	const goal = good(await readCasePage(worker, { caseId })).plan!.goals[0]!.id;
	good(await recordMeeting(worker, aMeeting(worker, caseId, { goals: [goal, aCommand()] })));
	expect(good(await readCasePage(worker, { caseId })).meetings[0]!.goals).toEqual([goal]);
});

test('the next number is the lowest that is free, whichever were voided, and there is none beyond the limit [C4]', async () => {
	const { worker, caseId } = await aLimitedCase();
	const ordinals = async () => {
		const { meetings } = good(await readCasePage(worker, { caseId }));
		return meetings.flatMap((one) => one.ordinal ?? []).toSorted((a, b) => a - b);
	};
	const made: Uuid[] = [];
	for (let n = 0; n < 5; n += 1) made.push(good(await recordMeeting(worker, aMeeting(worker, caseId))).meetingId);
	for (const meetingId of [made[1]!, made[3]!, made[4]!]) good(await voidMeeting(worker, { caseId, meetingId }));
	expect(await ordinals()).toEqual([1, 3]);
	for (const after of [
		[1, 2, 3],
		[1, 2, 3, 4],
		[1, 2, 3, 4, 5],
	]) {
		good(await recordMeeting(worker, aMeeting(worker, caseId)));
		expect(await ordinals()).toEqual(after);
	}
	expect([nextOrdinal(12, 12), nextOrdinal(13, 12).ok]).toEqual([{ ok: true, value: 12 }, false]);
});
