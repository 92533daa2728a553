import { describe, expect, test } from 'vitest';
import { chosenOptions, counsellingGiven, courseOf } from '#lib/meetings/course.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { timelineOf } from '#lib/meetings/timeline.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { krizovaIntervence } from '../../../programmes/krizova-intervence.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { aCentre, asked, open, said, talk } from './crisis.fixtures.ts';
import { good, problemOf, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';

const database = testDatabase();

const TOLD = {
	texts: {
		'present-situation': { 'own-view': 'Manžel odešel.', safety: 'Dcera je u sestry.' },
		understanding: { emotions: 'Strach.', legitimised: 'Že nespí, není divné.' },
		'agreed-task': { 'agreed-task': 'Přečkat noc.', 'steps-of-the-plan': 'Zavolám sestře.' },
	},
};

describe('a crisis course from the first talk on', () => {
	test('what the talk said begins the case: the task with its meeting, the client’s own plan, the own view, the steps [C2, C3]', async () => {
		const centre = await aCentre();
		const { worker } = centre;
		const { requestId } = await asked(centre, worker);
		const { talkId } = good(await talk(worker, requestId, TOLD));
		const { caseId } = good(await open(worker, requestId));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.tasks.map(({ version, words, meetingId }) => [version, words, meetingId])).toEqual([
			[1, 'Přečkat noc.', talkId],
		]);
		expect([page.plan?.version, page.plan?.ownWords]).toEqual([1, 'Zavolám sestře.']);
		expect(page.ownViews[0]?.words).toBe('Manžel odešel.');
		expect([page.facts.counted, page.facts.meetingLimit]).toEqual([1, 12]);
		const course = courseOf(page.definition, page.meetings);
		expect(course.map(({ step, entries }) => [step.key, entries.map((entry) => entry.words)])).toEqual([
			['mapping-the-situation', ['Manžel odešel.\n\nDcera je u sestry.']],
			['offering-understanding', ['Strach.']],
			['legitimising-the-experience', ['Že nespí, není divné.']],
			['formulating-the-agreed-task', ['Přečkat noc.']],
			['working-on-the-agreed-task', ['Zavolám sestře.']],
		]);
	});

	test('each step tells what was recorded, the day it was done, and that one came back to it; none has to come first [C2]', async () => {
		const centre = await aCentre();
		const { world, worker } = centre;
		const { requestId } = await asked(centre, worker);
		const { caseId } = good(await open(worker, requestId));
		const meet = (days: number, what: ReturnType<typeof said>) => {
			const act = world.at(worker, { days });
			return recordMeeting(act, aMeeting(act, caseId, { said: what }));
		};
		good(await meet(0, said({ steps: { 'working-on-the-agreed-task': 'Dýchání.' } })));
		good(await meet(1, said({ steps: { 'mapping-the-situation': 'Byt.' }, stepsDone: ['mapping-the-situation'] })));
		good(await meet(2, said({ steps: { 'mapping-the-situation': 'A dluhy.' } })));
		const page = good(await readCasePage(world.at(worker, { days: 2 }), { caseId }));
		const [mapping, , , , working] = courseOf(page.definition, page.meetings);
		expect(mapping!.entries.map((entry) => entry.words)).toEqual(['A dluhy.', 'Byt.']);
		expect([mapping!.doneAt?.toISOString().slice(0, 10), mapping!.returnedTo]).toEqual(['2026-11-24', true]);
		expect([working!.doneAt, working!.entries.length]).toEqual([null, 1]);
		expect(await meet(2, said({ stepsDone: ['flying'] }))).toMatchObject({ problem: 'fields' });
	});

	test('the task put otherwise at a meeting is a new version of that meeting; from an old version it is told, and nothing is kept [C2]', async () => {
		const centre = await aCentre();
		const { worker, colleague } = centre;
		const { requestId } = await asked(centre, worker);
		good(await talk(worker, requestId, TOLD));
		const { caseId } = good(await open(worker, requestId));
		const meeting = aMeeting(worker, caseId, { said: said({ task: { basedOn: 1, words: 'Přečkat noc a ráno.' } }) });
		good(await recordMeeting(worker, meeting));
		const old = aMeeting(colleague, caseId, { said: said({ task: { basedOn: 1, words: 'Něco jiného.' } }) });
		expect(problemOf(await recordMeeting(colleague, old))).toBe('changed-meanwhile');
		good(await recordMeeting(colleague, { ...old, said: said({ task: { basedOn: 1, words: 'Přečkat noc.' } }) }));
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.tasks.map((task) => [task.version, task.meetingId === meeting.command])).toEqual([
			[2, true],
			[1, false],
		]);
		expect(page.facts.counted).toBe(3);
		const marks = timelineOf(page, page.meetings).filter((one) => one.kind === 'way');
		expect(marks.map((one) => one.note)).toEqual(['Přečkat noc a ráno.', 'Přečkat noc.']);
	});

	test('insight, coping, themes and support in finding help are recorded in a meeting after the acute phase [C5]', async () => {
		const centre = await aCentre();
		const { worker } = centre;
		const { requestId } = await asked(centre, worker);
		const { caseId } = good(await open(worker, requestId));
		const texts = {
			insight: 'Vidí souvislost.',
			'coping-strategies': 'Procházky.',
			'themes-named-in-words': 'Opuštění.',
			'long-term-support': 'Hledáme terapeuta.',
		};
		const outcomes = krizovaIntervence.outcomes.map((one) => one.key);
		good(await recordMeeting(worker, aMeeting(worker, caseId, { said: said({ texts, codes: { outcomes } }) })));
		const [meeting] = good(await readCasePage(worker, { caseId })).meetings;
		expect(meeting!.texts['phase']).toEqual(texts);
		expect(meeting!.codes['outcomes']?.toSorted()).toEqual(outcomes.toSorted());
		expect(meeting!.ordinal).toBe(1);
	});
});

describe('basic social counselling by kind', () => {
	const kinds = krizovaIntervence.counsellingKinds.map((one) => one.key);

	async function aCase() {
		const centre = await aCentre();
		const { requestId } = await asked(centre, centre.worker);
		const { caseId } = good(await open(centre.worker, requestId));
		const meet = (...counselling: readonly { kind: string; words: string }[]) =>
			recordMeeting(centre.worker, aMeeting(centre.worker, caseId, { said: said({ counselling }) }));
		return { ...centre, caseId, meet };
	}

	test('several kinds at once, of an open list, each counted; what “other” was stands sealed [C6, C8, C10]', async () => {
		const { worker, caseId, meet } = await aCase();
		expect(kinds).toEqual([
			'other-services-and-support',
			'rights-and-duties',
			'further-forms-of-help',
			'everyday-affairs',
			'escort',
			'contact-with-the-family',
			'social-inclusion-activities',
			'negotiating-skills',
			'other',
		]);
		const all = kinds.map((kind) => ({
			kind,
			words: kind === 'escort' || kind === 'other' ? 'Jak mluvit s dětmi' : '',
		}));
		good(await meet(...all));
		good(
			await meet(
				{ kind: 'negotiating-skills', words: '' },
				{ kind: 'contact-with-the-family', words: 'Dopis bratrovi' },
			),
		);
		const page = good(await readCasePage(worker, { caseId }));
		const given = counsellingGiven(page.definition, page.meetings).map(({ kind, times }) => [kind.key, times]);
		expect(given).toEqual(kinds.map((kind) => [kind, /negotiating|contact-with/.test(kind) ? 2 : 1]));
		expect(page.meetings[0]!.counselling).toHaveLength(2);
		const { rows } = await database.superuser.query(
			`select c.kind, c.sealed from meeting_counselling c join meeting m on m.id = c.meeting_id where m.case_id = $1 and sealed is not null`,
			[caseId],
		);
		expect(rows).toHaveLength(3);
		expect(rows.some((row) => /dětmi|bratrovi/.test((row.sealed as Buffer).toString('utf8')))).toBe(false);
	});

	test('escort is recorded only with its reason, and “other” only with its words; a kind the programme lacks never [C6, C7]', async () => {
		const { meet } = await aCase();
		const refusal = (field: string, problem: string) => ({
			ok: false,
			problem: 'fields',
			fields: [expect.objectContaining({ field, problem })],
		});
		expect(await meet({ kind: 'escort', words: '' })).toEqual(refusal('counselling-escort', 'reason-missing'));
		expect(await meet({ kind: 'other', words: '' })).toEqual(refusal('counselling-other', 'write-something'));
		expect(await meet({ kind: 'flying', words: 'x' })).toEqual(refusal('counselling', 'choose-some'));
		good(await meet({ kind: 'escort', words: 'První cesta na úřad.' }));
	});

	test('the database refuses an escort without its reason and a kind the definition lacks, whoever writes it [C7]', async () => {
		const { caseId, meet } = await aCase();
		good(await meet());
		const row = (kind: string, sealed: string) =>
			database.superuser.query(
				`insert into meeting_counselling (organisation_id, meeting_id, kind, subject_id, sealed)
				select organisation_id, id, $2, case_id, ${sealed} from meeting where case_id = $1`,
				[caseId, kind],
			);
		await expect(row('escort', 'null')).rejects.toThrow('needs its reason');
		await expect(row('other', 'null')).rejects.toThrow('needs its reason');
		await expect(row('flying', 'null')).rejects.toThrow('no such kind');
		await row('everyday-affairs', 'null');
		await row('escort', `decode(repeat('00', 64), 'hex')`);
	});

	test('a talk that never becomes a case gives counselling too, and an escort in it needs its reason [C6, C7]', async () => {
		const centre = await aCentre();
		const { worker } = centre;
		const { requestId } = await asked(centre, worker);
		const escort = { counselling: [{ kind: 'escort', words: '' }] };
		expect(await talk(worker, requestId, escort)).toMatchObject({ problem: 'fields' });
		good(await talk(worker, requestId, { counselling: [{ kind: 'rights-and-duties', words: '' }] }));
		const { rows } = await database.superuser.query(
			'select c.kind from meeting_counselling c join meeting m on m.id = c.meeting_id where m.request_id = $1',
			[requestId],
		);
		expect(rows.map((row) => row.kind)).toEqual(['rights-and-duties']);
	});
});

/** After the talk, which ended an hour ago. */
const JUST_NOW = { startedAt: new Date('2026-11-23T08:30:00Z'), minutes: 20 };

test('an option with its condition and obligation is chosen at a meeting as in a talk, and stays with the case [P18]', async () => {
	const world = await aWorld([prvaSocialnaPomoc]);
	const worker = await world.hire(['professional']);
	const requestId = await takenRequest(world, worker, {
		programme: prvaSocialnaPomoc.key,
		reasons: [],
		mode: 'office',
	});
	good(await linkPerson(worker, { requestId, personId: undefined }));
	const [first, second] = prvaSocialnaPomoc.options;
	const { talkId } = good(await talk(worker, requestId, { codes: { options: [first!.key] } }));
	const { caseId } = good(await open(worker, requestId));
	const choose = (...options: readonly string[]) =>
		recordMeeting(worker, aMeeting(worker, caseId, { ...JUST_NOW, said: said({ options }) }));
	expect(await choose('flying')).toMatchObject({ problem: 'fields' });
	const { meetingId } = good(await choose(first!.key, second!.key));
	const page = good(await readCasePage(worker, { caseId }));
	const chosen = chosenOptions(page.definition, page.meetings);
	expect(chosen.map((one) => [one.option.key, one.meetingId])).toEqual([
		[first!.key, talkId],
		[second!.key, meetingId],
	]);
	expect(chosen.every(({ option }) => option.condition.sl && option.obligation.sl)).toBe(true);
});
