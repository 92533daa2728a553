import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { phaseOfCase } from './case-parts.server.ts';

/** What the form of a case's plan is read by. */
type PlanAsked = {
	/** The goals of the list from which it is made; none where goals are the person's own alone. */
	readonly listed: Definition['plan']['listed'];
	/** The capabilities of which each goal serves one; none where the programme does not ask. */
	readonly capabilities: readonly string[];
};

/** What the programme of a case asks of its plan. */
export async function askedOfPlan(act: Act<Worker>, { caseId }: { caseId: Uuid }): Promise<Result<PlanAsked>> {
	return lookUp(act, async (tx) => {
		const [allowed, found] = await Promise.all([permit(tx, 'case.change', caseId), phaseOfCase(tx, caseId)]);
		if (!allowed.ok) return allowed;
		if (!found.ok) return found;
		const { plan } = found.value.definition;
		const capabilities = plan.capabilities.map((one) => one.key);
		return ok({ listed: plan.goals === 'own' ? [] : plan.listed, capabilities });
	});
}
