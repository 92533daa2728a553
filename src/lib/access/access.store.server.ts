import { sql } from 'kysely';
import type { Role } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { Relation } from './access-table.ts';

type GrantKind = 'own' | 'stand-in' | 'screened';

export async function insertGrant(tx: Tx, grant: { worker: Uuid; subject: Uuid; relation: GrantKind }): Promise<void> {
	await tx.db
		.insertInto('access.grant_')
		.values({
			organisation_id: tx.organisationId,
			worker_id: grant.worker,
			subject_id: grant.subject,
			relation: grant.relation,
			from_at: tx.act.at,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['organisation_id', 'worker_id', 'subject_id', 'relation'])
				.where('to_at', 'is', null)
				.doNothing(),
		)
		.execute();
}

export async function closeGrant(tx: Tx, grant: { worker: Uuid; subject: Uuid; relation: GrantKind }): Promise<void> {
	await tx.db
		.updateTable('access.grant_')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', grant.worker)
		.where('subject_id', '=', grant.subject)
		.where('relation', '=', grant.relation)
		.where('to_at', 'is', null)
		.execute();
}

export async function insertSubjectTeams(tx: Tx, subject: Uuid, teams: readonly Uuid[]): Promise<void> {
	if (teams.length === 0) return;
	const rows = teams.map((team) => ({ organisation_id: tx.organisationId, subject_id: subject, team_id: team }));
	// A visitor may insert and not look, so nothing is said about conflicts for them; a new subject has none.
	const insert = tx.db.insertInto('access.subject_team').values(rows);
	await (tx.act.by.kind === 'visitor' ? insert : insert.onConflict((conflict) => conflict.doNothing())).execute();
}

export async function deleteSubjectTeams(tx: Tx, subject: Uuid): Promise<void> {
	await tx.db
		.deleteFrom('access.subject_team')
		.where('organisation_id', '=', tx.organisationId)
		.where('subject_id', '=', subject)
		.execute();
}

export async function loadOwned(tx: Tx, worker: Uuid, subjects: readonly Uuid[]): Promise<Uuid[]> {
	if (subjects.length === 0) return [];
	const rows = await tx.db
		.selectFrom('access.grant_')
		.select('subject_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('subject_id', 'in', [...subjects])
		.where('relation', 'in', ['own', 'stand-in'])
		.where(sql<boolean>`access.holds(relation, from_at, to_at)`)
		.execute();
	return rows.map((row) => row.subject_id);
}

export async function loadSubjectTeams(tx: Tx, subject: Uuid): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('access.subject_team')
		.select('team_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('subject_id', '=', subject)
		.limit(500)
		.execute();
	return rows.map((row) => row.team_id);
}

/** Who of the teams of a subject has one of some roles; whoever it is screened off from is not among them. */
export async function loadColleagues(tx: Tx, subject: Uuid, roles: readonly Role[]): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('access.subject_team as s')
		.innerJoin('access.team_member as m', (join) =>
			join
				.onRef('m.organisation_id', '=', 's.organisation_id')
				.onRef('m.team_id', '=', 's.team_id')
				.on('m.to_at', 'is', null),
		)
		.innerJoin('access.worker_role as r', (join) =>
			join
				.onRef('r.organisation_id', '=', 'm.organisation_id')
				.onRef('r.worker_id', '=', 'm.worker_id')
				.on('r.to_at', 'is', null),
		)
		.select('m.worker_id')
		.distinct()
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.subject_id', '=', subject)
		.where('r.role', 'in', [...roles])
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('access.grant_ as g')
						.select('g.worker_id')
						.whereRef('g.organisation_id', '=', 'm.organisation_id')
						.whereRef('g.worker_id', '=', 'm.worker_id')
						.where('g.subject_id', '=', subject)
						.where('g.relation', '=', 'screened')
						.where('g.to_at', 'is', null),
				),
			),
		)
		.limit(500)
		.execute();
	return rows.map((row) => row.worker_id);
}

export async function loadTeamOfProgramme(tx: Tx, programme: string): Promise<Uuid | undefined> {
	const row = await tx.db
		.selectFrom('access.team_programme')
		.select('team_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('programme', '=', programme)
		.executeTakeFirst();
	return row?.team_id;
}

export async function upsertTeamOfProgramme(tx: Tx, programme: string, team: Uuid): Promise<void> {
	await tx.db
		.insertInto('access.team_programme')
		.values({ organisation_id: tx.organisationId, programme, team_id: team })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'programme']).doUpdateSet({ team_id: team }))
		.execute();
}

export async function insertTeam(
	tx: Tx,
	team: { id: Uuid; name: string; programmes: readonly string[] },
): Promise<void> {
	await tx.db
		.insertInto('access.team')
		.values({ organisation_id: tx.organisationId, id: team.id, name: team.name })
		.execute();
	const rows = team.programmes.map((programme) => ({
		organisation_id: tx.organisationId,
		programme,
		team_id: team.id,
	}));
	if (rows.length > 0) await tx.db.insertInto('access.team_programme').values(rows).execute();
}

export async function insertTeamMember(tx: Tx, member: { team: Uuid; worker: Uuid; isLead: boolean }): Promise<void> {
	await tx.db
		.insertInto('access.team_member')
		.values({
			organisation_id: tx.organisationId,
			team_id: member.team,
			worker_id: member.worker,
			is_lead: member.isLead,
			from_at: tx.act.at,
		})
		.execute();
}

export async function closeMemberships(tx: Tx, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('access.team_member')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('to_at', 'is', null)
		.execute();
}

export async function loadTeams(tx: Tx): Promise<{ id: Uuid; name: string }[]> {
	return tx.db
		.selectFrom('access.team')
		.select(['id', 'name'])
		.where('organisation_id', '=', tx.organisationId)
		.limit(500)
		.execute();
}

const OWN_TEAMS = keptQuery((db, { organisationId, worker }: { organisationId: Uuid; worker: Uuid }) =>
	db
		.selectFrom('access.team_member as m')
		.innerJoin('access.team as t', (join) =>
			join.onRef('t.organisation_id', '=', 'm.organisation_id').onRef('t.id', '=', 'm.team_id'),
		)
		.select(['t.id', 't.name'])
		.where('m.organisation_id', '=', organisationId)
		.where('m.worker_id', '=', worker)
		.where('m.to_at', 'is', null)
		.limit(500),
);

/** The teams a worker is in now, with their names. */
export async function loadOwnTeams(tx: Tx, worker: Uuid): Promise<{ id: Uuid; name: string }[]> {
	return OWN_TEAMS.rows(tx, { organisationId: tx.organisationId, worker });
}

export async function loadMemberships(tx: Tx): Promise<{ worker_id: Uuid; team_id: Uuid; is_lead: boolean }[]> {
	return tx.db
		.selectFrom('access.team_member')
		.select(['worker_id', 'team_id', 'is_lead'])
		.where('organisation_id', '=', tx.organisationId)
		.where('to_at', 'is', null)
		.limit(5_000)
		.execute();
}

export async function insertRoles(tx: Tx, worker: Uuid, roles: readonly Role[]): Promise<void> {
	if (roles.length === 0) return;
	await tx.db
		.insertInto('access.worker_role')
		.values(roles.map((role) => ({ organisation_id: tx.organisationId, worker_id: worker, role, from_at: tx.act.at })))
		.execute();
}

export async function closeRoles(tx: Tx, worker: Uuid, roles: readonly Role[]): Promise<void> {
	if (roles.length === 0) return;
	await tx.db
		.updateTable('access.worker_role')
		.set({ to_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('worker_id', '=', worker)
		.where('role', 'in', [...roles])
		.where('to_at', 'is', null)
		.execute();
}

/** The roles that everybody, or one worker, has now. */
export async function loadRoles(
	tx: Tx,
	{ worker }: { worker?: Uuid } = {},
): Promise<{ worker_id: Uuid; role: Role }[]> {
	const rows = await tx.db
		.selectFrom('access.worker_role')
		.select(['worker_id', 'role'])
		.where('organisation_id', '=', tx.organisationId)
		.where('to_at', 'is', null)
		.$if(worker !== undefined, (asked) => asked.where('worker_id', '=', worker!))
		.limit(10_000)
		.execute();
	return rows as { worker_id: Uuid; role: Role }[];
}

/** Locks the rows that say who administers, so that the last administrator cannot be taken away by two at once. */
export async function lockAdministrators(tx: Tx): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('access.worker_role')
		.select('worker_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('role', '=', 'administrator')
		.where('to_at', 'is', null)
		.forUpdate()
		.execute();
	return rows.map((row) => row.worker_id);
}

/** How many requests, cases and persons a worker stands to in each way. */
export async function loadReach(tx: Tx, worker: Uuid): Promise<readonly Reach[]> {
	const { rows } = await sql<{
		kind: Reach['kind'];
		relation: Relation;
		subjects: string;
	}>`select kind, relation, subjects from access.reach_of(${worker})`.execute(tx.db);
	return rows.map(({ kind, relation, subjects }) => ({ kind, relation, count: Number(subjects) }));
}

/** How many subjects of a kind a worker stands to in one way. */
export type Reach = {
	readonly kind: 'request' | 'case' | 'person';
	readonly relation: Relation;
	readonly count: number;
};
