import { sql } from 'kysely';
import { ok } from '#lib/kernel/result.ts';
import { lookUp } from '#lib/platform/database.server.ts';

const MONTHS_AHEAD = 3;

/** Makes the parts of the journal for this month and the next ones, so that none has to be made while somebody writes. */
export async function makeJournalParts(at: Date): Promise<void> {
	await lookUp({ by: { kind: 'visitor' }, at }, async (tx) => {
		await sql`select make_journal_part((${at}::timestamptz + make_interval(months => n))::date) from generate_series(0, ${MONTHS_AHEAD}::int) n`.execute(
			tx.db,
		);
		return ok();
	});
}
