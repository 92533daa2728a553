import { describe, expect, test } from 'vitest';
import { smallDefinition } from '#lib/programmes/definition.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { aMeeting, twelve } from '#lib/meetings/meetings.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { answerInitiative, concludeRequest } from './decide-request.server.ts';
import { aCommand, aProposal, aTalk, good, problemOf, takenRequest, today } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import type { NewRequest } from './receive-request.server.ts';
import { recordTalk } from './record-talk.server.ts';

const database = testDatabase();
const PSP = { programme: prvaSocialnaPomoc.key, reasons: [], mode: 'office' as const };
const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);

async function firstSocialHelp() {
	const world = await aWorld([prvaSocialnaPomoc]);
	const worker = await world.hire(['professional']);
	const requestId = await takenRequest(world, worker, PSP);
	const talk = (changes: object = {}) => recordTalk(worker, aTalk(worker, requestId, { mode: 'office', ...changes }));
	const talks = async () => good(await readRequest(worker, { requestId })).talks;
	return { world, worker, requestId, talk, talks };
}

describe('the talk of first social help is its own record', () => {
	test('all three parts of the interview, four contents, four outcomes, several reasons at once [P2, P3, P9, P11]', async () => {
		const { talk, talks } = await firstSocialHelp();
		const parts = prvaSocialnaPomoc.guide.parts;
		expect(parts).toHaveLength(3);
		const texts = Object.fromEntries(
			parts.map((part) => [
				part.key,
				Object.fromEntries(
					part.prompts.filter((one) => one.kind === 'text').map((one) => [one.key, `Besede pri ${one.key}`]),
				),
			]),
		);
		const codes = {
			reasons: ['housing', 'material', 'violence-in-the-family', 'other'],
			contents: keys(prvaSocialnaPomoc.contents),
			outcomes: keys(prvaSocialnaPomoc.outcomes),
			options: keys(prvaSocialnaPomoc.options).slice(0, 5),
		};
		expect([codes.contents.length, codes.outcomes.length]).toEqual([4, 4]);
		const partMinutes = { introduction: 20, help: 15, 'ways-forward': 10 };
		good(await talk({ texts, codes, partMinutes }));
		const [kept] = await talks();
		expect(kept?.texts).toEqual(texts);
		const sorted = (given: Readonly<Record<string, readonly string[]>>) =>
			Object.fromEntries(Object.entries(given).map(([field, list]) => [field, list.toSorted()]));
		expect(sorted(kept!.codes)).toEqual(sorted(codes));
		expect([kept?.partMinutes, kept?.guide]).toEqual([partMinutes, prvaSocialnaPomoc.guide.key]);
	});

	test('a thief of the disk reads what was ticked and not what was said', async () => {
		const { talk, requestId } = await firstSocialHelp();
		good(await talk({ texts: { introduction: { 'own-account': 'Soseda me straši.' } } }));
		const { rows } = await database.superuser.query(
			'select t.sealed from meeting_text t join meeting m on m.id = t.meeting_id where m.request_id = $1',
			[requestId],
		);
		expect(rows.map((row) => (row.sealed as Buffer).includes('Soseda'))).toEqual([false]);
	});

	test('lasts as long as it lasts, once or several times, and closes with an agreement or without one [P12]', async () => {
		for (const agreement of ['agreed', 'none'] as const) {
			const { worker, requestId, talk, talks } = await firstSocialHelp();
			expect(problemOf(await concludeRequest(worker, { requestId, agreement, note: '' }))).toBe('needs-talk');
			for (const minutes of [15, 45, 80])
				good(await talk({ minutes, startedAt: new Date(worker.at.getTime() - 86_400_000) }));
			good(await concludeRequest(worker, { requestId, agreement, note: 'Zdaj ve, kam.' }));
			expect((await talks()).map((one) => one.minutes).toSorted()).toEqual([15, 45, 80]);
			const { outcome } = good(await readRequest(worker, { requestId }));
			expect(outcome).toMatchObject({ kind: 'concluded', agreement, note: 'Zdaj ve, kam.', by: worker.by.workerId });
			expect(problemOf(await talk())).toBe('already-decided');
		}
	});

	test('is whole when it is sent, and sent twice it is one [A9]', async () => {
		const { worker, requestId, talks } = await firstSocialHelp();
		const talk = aTalk(worker, requestId, { mode: 'office', texts: { help: { resources: 'sestra' } } });
		await Promise.all([1, 2, 3].map(() => recordTalk(worker, talk)));
		good(await recordTalk(worker, talk));
		expect((await talks()).map((one) => one.texts)).toEqual([{ help: { resources: 'sestra' } }]);
	});

	test('what the guide does not offer cannot be ticked', async () => {
		const { talk, talks } = await firstSocialHelp();
		for (const codes of [{ reasons: ['made-up'] }, { 'made-up': ['housing'] }])
			expect(problemOf(await talk({ codes }))).toBe('cannot-be-read');
		expect(await talks()).toEqual([]);
	});

	test('somebody who did not come is not a talk that took place [W4]', async () => {
		const { worker, requestId, talk } = await firstSocialHelp();
		good(await talk({ attendance: 'did-not-come' }));
		expect(problemOf(await concludeRequest(worker, { requestId, agreement: 'none', note: '' }))).toBe('needs-talk');
	});
});

describe('a case that comes of a request', () => {
	test('begins with the person’s own view, as they told it in the talk [B20]', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker, { programme: 'blizu', reasons: [] });
		good(await linkPerson(worker, { requestId, personId: undefined }));
		good(
			await recordTalk(
				worker,
				aTalk(worker, requestId, { texts: { 'own-story': { 'own-view': 'Najhujši so večeri.' } } }),
			),
		);
		const { caseId } = good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.ownViews.map((view) => view.words)).toEqual(['Najhujši so večeri.']);
		expect(page.conditions.map((one) => one.condition).toSorted()).toEqual(keys(blizu.conditions).toSorted());
		expect(page.meetings.map((one) => [one.kind, one.ordinal])).toEqual([['talk', 1]]);
	});

	test('or as they wrote it; never in the words of whoever proposed them [B20, B19]', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const views = [];
		const requests: Partial<NewRequest>[] = [{}, { ...aProposal(), wayIn: 'proposal-other' }];
		for (const request of requests) {
			const requestId = await takenRequest(world, worker, { programme: 'blizu', reasons: [], ...request });
			good(await linkPerson(worker, { requestId, personId: undefined }));
			if (request.wayIn) good(await answerInitiative(worker, { requestId, answer: 'accepted', on: today(world) }));
			const { caseId } = good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
			views.push(good(await readCasePage(worker, { caseId })).ownViews.map((view) => view.words));
		}
		expect(views).toEqual([['Od poletja ne spim.'], []]);
	});

	test('takes its talks along, and they count among the twelve [C4]', async () => {
		const world = await aWorld([twelve]);
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		good(await linkPerson(worker, { requestId, personId: undefined }));
		for (let i = 0; i < 3; i += 1) good(await recordTalk(worker, aTalk(worker, requestId)));
		good(await recordTalk(worker, aTalk(worker, requestId, { attendance: 'did-not-come' })));
		const { caseId } = good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
		for (let i = 0; i < 9; i += 1) good(await recordMeeting(worker, aMeeting(worker, caseId)));
		expect(problemOf(await recordMeeting(worker, aMeeting(worker, caseId)))).toBe('meeting-limit-reached');
		expect(good(await readCasePage(worker, { caseId })).counted).toBe(12);
	});

	test('does not come of more talks than the limit [C4]', async () => {
		const definition = smallDefinition({ meetings: { limit: 2, counting: ['talk', 'meeting'] } });
		const world = await aWorld([definition]);
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		good(await linkPerson(worker, { requestId, personId: undefined }));
		for (let i = 0; i < 3; i += 1) good(await recordTalk(worker, aTalk(worker, requestId)));
		const opened = await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' });
		expect(problemOf(opened)).toBe('meeting-limit-reached');
		expect(good(await readRequest(worker, { requestId })).case).toBeUndefined();
	});

	test('is somebody’s, and of a unit the programme has', async () => {
		const world = await aWorld([smallDefinition({ unit: ['person'] })]);
		const worker = await world.hire(['professional']);
		const requestId = await takenRequest(world, worker);
		const open = (unit: 'person' | 'family') => openCaseFromRequest(worker, { command: aCommand(), requestId, unit });
		expect(problemOf(await open('person'))).toBe('needs-person');
		good(await linkPerson(worker, { requestId, personId: undefined }));
		expect(await open('family')).toMatchObject({ fields: [{ field: 'unit', problem: 'choose-one' }] });
		good(await open('person'));
	});
});
