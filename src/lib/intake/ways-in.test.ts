import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { recordAidDecision } from './aid-application.server.ts';
import { answerInitiative } from './decide-request.server.ts';
import { aCommand, aProposal, aRequest, good, problemOf, someWords, today } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { openCaseFromRequest } from './open-case-from-request.server.ts';
import { readRequest } from './read-requests.server.ts';
import { enterRequest, receiveRequest, type NewRequest } from './receive-request.server.ts';
import { takeRequest } from './take-request.server.ts';

const database = testDatabase();
const day = (text: string) => text as CalendarDay;
const WORDS = 'Zimska obutev za dva otroka.';
const anApplication = (changes: Partial<NewRequest> = {}) =>
	aRequest({
		programme: 'blizu',
		wayIn: 'aid-application',
		mode: 'office',
		reasons: [],
		application: { kind: 'material-aid', appliedOn: day('2026-11-10'), asked: WORDS },
		...changes,
	});

describe('an application for material or flood aid', () => {
	test.each(['material-aid', 'flood-aid-2023'])(
		'%s: what was asked and what was decided stay with the request, and the own wish is asked before a case [B14, B15]',
		async (kind) => {
			const world = await aWorld([blizu]);
			const worker = await world.hire(['professional']);
			const decided = { decision: 'partly-granted', on: day('2026-11-18'), words: 'Bon za 120 EUR.' } as const;
			const application = { kind, appliedOn: day('2026-11-10'), asked: WORDS };
			const { requestId } = good(await enterRequest(worker, anApplication({ application, decided })));
			const page = good(await readRequest(worker, { requestId }));
			expect(page.facts).toMatchObject({ wayIn: 'aid-application', needsOwnWish: 'before-case', forWhom: 'self' });
			expect(page.course.application).toEqual({ ...application, decided });
			good(await linkPerson(worker, { requestId, personId: undefined }));
			const opening = () => openCaseFromRequest(worker, { command: aCommand(), requestId, unit: 'person' });
			expect(problemOf(await opening())).toBe('needs-own-wish');
			good(await answerInitiative(worker, { requestId, answer: 'accepted', on: today(world) }));
			good(await opening());
		},
	);

	test('what is decided later is recorded once, not before it was asked, and not on a day to come [B14]', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const { requestId } = good(await enterRequest(worker, anApplication()));
		const decide = (on: string) =>
			recordAidDecision(worker, { requestId, decision: 'refused', on: day(on), words: '' });
		expect(await decide('2026-11-24')).toMatchObject({ fields: [{ field: 'decidedOn', problem: 'in-the-future' }] });
		expect(await decide('2026-11-09')).toMatchObject({ fields: [{ field: 'decidedOn', problem: 'too-early' }] });
		good(await decide('2026-11-20'));
		expect(problemOf(await decide('2026-11-20'))).toBe('already-stated');
		const { course } = good(await readRequest(worker, { requestId }));
		expect(course.application?.decided).toEqual({ decision: 'refused', on: '2026-11-20', words: '' });
		const none = good(await enterRequest(worker, aRequest({ programme: 'blizu', reasons: [] })));
		const wrong = { requestId: none.requestId, decision: 'granted', on: today(world), words: '' } as const;
		expect(problemOf(await recordAidDecision(worker, wrong))).toBe('not-found');
	});

	test('its words lie sealed, and nobody at the door says what was applied for or decided', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const decided = { decision: 'granted', on: day('2026-11-18'), words: WORDS } as const;
		const { requestId } = good(await enterRequest(worker, anApplication({ decided })));
		const { rows } = await database.superuser.query(
			'select a.sealed, d.sealed as decided from aid_application a join aid_decision d using (request_id) where request_id = $1',
			[requestId],
		);
		for (const sealed of [rows[0].sealed, rows[0].decided] as Buffer[]) expect(sealed.includes('obutev')).toBe(false);
		expect(problemOf(await receiveRequest(world.visitor(), anApplication()))).toBe('not-accepting');
		const bare = anApplication({ application: undefined });
		expect(await enterRequest(worker, bare)).toMatchObject({
			fields: [{ field: 'asked', problem: 'write-something' }],
		});
		const unheard = { kind: 'other-aid', appliedOn: day('2026-11-10'), asked: WORDS };
		expect(await enterRequest(worker, anApplication({ application: unheard }))).toMatchObject({
			fields: [{ field: 'kind', problem: 'choose-one' }],
		});
		const elsewhere = anApplication({ wayIn: 'introductory-talk-field', mode: 'home' });
		expect(problemOf(await enterRequest(worker, elsewhere))).toBe('cannot-be-read');
	});
});

describe('the other ways in of Blizu', () => {
	test('all six are kept with their request, each with what it asks for [B14]', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['coordinator']);
		const proposed = aProposal();
		const asked: NewRequest[] = [
			anApplication(),
			aRequest({ programme: 'blizu', reasons: [], mode: 'home' }),
			aRequest({ programme: 'blizu', reasons: [], mode: 'online' }),
			aRequest({ programme: 'blizu', reasons: [], wayIn: 'questionnaire-result' }),
			aRequest({ ...proposed, programme: 'blizu', reasons: [], wayIn: 'proposal-karitas' }),
			aRequest({ ...proposed, programme: 'blizu', reasons: [], wayIn: 'proposal-other' }),
		];
		const kept = [];
		for (const request of asked) {
			if (request.application) good(await enterRequest(worker, request));
			else good(await receiveRequest(world.visitor(), request));
			kept.push(good(await readRequest(worker, { requestId: request.command })).facts.wayIn);
		}
		expect(kept).toEqual(blizu.waysIn.map((way) => way.key));
	});

	test('a result brings oneself or somebody near, and nobody proposes or acts by office with one [B14]', async () => {
		const world = await aWorld([blizu]);
		const result = (changes: Partial<NewRequest>) =>
			receiveRequest(
				world.visitor(),
				aRequest({ programme: 'blizu', reasons: [], wayIn: 'questionnaire-result', ...changes }),
			);
		good(await result({}));
		const about = { name: 'Miha Izmišljen', phone: '', email: '', relation: 'brat', knows: 'no' } as const;
		good(await result({ forWhom: 'other', text: someWords({ about }) }));
		expect(problemOf(await result(aProposal()))).toBe('not-accepting');
	});

	test('a professional or a volunteer proposes with the person’s agreement on record, and not without [B14, B15, B19]', async () => {
		const world = await aWorld([blizu]);
		const worker = await world.hire(['professional']);
		const propose = async (proposal: NewRequest['proposal']) => {
			const request = aRequest({
				...aProposal(),
				programme: 'blizu',
				reasons: [],
				wayIn: 'proposal-karitas',
				proposal,
			});
			return { request, done: await receiveRequest(world.visitor(), request) };
		};
		const without = await propose({ proposer: 'volunteer', agreedOn: null });
		expect(without.done).toMatchObject({ ok: false, fields: [{ field: 'knows', problem: 'needs-agreement' }] });
		const early = await propose({ proposer: 'volunteer', agreedOn: day('2026-11-24') });
		expect(early.done).toMatchObject({ fields: [{ field: 'agreedOn', problem: 'in-the-future' }] });
		const { request, done } = await propose({ proposer: 'volunteer', agreedOn: day('2026-11-20') });
		good(done);
		good(await takeRequest(worker, { command: aCommand(), requestId: request.command }));
		const page = good(await readRequest(worker, { requestId: request.command }));
		expect(page.course.proposal).toEqual({ proposer: 'volunteer', agreedOn: '2026-11-20' });
	});
});

describe('that a request arrived', () => {
	const lettersOf = async (changes: Partial<NewRequest>) => {
		const world = await aWorld();
		const request = aRequest(changes);
		good(await receiveRequest(world.visitor(), request));
		// The same form again writes nothing again.
		good(await receiveRequest(world.visitor(), request));
		const all = good(await listOutbox(await world.hire(['administrator']))).messages;
		return { world, letters: all.filter((one) => one.kind === 'received') };
	};

	test('is said at once, in neutral words, with the day of the answer, to whoever may be written to [B21]', async () => {
		const { world, letters } = await lettersOf({ text: someWords({ rules: ['no-phone'] }) });
		expect(letters.map(({ to, subject }) => [to, subject])).toEqual([['zala@primer.invalid', 'Novo sporočilo']]);
		expect(letters[0]!.text).toContain('četrtek, 26.\u00a0november\u00a02026');
		expect(letters[0]!.text).not.toMatch(new RegExp(`${world.slug}|Small|pomo|stisk|Zala`, 'i'));
	});

	test('is said to nobody who gave no address or said no to e-mail', async () => {
		expect((await lettersOf({ text: someWords({ email: '' }) })).letters).toEqual([]);
		expect((await lettersOf({ text: someWords({ rules: ['no-email'] }) })).letters).toEqual([]);
	});
});
