import { expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { stateCondition } from '#lib/cases/state-condition.server.ts';
import { readJournal } from '#lib/journal/read-journal.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { aCommand, aRequest, good, openedCase, today } from './intake.fixtures.ts';
import { enterCode, readOwnRequest, withdrawOwnRequest } from './own-request.server.ts';
import { receiveRequest } from './receive-request.server.ts';

testDatabase();

test('one thread, whole: request, talk, three dated facts, active, plan, meeting, closure, and who saw it', async () => {
	const world = await aWorld();
	const worker = await world.hire(['professional']);
	const { caseId, personId } = await openedCase(world, worker);
	const day = today(world);

	expect(await activateCase(worker, { caseId, from: day })).toMatchObject({ ok: false, problem: 'conditions-unmet' });
	for (const condition of ['expressed-wish', 'plan-cooperation', 'oral-commitment']) {
		good(
			await stateCondition(worker, {
				command: aCommand(),
				caseId,
				condition,
				partyId: personId,
				statedOn: day,
				form: 'oral',
				until: '2027-05-31' as CalendarDay,
			}),
		);
	}
	good(await activateCase(worker, { caseId, from: day }));
	const plan = {
		resources: 'sestra',
		needs: 'spanje',
		goals: [
			{ id: null, text: 'Spet spati', steps: [{ id: null, text: 'Sprehod', who: 'person' as const, byOn: null }] },
		],
	};
	good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: day, plan }));
	const page = good(await readCasePage(worker, { caseId }));
	expect(page.facts.activeFrom).toBe(day);
	expect(page.plan?.goals[0]?.text).toBe('Spet spati');
	const goal = page.plan!.goals[0]!.id;
	const startedAt = new Date(worker.at.getTime() - 60 * 60_000);
	good(
		await recordMeeting(worker, {
			command: aCommand(),
			caseId,
			kind: 'meeting',
			startedAt,
			minutes: 50,
			mode: 'office',
			site: 'celje',
			onlineReason: undefined,
			form: 'counselling',
			service: 'informing',
			attendance: 'came',
			done: 'Pogovor o spanju',
			goals: [goal],
		}),
	);
	good(
		await closeCase(worker, {
			command: aCommand(),
			caseId,
			closedOn: day,
			reason: 'goals-achieved',
			goals: { [goal]: 'achieved' },
			outcomes: ['rhythm-regained'],
			note: '',
		}),
	);
	const after = good(await readCasePage(worker, { caseId }));
	expect(after.meetings[0]?.texts.notes?.done).toBe('Pogovor o spanju');
	expect(after.facts.closedOn).toBe(day);
	expect(after.counted).toBe(1);
	const journal = good(await readJournal(worker, { subjectId: caseId }));
	expect(journal.entries.map((entry) => entry.action)).toContain('meeting.recorded');
	expect(journal.entries.filter((entry) => entry.action === 'case.read').length).toBe(2);
});

test('the same form sent twice makes one request and shows one code', async () => {
	const world = await aWorld();
	const request = aRequest();
	const first = good(await receiveRequest(world.visitor(), request));
	const second = good(await receiveRequest(world.visitor(), request));
	expect(second.code).toBe(first.code);
	const holder = good(await enterCode('test', first.code.toLowerCase(), world.now));
	const act = { by: holder, at: world.now };
	expect(good(await readOwnRequest(act)).text?.words).toBe('Od poletja ne spim.');
	good(await withdrawOwnRequest(act, { command: aCommand() }));
	expect(good(await readOwnRequest(act)).facts.outcome).toBe('withdrawn');
});
