import { sql } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ownSubjects, teamSubjects, unscreened } from '#lib/access/whose-subjects.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { CaseDays } from './deadlines.ts';

/** Whose deadlines: the worker's own cases, or all of their teams'. */
export type DeadlinesOf = 'own' | 'team';

/** The condition that a case is active and the worker's, or their teams': found by their ids, however many there are beside them. */
function activeOf(tx: Tx, of: DeadlinesOf) {
	const ids = of === 'own' ? ownSubjects(tx) : sql`${ownSubjects(tx)} union ${teamSubjects(tx)}`;
	return sql`c.organisation_id = ${tx.organisationId} and c.active_from is not null
		and c.id = any(array(${ids})::uuid[]) and ${unscreened(tx, sql`c.id`)}`;
}

/** The days active cases go by. */
export async function loadCaseDays(tx: Tx, of: DeadlinesOf): Promise<readonly CaseDays[]> {
	const { rows } = await sql<CaseDays>`
		select c.id, c.programme, c.version, c.active_from as "activeFrom", r.next_on as "reviewSaid", a.to_on as "periodUntil"
		from case_ c
		left join lateral (select v.next_on from case_event e
			join review v on v.organisation_id = e.organisation_id and v.event_id = e.id
			where e.organisation_id = c.organisation_id and e.case_id = c.id and e.kind = 'reviewed'
			order by e.on_day desc, e.id desc limit 1) r on true
		left join lateral (select g.to_on from agreement g
			where g.organisation_id = c.organisation_id and g.case_id = c.id order by g.version desc limit 1) a on true
		where ${activeOf(tx, of)} order by c.id limit 2000`.execute(tx.db);
	return rows;
}

type DueStepRow = {
	case_id: Uuid;
	step_id: Uuid;
	version: number;
	by_on: CalendarDay;
	sealed: Sealed;
	wrapped: Buffer;
	total: number;
};

/** The steps of plans that are to be done by a day and are not, soonest first; each row knows how many there are in all. */
export async function loadDueSteps(
	tx: Tx,
	of: DeadlinesOf,
	{ until, atMost }: { until: CalendarDay; atMost: number },
): Promise<readonly DueStepRow[]> {
	const { rows } = await sql<DueStepRow>`
		select s.case_id, s.step_id, s.version, s.by_on, s.sealed, k.wrapped, (count(*) over ())::integer as total
		from case_ c
		join plan_step s on s.organisation_id = c.organisation_id and s.case_id = c.id and s.by_on <= ${until}
			and s.version = (select max(p.version) from plan p where p.organisation_id = c.organisation_id and p.case_id = c.id)
		join subject_key k on k.organisation_id = c.organisation_id and k.subject_id = c.id
		where ${activeOf(tx, of)} and not exists (select 1 from step_done d
			where d.organisation_id = s.organisation_id and d.case_id = s.case_id and d.step_id = s.step_id)
		order by s.by_on, s.step_id limit ${atMost}`.execute(tx.db);
	return rows;
}
