import { describe, expect, test, vi } from 'vitest';
import { aClosing } from '#lib/cases/cases.fixtures.ts';
import { closeCase } from '#lib/cases/close-case.server.ts';
import { readCasePage } from '#lib/meetings/read-case-page.server.ts';
import { testDatabase } from '#lib/platform/database.fixtures.ts';
import { atSize, PROOF_TIMEOUT_MS } from '#lib/platform/proof.fixtures.ts';
import { aCentre, asked, CRISIS, open, talk } from './crisis.fixtures.ts';
import { earlierEpisode } from './earlier-episode.server.ts';
import { good, takenRequest } from './intake.fixtures.ts';

const RACES = atSize(40, 1_000);
vi.setConfig({ testTimeout: PROOF_TIMEOUT_MS });
const database = testDatabase();
const WHY = { reason: 'new-crisis', words: 'Nová ztráta.' } as const;

describe('another episode under a limited programme', () => {
	test('needs a coded reason and words, shows the first, and counts anew [C4]', async () => {
		const centre = await aCentre();
		const { worker } = centre;
		const first = await asked(centre, worker);
		good(await talk(worker, first.requestId));
		const { caseId } = good(await open(worker, first.requestId));
		good(await closeCase(worker, aClosing(caseId)));
		const second = await asked(centre, worker, first.personId);
		expect(await earlierEpisode(worker, { requestId: second.requestId })).toMatchObject({
			id: caseId,
			closedOn: '2026-11-23',
			counted: 1,
			limit: 12,
			mayRead: true,
		});
		expect(await open(worker, second.requestId)).toMatchObject({
			fields: [
				{ field: 'episodeReason', problem: 'episode-needs-reason' },
				{ field: 'episodeWords', problem: 'reason-missing' },
			],
		});
		const opened = good(await open(worker, second.requestId, WHY));
		const page = good(await readCasePage(worker, { caseId: opened.caseId }));
		expect(page.episode).toMatchObject({
			reason: 'new-crisis',
			words: 'Nová ztráta.',
			earlier: { id: caseId, counted: 1 },
		});
		expect(page.facts.counted).toBe(0);
		const { rows } = await database.superuser.query('select reason, sealed from episode where case_id = $1', [
			opened.caseId,
		]);
		expect([rows[0].reason, (rows[0].sealed as Buffer).includes('ztr')]).toEqual(['new-crisis', false]);
	});

	test('the first case of somebody asks for no reason, and nobody’s earlier case stands in the way of somebody else [C4]', async () => {
		const centre = await aCentre();
		const { worker } = centre;
		for (let i = 0; i < 2; i += 1) {
			const { requestId } = await asked(centre, worker);
			expect(await earlierEpisode(worker, { requestId })).toBeUndefined();
			const { caseId } = good(await open(worker, requestId));
			expect(good(await readCasePage(worker, { caseId })).episode).toBeUndefined();
		}
	});

	test('the database refuses a second case without its reason, whoever writes it [C4]', async () => {
		const centre = await aCentre();
		const { requestId, personId } = await asked(centre, centre.worker);
		const { caseId } = good(await open(centre.worker, requestId));
		const direct = database.superuser.query(
			`with made as (insert into case_ (organisation_id, id, number, programme, version, unit, meeting_limit, opened_on, opened_by)
				select organisation_id, gen_random_uuid(), '2026-9999', programme, version, unit, meeting_limit, opened_on, opened_by from case_ where id = $1 returning *)
			insert into case_member (organisation_id, case_id, person_id, roles, from_on) select organisation_id, id, $2, '{client}', opened_on from made`,
			[caseId, personId],
		);
		await expect(direct).rejects.toThrow('no reason');
	});

	test(`of two cases opened for one person at once, ${RACES} times, one is the first and the other is told [C4]`, async () => {
		const centre = await aCentre();
		const { worker } = centre;
		for (let i = 0; i < RACES; i += 1) {
			const one = await asked(centre, worker);
			const other = { requestId: await takenRequest(centre.world, worker, CRISIS) };
			const about = 'update request set about_person = $2 where id = $1';
			await database.superuser.query(about, [other.requestId, one.personId]);
			const both = await Promise.all([open(worker, one.requestId), open(worker, other.requestId)]);
			expect(both.filter((done) => done.ok)).toHaveLength(1);
			const told = both.find((done) => !done.ok);
			expect(['episode-needs-reason', 'fields']).toContain(told && !told.ok && told.problem);
			const { rows } = await database.superuser.query('select case_id from case_member where person_id = $1', [
				one.personId,
			]);
			expect(rows).toHaveLength(1);
		}
	});
});
