import { describe, expect, test } from 'vitest';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCase, aClosing, fileOf } from '#lib/cases/cases.fixtures.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { recordReported } from '#lib/cases/reported.server.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { declineRequest } from '#lib/intake/decide-request.server.ts';
import { aCommand, aRequest, aTalk, good, problemOf, takenRequest, today } from '#lib/intake/intake.fixtures.ts';
import { receiveRequest } from '#lib/intake/receive-request.server.ts';
import { linkPerson } from '#lib/intake/link-person.server.ts';
import { openCaseFromRequest } from '#lib/intake/open-case-from-request.server.ts';
import { recordTalk } from '#lib/intake/record-talk.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { merge } from '#lib/people/merging.fixtures.ts';
import { isMessageKey } from '#lib/platform/words.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { aWorld, type World } from '#lib/programmes/world.fixtures.ts';
import { TEMPLATES } from '../../../programmes/templates.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { ALL, figuresOf, NOT_RECORDED, NOT_YET } from './figures.ts';
import { periodOf } from './period.ts';
import { openFigure, readFigures, type FigureRows } from './read-figures.server.ts';

const database = testDatabase();
const WHOLE = periodOf();

async function programmeOf(definition: Definition) {
	const world = await aWorld([definition]);
	const [worker, lead] = [await world.hire(['professional']), await world.hire(['programme-lead'], { team: null })];
	return { world, worker, lead, ...asking(definition.key, lead) };
}

function asking(programme: string, by: Act<Worker>) {
	const counts = async (key: string, period = WHOLE, act = by) => {
		const { figures } = good(await readFigures(act, { programme, period }));
		return Object.fromEntries(figures.find((one) => one.key === key)!.counts);
	};
	const opened = async (figure: string, code: string, act = by) =>
		idsOf(good(await openFigure(act, { programme, figure, code, period: WHOLE })).opened);
	return { counts, opened };
}

function idsOf(opened: FigureRows): readonly string[] {
	if (opened.unit === 'person') return opened.rows.map((row) => row.id);
	if (opened.unit === 'meeting') return opened.rows.map((row) => row.meeting.id);
	return opened.rows.map((row) => row.facts.id);
}

async function asked(world: World, changes: Parameters<typeof aRequest>[0]): Promise<Uuid> {
	const request = aRequest(changes);
	good(await receiveRequest(world.visitor(), request));
	return request.command;
}

describe('figures of requests', () => {
	test('each way in is counted, and its number opens the very requests it counts [A8, B14]', async () => {
		const { world, counts, opened } = await programmeOf(blizu);
		const online = await asked(world, { programme: 'blizu', reasons: [], mode: 'online', wayIn: 'first-talk-online' });
		const field = { programme: 'blizu', reasons: [], mode: 'home', wayIn: 'introductory-talk-field' } as const;
		const [first, second] = [await asked(world, field), await asked(world, field)];
		expect(await counts('ways-in')).toEqual({ 'first-talk-online': 1, 'introductory-talk-field': 2 });
		expect(await opened('ways-in', 'first-talk-online')).toEqual([online]);
		expect(await opened('ways-in', 'introductory-talk-field')).toEqual([second, first]);
		expect(await opened('all-came', ALL)).toHaveLength(3);
	});

	test('what became of them, why one was declined, and what is still open', async () => {
		const { world, worker, counts } = await programmeOf(blizu);
		const requestId = await takenRequest(world, worker, { programme: 'blizu', reasons: [] });
		good(await declineRequest(worker, { requestId, reason: 'no-capacity', note: '' }));
		await asked(world, { programme: 'blizu', reasons: [] });
		expect(await counts('request-outcomes')).toEqual({ declined: 1, open: 1 });
		expect(await counts('declined')).toEqual({ 'no-capacity': 1 });
		expect(await counts('reasons')).toEqual({ [NOT_RECORDED]: 2 });
	});

	test('from the first sign to the first talk: median and ninth of ten, and the requests they are of [B21]', async () => {
		const { world, worker, lead, counts, opened } = await programmeOf(blizu);
		const talked: Uuid[] = [];
		for (const days of [1, 2, 3, 4, 10]) {
			const requestId = await takenRequest(world, worker, { programme: 'blizu', reasons: [] });
			const later = world.at(worker, { days });
			good(await recordTalk(later, aTalk(later, requestId, { startedAt: new Date(later.at.getTime() - 3_600_000) })));
			talked.push(requestId);
		}
		const waiting = await asked(world, { programme: 'blizu', reasons: [] });
		const { firstTalk } = good(await readFigures(lead, { programme: 'blizu', period: WHOLE }));
		const [hour, day] = [3600, 86_400];
		expect(firstTalk?.median).toBeCloseTo(3 * day - hour, 0);
		expect(firstTalk?.ninth).toBeCloseTo(4 * day + 0.6 * 6 * day - hour, 0);
		expect(await counts('first-talk')).toEqual({ talked: 5, [NOT_YET]: 1 });
		expect(new Set(await opened('first-talk', 'talked'))).toEqual(new Set(talked));
		expect(await opened('first-talk', NOT_YET)).toEqual([waiting]);
	});
});

describe('figures of cases and of work', () => {
	test('target groups count persons and project goals cases; what nobody recorded is counted as that [A8, Z8, Z9]', async () => {
		const { world, worker, counts, opened } = await programmeOf(skupajZmoremo);
		const family = await aCase(world, worker, { definition: skupajZmoremo, members: 2 });
		const empty = await aCase(world, worker, { definition: skupajZmoremo });
		const [child, parent] = family.people as [Uuid, Uuid];
		const groups = {
			[child]: ['children-and-adolescents', 'high-social-exclusion'],
			[parent]: ['high-social-exclusion'],
		};
		const said = { command: aCommand(), caseId: family.caseId, groups, goals: ['poverty-risk', 'epidemic-relief'] };
		good(await recordReported(worker, said));
		expect(await counts('target-groups')).toEqual({
			'children-and-adolescents': 1,
			'high-social-exclusion': 2,
			[NOT_RECORDED]: 1,
		});
		expect(await counts('project-goals')).toEqual({ 'poverty-risk': 1, 'epidemic-relief': 1, [NOT_RECORDED]: 1 });
		expect(await opened('target-groups', 'children-and-adolescents')).toEqual([child]);
		expect(await opened('target-groups', NOT_RECORDED)).toEqual(empty.people);
		expect(await opened('project-goals', 'poverty-risk')).toEqual([family.caseId]);
	});

	test('two records of one person are one person, whichever of them a group was recorded of [Z8]', async () => {
		const { world, worker, counts, opened } = await programmeOf(skupajZmoremo);
		const group = 'children-and-adolescents';
		const people: Uuid[] = [];
		for (let i = 0; i < 2; i += 1) {
			const { caseId, people: own } = await aCase(world, worker, { definition: skupajZmoremo });
			const groups = { [own[0]!]: [group] };
			good(await recordReported(worker, { command: aCommand(), caseId, groups, goals: [] }));
			people.push(own[0]!);
		}
		expect(await counts('target-groups')).toEqual({ [group]: 2 });
		good(await merge(worker, people as [Uuid, Uuid]));
		expect(await counts('target-groups')).toEqual({ [group]: 1 });
		expect(await opened('target-groups', group)).toEqual(people.slice(0, 1));
	});

	test('kinds of service, forms and modes count what took place: nobody who did not come [A8, B22]', async () => {
		const { world, worker, counts, opened } = await programmeOf(blizu);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const met = async (changes: Parameters<typeof aMeeting>[2]) => {
			const meeting = aMeeting(worker, caseId, changes);
			good(await recordMeeting(worker, meeting));
			return meeting.command;
		};
		const first = await met({ service: 'advocacy', mode: 'home' });
		await met({ service: 'counselling', mode: 'office' });
		await met({ mode: 'office' });
		await met({ service: 'advocacy', mode: 'home', attendance: 'did-not-come', done: '' });
		expect(await counts('services')).toEqual({ advocacy: 1, counselling: 1, [NOT_RECORDED]: 1 });
		expect(await counts('modes')).toEqual({ home: 1, office: 2 });
		expect(await opened('services', 'advocacy')).toEqual([first]);
	});

	test('a talk counts once, as of its request until a case comes of it and as of the case then; one that was not online has no reason for it', async () => {
		const { world, worker, counts, opened } = await programmeOf(blizu);
		const requestId = await takenRequest(world, worker, { programme: 'blizu', reasons: [] });
		const reason = blizu.onlineReasons[0]!.key;
		const talks = [aTalk(worker, requestId, { mode: 'online', onlineReason: reason }), aTalk(worker, requestId)];
		for (const talk of talks) good(await recordTalk(worker, talk));
		const shown = async () => [await counts('all-held'), await counts('online-reasons'), await counts('modes')];
		const once = [{ [ALL]: 2 }, { [reason]: 1 }, { online: 1, phone: 1 }];
		expect(await shown()).toEqual(once);
		good(await linkPerson(worker, { requestId, personId: undefined }));
		good(await openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' }));
		expect(await shown()).toEqual(once);
		const listed = [await opened('online-reasons', reason), await opened('online-reasons', NOT_RECORDED)];
		expect([...listed, (await opened('all-held', ALL)).length]).toEqual([[talks[0]!.command], [], 2]);
	});

	test('why cases were closed, with which outcomes, and how the quality of life had changed [Z12]', async () => {
		const { world, worker, counts } = await programmeOf(skupajZmoremo);
		const { caseId } = await aCase(world, worker, { definition: skupajZmoremo });
		const on = today(world);
		const review = { caseId, on, ownViews: new Map(), note: '', nextOn: undefined, renewedUntil: undefined };
		good(await reviewCase(worker, { ...review, command: aCommand(), life: 'better' }));
		expect((await fileOf(worker, caseId)).events.map((one) => one.life)).toContain('better');
		good(await closeCase(worker, aClosing(caseId, { outcomes: ['quality-of-life-better', 'relieved'] })));
		expect(await counts('life')).toEqual({ better: 1 });
		expect(await counts('closing-reasons')).toEqual({ 'goals-achieved': 1 });
		expect(await counts('outcomes')).toEqual({ 'quality-of-life-better': 1, relieved: 1 });
	});

	test('every coded list of every definition has its figure, and every question the database understands', async () => {
		for (const template of TEMPLATES) {
			const { figures } = await allOf(template);
			const lists = [
				'waysIn',
				'reasons',
				'targetGroups',
				'projectGoals',
				'services',
				'outcomes',
				'counsellingKinds',
			] as const;
			const counted = new Set(figures.flatMap((one) => one.items.map((item) => item.code)));
			const missing = lists.flatMap((list) =>
				template[list].filter((one) => !('belongsTo' in one) && !counted.has(one.key)).map((one) => one.key),
			);
			expect(missing, template.key).toEqual([]);
			const sentences = figures.flatMap((one) => [one.title, ...one.items.map((item) => item.label)]);
			const keys = sentences.flatMap((one) => ('say' in one ? one.say : []));
			expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
		}
	});
});

describe('whose figures', () => {
	test('only what happened in the chosen year or quarter', async () => {
		const { world, counts } = await programmeOf(blizu);
		await asked(world, { programme: 'blizu', reasons: [] });
		expect(await counts('all-came', periodOf(2026))).toEqual({ [ALL]: 1 });
		expect(await counts('all-came', periodOf(2026, 4))).toEqual({ [ALL]: 1 });
		expect(await counts('all-came', periodOf(2026, 3))).toEqual({});
		expect(await counts('all-came', periodOf(2025))).toEqual({});
	});

	test('a coordinator counts and opens what is their team’s, a lead all of the organisation, nobody another’s [A2]', async () => {
		const { world, worker, counts, opened } = await programmeOf(blizu);
		const { caseId } = await aCase(world, worker, { definition: blizu });
		const [of, without] = [
			await world.hire(['coordinator']),
			await world.hire(['coordinator'], { team: await world.anotherTeam() }),
		];
		expect(await counts('all-opened')).toEqual({ [ALL]: 1 });
		expect(await counts('all-opened', WHOLE, of)).toEqual({ [ALL]: 1 });
		expect(await counts('all-opened', WHOLE, without)).toEqual({});
		expect(await opened('all-opened', ALL, of)).toEqual([caseId]);
		expect(await opened('all-opened', ALL, without)).toEqual([]);
		const elsewhere = await programmeOf(blizu);
		expect(await elsewhere.counts('all-opened')).toEqual({});
	});

	test('others see none, a figure nobody lists is not found, and the journal says who looked and what was opened', async () => {
		const { world, worker, lead, opened } = await programmeOf(blizu);
		const { caseId, people } = await aCase(world, worker, { definition: blizu });
		const ask = { programme: 'blizu', period: WHOLE };
		expect(problemOf(await readFigures(worker, ask))).toBe('not-found');
		expect(problemOf(await openFigure(worker, { ...ask, figure: 'all-opened', code: ALL }))).toBe('not-found');
		expect(problemOf(await openFigure(lead, { ...ask, figure: 'shoe-sizes', code: ALL }))).toBe('not-found');
		expect(problemOf(await openFigure(lead, { ...ask, figure: 'ways-in', code: 'by-balloon' }))).toBe('not-found');
		expect(problemOf(await readFigures(lead, { ...ask, programme: 'nowhere' }))).toBe('not-found');
		await opened('all-opened', ALL);
		const { rows } = await database.superuser.query(
			"select subject_ids from journal where action = 'figures.opened' and organisation_id = $1",
			[world.organisationId],
		);
		expect(rows).toEqual([{ subject_ids: [caseId, ...people] }]);
	});

	test('what an older version listed keeps its words beside those of the newest', () => {
		const older = { ...blizu, outcomes: [{ key: 'long-gone', text: { sl: 'Nekoč' } }] };
		const outcomes = figuresOf([blizu, older]).find((one) => one.key === 'outcomes')!;
		expect(outcomes.items.at(-1)).toEqual({ code: 'long-gone', label: { words: { sl: 'Nekoč' } } });
		expect(outcomes.items).toHaveLength(blizu.outcomes.length + 1);
	});
});

async function allOf(definition: Definition) {
	const { lead } = await programmeOf(definition);
	return good(await readFigures(lead, { programme: definition.key, period: WHOLE }));
}
