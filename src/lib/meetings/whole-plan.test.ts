import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ok } from '#lib/kernel/result.ts';
import { good } from '#lib/intake/intake.fixtures.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { rowsRead, testDatabase } from '#lib/platform/database.fixtures.ts';
import { aLimitedCase, aMeeting } from './meetings.fixtures.ts';
import { recordMeeting } from './record-meeting.server.ts';
import { loadWhole } from './whole-meetings.store.server.ts';

const database = testDatabase();
/** Meetings of other cases. */
const OTHERS = 2_000;
/** What a planner would do that takes the codes of all cases for few, and so reads along with them the meetings of all. */
const INCLINED = ['enable_nestloop', 'enable_hashjoin', 'enable_sort'];

async function fill(caseId: string): Promise<void> {
	const { superuser } = database;
	await superuser.query('set session_replication_role = replica');
	await superuser.query(
		`insert into meeting select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'case_id', md5((n % 90)::text)::uuid, 'counts', false, 'ordinal', null))).*
			from meeting m, generate_series(1, $2) n where m.case_id = $1`,
		[caseId, OTHERS],
	);
	await superuser.query(
		`insert into meeting_code (organisation_id, meeting_id, field, code) select organisation_id, id, 'topics', 'sleep' from meeting`,
	);
	await superuser.query('set session_replication_role = origin');
	await superuser.query('vacuum analyze meeting');
}

test('the meetings of a case are read by themselves, however many other cases have, and however the planner is inclined', async () => {
	const { worker, caseId } = await aLimitedCase();
	good(await recordMeeting(worker, aMeeting(worker, caseId)));
	await fill(caseId);
	const { done, read } = good(
		await lookUp(worker, async (tx) => {
			await sql`discard plans`.execute(tx.db);
			for (const one of INCLINED) await sql.raw(`set local ${one} = off`).execute(tx.db);
			return ok(await rowsRead(tx, 'meeting', () => loadWhole(tx, { caseId })));
		}),
	);
	expect(done.meetings).toHaveLength(1);
	// Each of its parts looks for them once.
	expect(read).toBeGreaterThan(0);
	expect(read).toBeLessThan(20);
});
