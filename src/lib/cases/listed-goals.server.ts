import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { phaseOfCase } from './case-parts.server.ts';

/** The goals of the list from which the plan of a case is made; none where goals are the person's own alone. */
export async function listedGoals(
	act: Act<Worker>,
	{ caseId }: { caseId: Uuid },
): Promise<Result<Definition['plan']['listed']>> {
	return lookUp(act, async (tx) => {
		const [allowed, found] = await Promise.all([permit(tx, 'case.change', caseId), phaseOfCase(tx, caseId)]);
		if (!allowed.ok) return allowed;
		if (!found.ok) return found;
		const { plan } = found.value.definition;
		return ok(plan.goals === 'own' ? [] : plan.listed);
	});
}
