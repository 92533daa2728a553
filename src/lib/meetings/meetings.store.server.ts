import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';

// As many meetings count as the highest of their numbers says, unless one was voided; only then the gap is looked for.
const FREE = keptQuery((db, { organisationId, caseId }: { organisationId: Uuid; caseId: Uuid }) =>
	db
		.selectFrom('case_ as c')
		.select(
			sql<number>`case when c.counted = coalesce((select max(m.ordinal) from meeting m
					where m.organisation_id = c.organisation_id and m.case_id = c.id), 0) then c.counted + 1
				else (select min(n) from generate_series(1, c.counted + 1) n where not exists (select 1 from meeting m
					where m.organisation_id = c.organisation_id and m.case_id = c.id and m.ordinal = n)) end`.as('free'),
		)
		.where('c.organisation_id', '=', organisationId)
		.where('c.id', '=', caseId),
);

/** The lowest number that no counting meeting of a case has. */
export async function freeOrdinal(tx: Tx, caseId: Uuid): Promise<number> {
	const [found] = await FREE.rows(tx, { organisationId: tx.organisationId, caseId });
	return found?.free ?? 1;
}

/** What a list shows of some meetings. */
export async function loadListed(tx: Tx, ids: readonly Uuid[]) {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('meeting')
		.select(['id', 'kind', 'request_id as requestId', 'case_id as caseId', 'started_at as startedAt', 'mode'])
		.where('organisation_id', '=', tx.organisationId)
		.where('id', 'in', [...ids])
		.execute();
}

/** How many meetings of each of some cases were held; contacts in between are none. */
export async function loadHeld(tx: Tx, caseIds: readonly Uuid[]): Promise<{ case_id: Uuid | null; held: string }[]> {
	if (caseIds.length === 0) return [];
	return tx.db
		.selectFrom('meeting')
		.select(['case_id', (eb) => eb.fn.countAll<string>().as('held')])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', 'in', [...caseIds])
		.where('voided_at', 'is', null)
		.where('attendance', '=', 'came')
		.where('kind', '<>', 'contact')
		.groupBy('case_id')
		.execute();
}

/** How many meetings of a case count. */
export const COUNTED = keptQuery((db, of: { organisationId: Uuid; caseId: Uuid }) =>
	db
		.selectFrom('meeting')
		.select((eb) => eb.fn.count<string>('ordinal').as('counted'))
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.where('voided_at', 'is', null),
);

/** How often each kind of service was given in a case, and how often at home or in the field. */
export const SERVICES_GIVEN = keptQuery((db, of: { organisationId: Uuid; caseId: Uuid }) =>
	db
		.selectFrom('meeting')
		.select((eb) => [
			'service',
			eb.fn.countAll<string>().as('count'),
			eb.fn.countAll<string>().filterWhere('mode', '=', 'home').as('inField'),
		])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.where('voided_at', 'is', null)
		.where('attendance', '=', 'came')
		.where('service', 'is not', null)
		.groupBy('service')
		.orderBy('service'),
);

export async function voidMeetingRow(tx: Tx, id: Uuid, by: Uuid): Promise<boolean> {
	const done = await tx.db
		.updateTable('meeting')
		.set({ voided_at: tx.act.at, voided_by: by, ordinal: null })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('voided_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function attachToCase(
	tx: Tx,
	id: Uuid,
	to: { caseId: Uuid; meetingLimit: number; counts: boolean; ordinal: number | null },
): Promise<void> {
	await tx.db
		.updateTable('meeting')
		.set({ case_id: to.caseId, meeting_limit: to.meetingLimit, counts: to.counts, ordinal: to.ordinal })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}
