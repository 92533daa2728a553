// Programmes as their definitions ship: what each of them promises, asked of the use cases.
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCase, fileOf } from '#lib/cases/cases.fixtures.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { stepUp } from '#lib/cases/way.server.ts';
import { bookAppointment } from '#lib/meetings/book-appointment.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { pomocDruziniZaDom } from '../../../programmes/pomoc-druzini-za-dom.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { concludeRequest } from './decide-request.server.ts';
import { aCommand, aRequest, aTalk, good, problemOf, takenRequest, today } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest, type CaseOpening } from './open-case-from-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import { receiveRequest } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';

const database = testDatabase();

async function aProgramme(definition: Definition) {
	const world = await aWorld([definition]);
	const worker = await world.hire(['professional']);
	const asked = async (changes: Parameters<typeof aRequest>[0] = {}) => {
		const requestId = await takenRequest(world, worker, { programme: definition.key, reasons: [], ...changes });
		const { personId } = good(await linkPerson(worker, { requestId, personId: undefined }));
		return { requestId, personId };
	};
	const opening = (requestId: Uuid, changes: Partial<CaseOpening> = {}) =>
		openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person', ...changes });
	return { world, worker, asked, opening };
}

const column = async (query: string, id: string) =>
	(await database.superuser.query({ text: query, values: [id], rowMode: 'array' })).rows.map((row) => row.join(' '));

describe('Blizu', () => {
	test('is for anyone in mental distress, with a weaker position, or both, and nothing of it is asked at the door [B13]', async () => {
		const { worker, asked, opening } = await aProgramme(blizu);
		const both = ['mental-distress', 'weaker-socio-economic-position'];
		expect(blizu.indications.map((one) => one.key)).toEqual(both);
		for (const indications of [both.slice(0, 1), both.slice(1), both, []]) {
			const { requestId } = await asked();
			const { caseId } = good(await opening(requestId, { indications }));
			expect(await column('select indication from case_indication where case_id = $1 order by 1', caseId)).toEqual(
				indications,
			);
			expect((await fileOf(worker, caseId)).facts.closedOn).toBeNull();
		}
		const { requestId } = await asked();
		expect(problemOf(await opening(requestId, { indications: ['diagnosis'] }))).toBe('fields');
	});

	test('psychosocial and therapeutic counselling is given in the field, in an office and online [B7]', async () => {
		const { world, worker } = await aProgramme(blizu);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const form = 'psychosocial-and-therapeutic-counselling';
		for (const mode of ['home', 'office', 'online'] as const)
			good(await recordMeeting(worker, aMeeting(worker, caseId, { form, mode })));
		expect(await column('select mode, form from meeting where case_id = $1 order by 1', caseId)).toEqual(
			['home', 'office', 'online'].map((mode) => `${mode} ${form}`),
		);
		expect(blizu.formsOfHelp.find((one) => one.key === form)?.modes.toSorted()).toEqual(['home', 'office', 'online']);
	});

	test('a home visit is agreed with its hour, made, and read as such with what was done to overcome the distress [B5]', async () => {
		const { world, worker } = await aProgramme(blizu);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const visit = { command: aCommand(), caseId, on: addDays(today(world), 1), time: '10:00', minutes: 60 };
		const by = { mode: 'home', site: undefined, workers: [worker.by.workerId], instead: undefined } as const;
		good(await bookAppointment(worker, { ...visit, ...by }));
		const there = world.at(worker, { days: 2 });
		const made = { form: 'home-visit', mode: 'home', done: 'Skupaj sva uredila kuhinjo.' } as const;
		good(await recordMeeting(there, aMeeting(there, caseId, { ...made, appointmentId: visit.command })));
		const { meetings, appointments } = good(await readCasePage(there, { caseId }));
		expect(meetings).toMatchObject([{ form: 'home-visit', mode: 'home', texts: { notes: { done: made.done } } }]);
		expect(appointments).toMatchObject([{ id: visit.command, mode: 'home', state: 'kept' }]);
		expect(blizu.formsOfHelp.find((one) => one.key === 'home-visit')?.modes).toEqual(['home']);
		const byPhone = aMeeting(there, caseId, { ...made, mode: 'phone' });
		expect(await recordMeeting(there, byPhone)).toMatchObject({
			fields: [{ field: 'mode', problem: 'mode-not-of-form' }],
		});
	});

	test('online informational counselling is recorded as such, with why it was online [B6]', async () => {
		const { world, worker } = await aProgramme(blizu);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const online = {
			form: 'online-informational-counselling',
			mode: 'online',
			onlineReason: 'fear-of-stigma',
		} as const;
		good(await recordMeeting(worker, aMeeting(worker, caseId, online)));
		const { meetings } = good(await readCasePage(worker, { caseId }));
		expect(meetings).toMatchObject([online]);
		const nowhere = aMeeting(worker, caseId, { form: 'information-by-balloon', mode: 'online' });
		expect(await recordMeeting(worker, nowhere)).toMatchObject({ fields: [{ field: 'form', problem: 'choose-one' }] });
	});
});

describe('Family help for the home', () => {
	test('each of its three contents is recorded in the talk in which it was chosen, and nothing else [D2]', async () => {
		const { worker, asked } = await aProgramme(pomocDruziniZaDom);
		const { requestId } = await asked();
		const three = ['relations-between-members', 'care-for-children', 'everyday-role'];
		const ticked = (codes: readonly string[]) =>
			recordTalk(worker, aTalk(worker, requestId, { mode: 'home', codes: { 'contents-wished': codes } }));
		expect(problemOf(await ticked(['gardening']))).toBe('cannot-be-read');
		const { talkId } = good(await ticked(three));
		expect(await column('select code from meeting_code where meeting_id = $1 order by 1', talkId)).toEqual(
			three.toSorted(),
		);
		const { talks } = good(await readRequest(worker, { requestId }));
		expect(talks[0]?.codes['contents-wished']?.toSorted()).toEqual(three.toSorted());
	});
});

describe('First social help', () => {
	test('stands on its own: it ends after a talk without a case, or goes on with one person or a family [P4]', async () => {
		const { worker, asked, opening } = await aProgramme(prvaSocialnaPomoc);
		const alone = await asked();
		const codes = { options: [prvaSocialnaPomoc.options[0]!.key] };
		const prompt = prvaSocialnaPomoc.guide.parts.flatMap((part) => part.prompts).find((one) => one.kind === 'options')!;
		good(
			await recordTalk(
				worker,
				aTalk(worker, alone.requestId, { mode: 'office', codes: { [prompt.key]: codes.options } }),
			),
		);
		good(await concludeRequest(worker, { requestId: alone.requestId, agreement: 'none', note: '' }));
		expect(await column('select count(*) from case_ where request_id = $1', alone.requestId)).toEqual(['0']);
		for (const unit of ['person', 'family'] as const) {
			const { requestId } = await asked();
			const { caseId } = good(await opening(requestId, { unit }));
			expect((await fileOf(worker, caseId)).facts).toMatchObject({ unit, unmet: 0 });
		}
	});

	test('urgent help is there for everyone on the same day, whoever they are and whether they say it or not [P4]', async () => {
		const { world, worker } = await aProgramme(prvaSocialnaPomoc);
		const request = aRequest({
			programme: prvaSocialnaPomoc.key,
			reasons: [],
			urgency: 'urgent',
			anonymous: true,
			mode: 'office',
		});
		good(await receiveRequest(world.visitor(), request));
		const { facts } = good(await readRequest(worker, { requestId: request.command }));
		const midnight = new Date('2026-11-23T23:00:00Z');
		expect(facts.respondBy).toEqual(midnight);
	});
});

describe('Skupaj zmoremo', () => {
	test('the needs of a person lead to preventive activities, and the change in quality of life is asked about [Z12]', async () => {
		const { world, worker, asked, opening } = await aProgramme(skupajZmoremo);
		const { requestId, personId } = await asked();
		const needs = {
			'concrete-needs': 'Mirno popoldne in nekdo, s katerim lahko govori.',
			'needs-from-the-epidemic': 'Od zaprtja šol ne hodi več med vrstnike.',
			'quality-of-life': 'Dnevi so si enaki.',
		};
		const codes = { 'activities-chosen': ['preventive-activity'] };
		good(await recordTalk(worker, aTalk(worker, requestId, { texts: { 'needs-and-resources': needs }, codes })));
		const { caseId } = good(await opening(requestId));
		const goals = [{ id: null, text: 'Spet med vrstnike', steps: [] }];
		const plan = { resources: '', needs: needs['needs-from-the-epidemic'], goals };
		const on = today(world);
		good(await changePlan(worker, { command: aCommand(), caseId, basedOn: 0, madeOn: on, plan }));
		const [goal] = (await fileOf(worker, caseId)).plan!.goals;
		const activity = { service: 'preventive-activity', mode: 'home', goals: [goal!.id] } as const;
		good(await recordMeeting(worker, aMeeting(worker, caseId, activity)));
		const review = {
			command: aCommand(),
			caseId,
			on,
			ownViews: new Map([[personId, 'Ob torkih grem na delavnico.']]),
			life: 'better' as const,
		};
		good(await reviewCase(worker, { ...review, note: '', nextOn: undefined, renewedUntil: undefined }));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.meetings.find((one) => one.kind === 'talk')).toMatchObject({
			texts: { 'needs-and-resources': needs },
			codes,
		});
		expect(page.services).toEqual([{ service: 'preventive-activity', count: 1, inField: 1 }]);
		expect(page.meetings.find((one) => one.kind === 'meeting')?.goals).toEqual([goal!.id]);
		expect(page.events.find((one) => one.kind === 'reviewed')?.life).toBe('better');
	});

	test('takes requests for its talks and its work in families, steps a case up, and offers no tutoring [Z4]', async () => {
		const { world, worker, asked, opening } = await aProgramme(skupajZmoremo);
		for (const mode of ['phone', 'online', 'home'] as const) good(await opening((await asked({ mode })).requestId));
		const { requestId } = await asked();
		const { caseId } = good(await opening(requestId, { unit: 'family' }));
		const tutoring = aMeeting(worker, caseId, { service: 'tutoring', mode: 'home' });
		expect(await recordMeeting(worker, tutoring)).toMatchObject({
			fields: [{ field: 'service', problem: 'choose-one' }],
		});
		const step = {
			command: aCommand(),
			caseId,
			on: today(world),
			reason: 'distress-deeper',
			words: 'Ne spi.',
		} as const;
		good(await stepUp(worker, step));
		const { definition, stepUp: stepped } = good(await readCasePage(worker, { caseId }));
		expect(stepped?.reason).toBe('distress-deeper');
		const keys = [...definition.services, ...definition.outcomes, ...definition.projectGoals].map((one) => one.key);
		expect(keys.filter((key) => /tutor|school|education/.test(key))).toEqual([]);
		expect(skupajZmoremo.services.map((one) => one.key)).toContain('tutoring');
	});
});
