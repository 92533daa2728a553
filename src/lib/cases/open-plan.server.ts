import type { Uuid } from '#lib/kernel/ids.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import type { Plan, StepWho } from './plan.ts';
import type { LoadedPlan } from './plan.store.server.ts';

// Where each sealed text of a plan stands.
export const planPlace = (caseId: Uuid, version: number) => ({
	table: 'plan',
	column: 'sealed',
	row: `${caseId}/${version}`,
});
export const goalPlace = (caseId: Uuid, version: number, goal: Uuid) => ({
	table: 'plan_goal',
	column: 'sealed',
	row: `${caseId}/${version}/${goal}`,
});
export const stepPlace = (caseId: Uuid, version: number, step: Uuid) => ({
	table: 'plan_step',
	column: 'sealed',
	row: `${caseId}/${version}/${step}`,
});

/** Opens the words of a version of a plan. */
export function openPlan(key: SubjectKey, caseId: Uuid, { plan, goals, steps }: LoadedPlan): Plan {
	const { version } = plan;
	// A plan kept before the client's own words had a place there has none.
	const { ownWords = '', ...words } = key.open<{ resources: string; needs: string; ownWords?: string }>(
		planPlace(caseId, version),
		plan.sealed,
	);
	return {
		version,
		madeOn: plan.made_on,
		madeBy: plan.made_by,
		ownWords,
		...words,
		goals: goals.map((goal) => ({
			id: goal.goal_id,
			partyId: goal.party_id,
			definitionKey: goal.definition_key,
			capability: goal.capability,
			text: key.open<string>(goalPlace(caseId, version, goal.goal_id), goal.sealed),
			steps: steps
				.filter((step) => step.goal_id === goal.goal_id)
				.map((step) => ({
					id: step.step_id,
					text: key.open<string>(stepPlace(caseId, version, step.step_id), step.sealed),
					who: step.who as StepWho,
					byOn: step.by_on,
					doneOn: step.done_on,
				})),
		})),
	};
}
