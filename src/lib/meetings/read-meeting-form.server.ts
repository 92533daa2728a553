import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Result } from '#lib/kernel/result.ts';
import { permit } from '#lib/access/access.server.ts';
import { phaseOfCase } from '#lib/cases/case-parts.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import type { Definition, Phase } from '#lib/programmes/definition.ts';

/** By what the form of a meeting is read: the definition of the case, and the phase it is in. Nothing of anybody is looked at. */
export async function readMeetingForm(
	act: Act<Worker>,
	{ caseId }: { caseId: Uuid },
): Promise<Result<{ definition: Definition; phase: Phase | undefined }>> {
	return lookUp(act, async (tx) => {
		const [allowed, found] = await Promise.all([permit(tx, 'meeting.record', caseId), phaseOfCase(tx, caseId)]);
		return allowed.ok ? found : allowed;
	});
}
