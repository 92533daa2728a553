import { sql, type RawBuilder } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

// Lists of what somebody may know of are asked as sets: how a worker stands to one subject after the other, a hundred thousand times, takes seconds.

/** Which worker asks; nobody for whoever is none. */
export const workerOf = (tx: Tx) => (tx.act.by.kind === 'worker' ? tx.act.by.workerId : null);

/** The subjects to which the worker stands in one of some relations now. */
const granted = (tx: Tx, relations: string) => sql<Uuid>`select g.subject_id from access.grant_ as g
	where g.organisation_id = ${tx.organisationId} and g.worker_id = ${workerOf(tx)} and g.relation in (${sql.raw(relations)}) and access.holds(g.relation, g.from_at, g.to_at)`;

/** The subjects that are the worker’s own, whoever they stand in for included. */
export const ownSubjects = (tx: Tx) => granted(tx, `'own', 'stand-in'`);

/** The subjects of the worker’s teams. */
export const teamSubjects = (
	tx: Tx,
) => sql<Uuid>`select s.subject_id from access.subject_team as s join access.team_member as m
	on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
	where s.organisation_id = ${tx.organisationId} and m.worker_id = ${workerOf(tx)}`;

/** That nothing is screened off from the worker. */
export const unscreened = (tx: Tx, subject: RawBuilder<unknown>) =>
	sql<boolean>`${subject} not in (${granted(tx, `'screened'`)})`;
