import { ROLES, type Role, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { may, mayEver, type Action, type Relation } from './access-table.ts';
import {
	closeGrant,
	closeMemberships,
	closeRoles,
	deleteSubjectTeams,
	insertGrant,
	insertRoles,
	insertSubjectTeams,
	insertTeam,
	insertTeamMember,
	loadColleagues,
	loadMemberships,
	loadOwned,
	loadReach,
	loadRoles,
	loadSubjectTeams,
	loadTeamOfProgramme,
	loadTeams,
	loadOwnTeams,
	lockAdministrators,
	upsertTeamOfProgramme,
} from './access.store.server.ts';
import { loadRelation, loadRelations } from './relations.store.server.ts';
import { endAllGrants, endStandInGrants, insertStandIn, loadLeads, loadScreenedFrom } from './stand-in.store.server.ts';

/** Lets a worker do something to a subject, or refuses as if the subject were not there: what you may not see does not exist. */
export async function permit(tx: Tx<Worker>, action: Action, subject: Uuid): Promise<Result<Relation>> {
	const relation = await loadRelation(tx, subject);
	return may(tx.act.by.roles, action, relation) ? ok(relation) : refuse('not-found');
}

/** Lets a worker do something that concerns no single subject. */
export function permitRole(worker: Worker, action: Action): Result<undefined> {
	return may(worker.roles, action) ? ok() : refuse('not-found');
}

/** How the worker stands to each of some subjects. */
export const relationsTo = loadRelations;
/** How the worker stands to one subject. */
export const relationTo = loadRelation;

/** From now on this is the worker's own: a request they took, a case they carry, a person they accompany. */
export async function makeOwn(tx: Tx, worker: Uuid, subjects: readonly Uuid[]): Promise<void> {
	for (const subject of subjects) await insertGrant(tx, { worker, subject, relation: 'own' });
}

/** From now on this is no longer the worker's own; they stay known as a former one. */
export async function endOwn(tx: Tx, worker: Uuid, subject: Uuid): Promise<void> {
	await closeGrant(tx, { worker, subject, relation: 'own' });
}

/** Lets a worker stand in between two moments: what is another's own is theirs as well, then no more. */
export const standIn = insertStandIn;
/** Ends a stand-in before its time. */
export const endStandIn = endStandInGrants;
/** Whether something is kept from a worker. */
export const isScreenedFrom = loadScreenedFrom;
/** Whether the worker leads: the team something belongs to, or as the lead of a programme. */
export const leadsOf = loadLeads;
/** From now on nothing is the worker's own: they have left. */
export const endEverythingOwn = endAllGrants;

/** Screens a subject off from a worker, whatever else relates them. */
export async function screenOff(tx: Tx, worker: Uuid, subject: Uuid): Promise<void> {
	await insertGrant(tx, { worker, subject, relation: 'screened' });
}

/** A subject belongs to these teams. */
export const belongToTeams = insertSubjectTeams;
/** The teams a subject belongs to. */
export const teamsOf = loadSubjectTeams;
/** A subject goes to one team, from whichever it belonged to. */
export async function moveToTeam(tx: Tx, subject: Uuid, team: Uuid): Promise<void> {
	await deleteSubjectTeams(tx, subject);
	await insertSubjectTeams(tx, subject, [team]);
}
/** Which of some subjects are a worker's own now. */
export const ownedBy = loadOwned;
/** Colleagues of the teams of a subject to whom it could be given: who may do this to what is theirs. */
export async function colleaguesFor(tx: Tx, subject: Uuid, action: Action): Promise<readonly Uuid[]> {
	return loadColleagues(
		tx,
		subject,
		ROLES.filter((role) => mayEver([role], action)),
	);
}
/** The teams of the organisation, with their names. */
export const teamsHere = loadTeams;
/** The teams a worker is in now, with their names. */
export const ownTeams = loadOwnTeams;
/** The team that a programme's requests come to; undefined while it has none. */
export const teamOfProgramme = loadTeamOfProgramme;

/** From now on a programme's requests come to this team. */
export const assignProgramme = upsertTeamOfProgramme;

/** Teams, their members and everybody's roles: for those who look after workers. */
export async function staffing(tx: Tx) {
	const [teams, memberships, roles] = await Promise.all([loadTeams(tx), loadMemberships(tx), loadRoles(tx)]);
	return { teams, memberships, roles };
}

/** The roles a worker has now. */
export async function rolesOf(tx: Tx, worker: Uuid): Promise<readonly Role[]> {
	return (await loadRoles(tx, { worker })).map((row) => row.role);
}

/** Makes a team for some programmes. */
export const makeTeam = insertTeam;
/** Adds a worker to a team. */
export const joinTeam = insertTeamMember;
/** Ends a worker's memberships. */
export const leaveTeams = closeMemberships;

/** Gives a worker exactly these roles. Refuses to leave the organisation without an administrator. */
export async function assignRoles(tx: Tx, worker: Uuid, roles: readonly Role[]): Promise<Result<undefined>> {
	const administrators = await lockAdministrators(tx);
	const wouldLeaveNone =
		!roles.includes('administrator') && administrators.length === 1 && administrators[0] === worker;
	if (wouldLeaveNone) return refuse('last-administrator');
	const before = await rolesOf(tx, worker);
	await closeRoles(
		tx,
		worker,
		before.filter((role) => !roles.includes(role)),
	);
	await insertRoles(
		tx,
		worker,
		roles.filter((role) => !before.includes(role)),
	);
	return ok();
}

/** How many requests, cases and persons a worker stands to in each way, at present. */
export const reachOf = loadReach;
export type { Reach } from './access.store.server.ts';
