import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/kernel/calendar-day.ts';
import { day } from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { aCase, anActiveCase } from '#lib/cases/cases.fixtures.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { wordsIn } from '#lib/platform/words.server.ts';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { MODES, type Mode } from '#lib/programmes/definition.ts';
import { modesOfMeetings } from '#lib/programmes/modes.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import * as v from 'valibot';
import { APPOINTMENT_MAX, APPOINTMENT_MIN } from './appointment.ts';
import { ATTENDANCES, checkMeeting, MINUTES_MAX } from './meeting.ts';
import { aLimitedCase, aMeeting, twelve } from './meetings.fixtures.ts';
import { readCasePage, readMeeting } from './read-case-page.server.ts';
import { recordMeeting, voidMeeting } from './record-meeting.server.ts';
import { timelineOf } from './timeline.ts';

const database = testDatabase();
const MINUTE_MS = 60_000;

const fieldRefusal = (field: string, problem: string) => ({
	ok: false,
	problem: 'fields',
	fields: [expect.objectContaining({ field, problem })],
});

describe('when a meeting was', () => {
	test('a meeting to come, or one that would still go on, is refused; five minutes are given to the clock', async () => {
		const { worker, caseId } = await aLimitedCase();
		const startingIn = (minutes: number, lasting: number) =>
			recordMeeting(
				worker,
				aMeeting(worker, caseId, {
					startedAt: new Date(worker.at.getTime() + minutes * MINUTE_MS),
					minutes: lasting,
				}),
			);
		expect(await startingIn(6, 1)).toEqual(fieldRefusal('startedOn', 'in-the-future'));
		expect(await startingIn(-30, 60)).toEqual(fieldRefusal('minutes', 'in-the-future'));
		good(await startingIn(-55, 60));
	});

	test('the database refuses a meeting to come, whoever writes it', async () => {
		const { caseId } = await aLimitedCase();
		const direct = database.superuser.query(
			`insert into meeting (organisation_id, id, case_id, kind, mode, started_at, occurred_on, minutes, attendance, counts, meeting_limit, recorded_by, recorded_at)
			select organisation_id, gen_random_uuid(), id, 'contact', 'phone', '2026-11-24', '2026-11-24', 5, 'came', false, 12, opened_by, '2026-11-23' from case_ where id = $1`,
			[caseId],
		);
		await expect(direct).rejects.toThrow('meeting_not_in_the_future');
	});

	test('a meeting lasts: nothing and less than nothing are refused when somebody came', async () => {
		const { worker, caseId } = await aLimitedCase();
		for (const minutes of [0, -30])
			expect(await recordMeeting(worker, aMeeting(worker, caseId, { minutes }))).toEqual(
				fieldRefusal('minutes', 'minutes-unreal'),
			);
		good(await recordMeeting(worker, aMeeting(worker, caseId, { minutes: 0, attendance: 'did-not-come' })));
	});

	test('the 31st of February is no day, in a form and anywhere else', () => {
		for (const typed of ['2027-02-31', '2027-02-29', '2027-13-01', '2027-00-10', '31. 2. 2027', '']) {
			expect(parseDay(typed), typed).toBeUndefined();
			expect(v.safeParse(day(), typed).success, typed).toBe(false);
		}
		expect(v.safeParse(day(), '2028-02-29').success).toBe(true);
	});

	test('the day of a meeting is the day where the organisation is', async () => {
		const { world, worker, caseId } = await aLimitedCase();
		const later = world.at(worker, { days: 1 });
		// A quarter to midnight in London is past midnight in Ljubljana.
		const meeting = aMeeting(later, caseId, { startedAt: new Date('2026-11-23T23:45:00Z'), minutes: 30 });
		good(await recordMeeting(later, meeting));
		const { rows } = await database.superuser.query('select occurred_on::text from meeting where id = $1', [
			meeting.command,
		]);
		expect(rows).toEqual([{ occurred_on: '2026-11-24' }]);
	});
});

describe('what a meeting was', () => {
	test('a place, a form, a service or a way that the programme does not have is refused', () => {
		const now = new Date('2026-11-23T09:00:00Z');
		const facts = aMeeting({ by: {} as never, at: now }, '' as never);
		const wrong = [
			[{ mode: 'field' as never }, 'mode'],
			[{ site: 'unheard-of' }, 'site'],
			[{ mode: 'online' as const, onlineReason: 'unheard-of' }, 'onlineReason'],
			[{ form: 'unheard-of' }, 'form'],
			[{ service: 'unheard-of' }, 'service'],
		] as const;
		for (const [changes, field] of wrong)
			expect(checkMeeting(twelve, { ...facts, ...changes }, now)).toEqual(fieldRefusal(field, 'choose-one'));
		expect(checkMeeting(twelve, facts, now).ok).toBe(true);
	});

	test('a form of help is given in the modes it states, and in those of the programme where it states none', () => {
		const now = new Date('2026-11-23T09:00:00Z');
		const form = (key: string, modes: Mode[]) => ({ ...twelve.formsOfHelp[0]!, key, modes });
		const definition = smallDefinition({
			modes: ['phone', 'office'],
			onlineReasons: [],
			formsOfHelp: [form('visit', ['home']), form('talk', ['office']), form('any', [])],
		});
		const facts = aMeeting({ by: {} as never, at: now }, '' as never);
		const taken = (of: string | undefined) =>
			MODES.filter((mode) => checkMeeting(definition, { ...facts, form: of, mode }, now).ok);
		expect(['visit', 'talk', 'any', undefined].map(taken)).toEqual([
			['home'],
			['office'],
			['phone', 'office'],
			['phone', 'office', 'home'],
		]);
		const byPhone = checkMeeting(definition, { ...facts, form: 'visit', mode: 'phone' }, now);
		expect(byPhone).toEqual(fieldRefusal('mode', 'mode-not-of-form'));
		const online = checkMeeting(definition, { ...facts, form: 'visit', mode: 'online' }, now);
		expect(online).toEqual(fieldRefusal('mode', 'choose-one'));
		expect(modesOfMeetings(definition)).toEqual(['phone', 'office', 'home']);
		expect(checkMeeting(definition, { ...facts, kind: 'talk', mode: 'home' }, now).ok).toBe(false);
	});

	test('the reason for online is kept with an online meeting, and with no other [B4]', async () => {
		const { worker, caseId } = await aLimitedCase();
		for (const mode of ['online', 'home', 'office'] as const)
			good(await recordMeeting(worker, aMeeting(worker, caseId, { mode, onlineReason: 'stigma' })));
		const { meetings } = good(await readCasePage(worker, { caseId }));
		expect(meetings.map((one) => [one.mode, one.onlineReason]).toSorted()).toEqual([
			['home', null],
			['office', null],
			['online', 'stigma'],
		]);
	});

	test('only somebody who came attended: others have no minutes and no number [W4]', async () => {
		const { worker, caseId } = await aLimitedCase();
		for (const attendance of ATTENDANCES) good(await recordMeeting(worker, aMeeting(worker, caseId, { attendance })));
		const { meetings, counted } = good(await readCasePage(worker, { caseId }));
		expect(meetings.map((one) => [one.attendance, one.minutes, one.ordinal]).toSorted()).toEqual([
			['came', 60, 1],
			['cancelled', 0, null],
			['did-not-come', 0, null],
			['moved', 0, null],
		]);
		expect(counted).toBe(1);
	});

	test('a programme without a limit goes on counting', async () => {
		const world = await aWorld();
		const worker = await world.hire(['professional']);
		const { caseId } = await anActiveCase(world, worker);
		for (let i = 1; i <= 14; i += 1) good(await recordMeeting(worker, aMeeting(worker, caseId)));
		expect(good(await readCasePage(worker, { caseId })).counted).toBe(14);
	});
});

describe('who may', () => {
	test('another organisation and another team neither record, nor read, nor void [A2]', async () => {
		const { world, worker, caseId } = await aLimitedCase();
		const { meetingId } = good(await recordMeeting(worker, aMeeting(worker, caseId)));
		const foreigner = await (await aWorld()).hire(['coordinator', 'programme-lead']);
		const elsewhere = await world.hire(['coordinator'], { team: await world.anotherTeam() });
		for (const outsider of [foreigner, elsewhere]) {
			for (const result of [
				await recordMeeting(outsider, aMeeting(outsider, caseId)),
				await readMeeting(outsider, { caseId, meetingId }),
				await readCasePage(outsider, { caseId }),
				await voidMeeting(outsider, { caseId, meetingId }),
			])
				expect(result).toEqual({ ok: false, problem: 'not-found' });
		}
		expect(good(await readMeeting(worker, { caseId, meetingId })).meeting.texts).toEqual({
			notes: { done: 'Pogovor' },
		});
	});

	test('a meeting of another case is not read or voided through this one', async () => {
		const { world, worker, caseId } = await aLimitedCase();
		const other = await aCase(world, worker, { definition: twelve });
		const { meetingId } = good(await recordMeeting(worker, aMeeting(worker, other.caseId)));
		expect(await readMeeting(worker, { caseId, meetingId })).toMatchObject({ problem: 'not-found' });
		expect(await voidMeeting(worker, { caseId, meetingId })).toMatchObject({ problem: 'not-found' });
	});
});

test('the timeline tells what happened when, newest first, and on one day what was decided above what led to it', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId } = await anActiveCase(world, worker);
	const hours = (ago: number) => new Date(worker.at.getTime() - ago * 60 * MINUTE_MS);
	good(await recordMeeting(worker, aMeeting(worker, caseId, { startedAt: hours(2), done: 'danes' })));
	good(await recordMeeting(worker, aMeeting(worker, caseId, { startedAt: hours(48), done: 'predvčeraj' })));
	const page = good(await readCasePage(worker, { caseId }));
	const told = timelineOf(page, page.meetings).map((one) => `${one.at} ${one.kind === 'event' ? one.event : one.kind}`);
	expect(told).toEqual([
		'2026-11-23 activated',
		'2026-11-23 meeting',
		'2026-11-23 fact',
		'2026-11-23 fact',
		'2026-11-23 fact',
		'2026-11-23 opened',
		'2026-11-21 meeting',
	]);
});

test('whoever types a length that cannot be is told from where to where it goes, in every language', () => {
	for (const language of LANGUAGES) {
		const { t } = wordsIn(language);
		expect(t('problem.minutes-unreal').match(/\d+/g)).toEqual(['1', String(MINUTES_MAX)]);
		expect(t('problem.appointment-minutes-unreal').match(/\d+/g)).toEqual([
			String(APPOINTMENT_MIN),
			String(APPOINTMENT_MAX),
		]);
	}
});
