import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptTogether } from '#lib/platform/kept-query.server.ts';
import type { Definition, Phase } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import type { CaseFacts } from './case.ts';
import { loadCase, loadMembers, MEMBERS, TEAM_MIN, WORKERS } from './cases.store.server.ts';
import { ofCase } from './of-case.server.ts';
import { GOAL_IDS } from './plan.store.server.ts';
import { ledBy, teamIsThere, type Absence } from './team.ts';
import { ABSENCES } from './team.store.server.ts';
import { currentPhase } from './way.ts';
import { loadPhases } from './way.store.server.ts';

/** Who was at a meeting of a case, and who led it. */
export type Party = {
	readonly people: readonly { readonly person: Uuid; readonly role: string }[];
	readonly ledWith: readonly Uuid[];
};

const PARTS = keptTogether({
	members: MEMBERS,
	workers: WORKERS,
	absences: ABSENCES,
	teamMin: TEAM_MIN,
	goals: GOAL_IDS,
});

/** What of a case a meeting of it needs. */
type PartsOfCase = {
	/** Who takes part at present. */
	readonly members: readonly Uuid[];
	readonly workers: readonly Uuid[];
	readonly absences: readonly Absence[];
	/** How many workers its programme asks for. */
	readonly teamMin: number;
	/** The goals of the newest plan. */
	readonly goals: readonly Uuid[];
};

/** Loads them, in one statement. */
export async function partsOfCase(tx: Tx, caseId: Uuid): Promise<PartsOfCase> {
	const { members, workers, absences, teamMin, goals } = await PARTS(tx, ofCase(tx, caseId));
	return {
		members: members.filter((member) => !member.to_on).map((member) => member.person_id),
		workers: workers.map((one) => one.worker_id),
		absences,
		teamMin: teamMin[0]?.team_min ?? 1,
		goals: goals.map((goal) => goal.goal_id),
	};
}

type Met = {
	readonly present?: readonly Uuid[];
	readonly ledWith?: readonly Uuid[];
	readonly kind: string;
	readonly attendance: string;
	readonly on: CalendarDay;
	readonly by: Uuid;
};

/** Decides who a meeting was with: members who take part, workers of the case, and with several of a family as many as its programme asks. */
export function partyOf(
	facts: CaseFacts,
	{ members, workers, absences, teamMin }: PartsOfCase,
	met: Met,
): Result<Party> {
	const there = met.present?.filter((person) => members.includes(person)) ?? members;
	if (there.length === 0) return refuseField('present', 'choose-some');
	const ledWith = met.ledWith?.filter((worker) => workers.includes(worker)) ?? [];
	const led = ledBy([met.by, ...ledWith], absences, met.on);
	const held = met.attendance === 'came' && met.kind !== 'contact';
	if (held && !teamIsThere(teamMin, { unit: facts.unit, members: there.length, led }))
		return refuseField('ledWith', 'team-too-small');
	return ok({ people: there.map((person) => ({ person, role: 'client' })), ledWith });
}

/** The members of a case at present. */
export async function presentMembers(tx: Tx, caseId: Uuid): Promise<readonly Uuid[]> {
	const members = await loadMembers(tx, [caseId]);
	return members.filter((member) => !member.to_on).map((member) => member.person_id);
}

/** The goals of the newest plan of a case. */
export async function currentGoals(tx: Tx, caseId: Uuid): Promise<readonly Uuid[]> {
	return (await GOAL_IDS.rows(tx, ofCase(tx, caseId))).map((goal) => goal.goal_id);
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

/** The phases a case has begun, as `currentPhase` takes them. */
export const phasesBegun = loadPhases;
