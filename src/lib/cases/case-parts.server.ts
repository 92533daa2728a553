import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { CaseFacts } from './case.ts';
import { timeZoneHere } from './case-under-change.server.ts';
import { loadCase, loadCaseTeamMin, loadCaseWorkers, loadMembers } from './cases.store.server.ts';
import type { Definition, Phase } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import { currentPhase } from './way.ts';
import { loadPhases } from './way.store.server.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { loadPlan, loadPlanVersions } from './plan.store.server.ts';
import { ledBy, teamIsThere } from './team.ts';
import { loadAbsences } from './team.store.server.ts';

/** Who was at a meeting of a case, and who led it. */
export type Party = {
	readonly people: readonly { readonly person: Uuid; readonly role: string }[];
	readonly ledWith: readonly Uuid[];
};

/** Decides who a meeting was with: members who take part, workers of the case, and with several of a family as many as its programme asks. */
export async function partyOf(
	tx: Tx<Worker>,
	facts: CaseFacts,
	met: {
		readonly present?: readonly Uuid[];
		readonly ledWith?: readonly Uuid[];
		readonly startedAt: Date;
		readonly kind: string;
		readonly attendance: string;
	},
): Promise<Result<Party>> {
	const [members, workers, absences, teamMin, timeZone] = await Promise.all([
		presentMembers(tx, facts.id),
		loadCaseWorkers(tx, [facts.id]),
		loadAbsences(tx, facts.id),
		loadCaseTeamMin(tx, facts.id),
		timeZoneHere(tx),
	]);
	const there = met.present?.filter((person) => members.includes(person)) ?? members;
	if (there.length === 0) return refuseField('present', 'choose-some');
	const ledWith = met.ledWith?.filter((worker) => workers.some((one) => one.worker_id === worker)) ?? [];
	const led = ledBy([tx.act.by.workerId, ...ledWith], absences, dayOf(met.startedAt, timeZone));
	const meeting = { unit: facts.unit, members: there.length, led };
	const held = met.attendance === 'came' && met.kind !== 'contact';
	if (held && !teamIsThere(teamMin, meeting)) return refuseField('ledWith', 'team-too-small');
	return ok({ people: there.map((person) => ({ person, role: 'client' })), ledWith });
}

/** The versions of the plan of a case, newest first. */
export const planVersionsOf = loadPlanVersions;

/** The members of a case at present. */
export async function presentMembers(tx: Tx, caseId: Uuid): Promise<readonly Uuid[]> {
	const members = await loadMembers(tx, [caseId]);
	return members.filter((member) => !member.to_on).map((member) => member.person_id);
}

/** The goals of the newest plan of a case. */
export async function currentGoals(tx: Tx, caseId: Uuid): Promise<readonly Uuid[]> {
	const plan = await loadPlan(tx, caseId);
	return plan?.goals.map((goal) => goal.goal_id) ?? [];
}

/** The definition a case began under, and the phase it is in. */
export async function phaseOfCase(
	tx: Tx,
	caseId: Uuid,
): Promise<Result<{ definition: Definition; phase: Phase | undefined }>> {
	const [facts, begun] = await Promise.all([loadCase(tx, caseId), loadPhases(tx, caseId)]);
	if (!facts) return refuse('not-found');
	const definition = await definitionOf(tx, facts.programme, facts.version);
	return ok({ definition, phase: currentPhase(definition, begun) });
}
