import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

type Passed = { from: Uuid; to: Uuid; since: Date; until: Date | null };

/** The living appointments of a worker in a span, of some cases and requests: all of them when none are named. */
function timesOf(tx: Tx, { from, since, until }: Omit<Passed, 'to'>, subjects: readonly Uuid[] | undefined) {
	return sql`h.organisation_id = ${tx.organisationId} and h.kind = 'worker' and h.holder_id = ${from} and h.live
		and h.starts_at >= ${since} and (${until}::timestamptz is null or h.starts_at < ${until})
		and a.organisation_id = h.organisation_id and a.id = h.appointment_id and a.state in ('offered', 'accepted')
		and (${subjects === undefined} or coalesce(a.case_id, a.request_id) = any (${subjects ?? []}::uuid[]))`;
}

/** The appointments that go to the next worker, whose time is free then. */
export async function moveHolders(tx: Tx, passed: Passed, subjects: readonly Uuid[]): Promise<Uuid[]> {
	const { rows } = await sql<{ id: Uuid }>`
		update appointment_holder h set holder_id = ${passed.to} from appointment a
		where ${timesOf(tx, passed, subjects)} and not exists (select 1 from appointment_holder o
			where o.organisation_id = h.organisation_id and o.kind = 'worker' and o.holder_id = ${passed.to} and o.live
				and o.starts_at < h.ends_at and o.ends_at > h.starts_at)
		returning h.appointment_id as id`.execute(tx.db);
	return rows.map((row) => row.id);
}

export type HeldAppointment = { id: Uuid; request_id: Uuid | null; case_id: Uuid | null; starts_at: Date };

/** The appointments a worker still holds in a span. */
export async function loadHeldTimes(
	tx: Tx,
	held: Omit<Passed, 'to'>,
	subjects?: readonly Uuid[],
): Promise<HeldAppointment[]> {
	const { rows } = await sql<HeldAppointment>`
		select a.id, a.request_id, a.case_id, a.starts_at from appointment_holder h, appointment a
		where ${timesOf(tx, held, subjects)} order by a.starts_at, a.id limit 500`.execute(tx.db);
	return rows;
}
