import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { loadMembers } from './cases.store.server.ts';
import { loadPlan, loadPlanVersions } from './plan.store.server.ts';

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
