import { readPlanVersions } from '#lib/cases/read-plan-versions.server.ts';
import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...found(await readPlanVersions(workerAct(event), { caseId: idFrom(event.params.case) })),
	base: `/desk/${event.params.organisation}/cases/${event.params.case}`,
});
