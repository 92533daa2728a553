import { describe, expect, test } from 'vitest';
import { aCase } from '#lib/cases/cases.fixtures.ts';
import { stepUp } from '#lib/cases/way.server.ts';
import { aMeeting } from '#lib/meetings/meetings.fixtures.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { recordMeeting } from '#lib/meetings/record-meeting.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { aWorld } from '#lib/programmes/world.fixtures.ts';
import { blizu } from '../../../programmes/blizu.ts';
import { prvaSocialnaPomoc } from '../../../programmes/prva-socialna-pomoc.ts';
import { skupajZmoremo } from '../../../programmes/skupaj-zmoremo.ts';
import { concludeRequest, declineRequest } from './decide-request.server.ts';
import { aCommand, aTalk, good, takenRequest } from './intake.fixtures.ts';
import { linkPerson } from './link-person.server.ts';
import { recordTalk } from './record-talk.server.ts';

const database = testDatabase();

async function aCaseOf(definition: Definition) {
	const world = await aWorld([definition]);
	const worker = await world.hire(['professional']);
	const open = () => aCase(world, worker, { definition });
	return { world, worker, open };
}

async function servicesOf(caseId: string) {
	const { rows } = await database.superuser.query(
		'select service, mode, count(*)::int as n from meeting where case_id = $1 group by 1, 2 order by 1, 2',
		[caseId],
	);
	return rows.map((row) => `${row.service} ${row.mode} ${row.n}`);
}

describe('kinds of service', () => {
	test('counselling, advocacy, informing and accompaniment are each recorded in the field, and counted apart [B22]', async () => {
		const { worker, open } = await aCaseOf(blizu);
		const { caseId } = await open();
		for (const { key: service } of blizu.services)
			good(await recordMeeting(worker, aMeeting(worker, caseId, { service, mode: 'home' })));
		expect(await servicesOf(caseId)).toEqual([
			'accompaniment home 1',
			'advocacy home 1',
			'counselling home 1',
			'informing home 1',
		]);
		expect(await recordMeeting(worker, aMeeting(worker, caseId, { service: 'flying' }))).toMatchObject({
			fields: [{ field: 'service', problem: 'choose-one' }],
		});
	});

	test('a parent is a client in their own right; the two services are told apart, by telephone and online [Z2, Z3]', async () => {
		const { worker, open } = await aCaseOf(skupajZmoremo);
		const [child, parent] = [await open(), await open()];
		const talk = (caseId: typeof child.caseId, service: string, mode: 'phone' | 'online') =>
			recordMeeting(worker, aMeeting(worker, caseId, { service, mode }));
		good(await talk(child.caseId, 'psychological-counselling', 'online'));
		good(await talk(child.caseId, 'relief-talk', 'phone'));
		good(await talk(parent.caseId, 'counselling-talk', 'phone'));
		expect(await servicesOf(child.caseId)).toEqual(['psychological-counselling online 1', 'relief-talk phone 1']);
		expect(await servicesOf(parent.caseId)).toEqual(['counselling-talk phone 1']);
		expect(parent.people[0]).not.toBe(child.people[0]);
	});

	test('relief talks step up into in-depth treatment in the same case, the talks before it kept [Z4]', async () => {
		const { worker, open } = await aCaseOf(skupajZmoremo);
		const { caseId } = await open();
		good(await recordMeeting(worker, aMeeting(worker, caseId, { service: 'relief-talk', mode: 'phone' })));
		const on = worker.at.toISOString().slice(0, 10) as Parameters<typeof stepUp>[1]['on'];
		good(await stepUp(worker, { command: aCommand(), caseId, on, reason: 'talks-not-enough', words: 'Stiska traja.' }));
		good(
			await recordMeeting(worker, aMeeting(worker, caseId, { service: 'psychological-counselling', mode: 'online' })),
		);
		const page = good(await readCasePage(worker, { caseId }));
		expect(page.meetings).toHaveLength(2);
		expect([page.stepUp?.reason, page.stepUp?.words]).toEqual(['talks-not-enough', 'Stiska traja.']);
		const { rows } = await database.superuser.query('select reason, count(*)::int as n from step_up group by reason');
		expect(rows).toEqual([{ reason: 'talks-not-enough', n: 1 }]);
	});
});

describe('first social help', () => {
	async function asked() {
		const world = await aWorld([prvaSocialnaPomoc]);
		const worker = await world.hire(['professional']);
		const request = { programme: prvaSocialnaPomoc.key, reasons: [], mode: 'office' as const };
		const requestId = await takenRequest(world, worker, request);
		good(await linkPerson(worker, { requestId, personId: undefined }));
		return { worker, requestId };
	}

	test('nobody is declined for taking no active role: it is no reason there is, and a talk without a next step is a talk [P10]', async () => {
		const { worker, requestId } = await asked();
		const reason = { requestId, reason: 'not-active', note: 'Ni dejaven.' };
		expect((await declineRequest(worker, reason)).ok).toBe(false);
		good(await recordTalk(worker, aTalk(worker, requestId, { mode: 'office', texts: {}, codes: {} })));
		good(await concludeRequest(worker, { requestId, agreement: 'none', note: '' }));
	});

	test('is work with an individual: the talk is with one person [P14]', async () => {
		expect(prvaSocialnaPomoc.methods.map((one) => one.sl)).toEqual(['metoda dela s posameznikom']);
		const { worker, requestId } = await asked();
		const { talkId } = good(await recordTalk(worker, aTalk(worker, requestId, { mode: 'office' })));
		const { rows } = await database.superuser.query('select role from meeting_person where meeting_id = $1', [talkId]);
		expect(rows).toEqual([{ role: 'client' }]);
	});
});
