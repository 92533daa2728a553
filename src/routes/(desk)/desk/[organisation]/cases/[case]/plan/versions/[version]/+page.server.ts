import { readPlanVersion } from '#lib/cases/read-plan-versions.server.ts';
import { found, idFrom, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import type { PageServerLoad } from './$types';

const VERSION = /^[1-9]\d{0,5}$/;

export const load: PageServerLoad = async (event) => {
	const version = VERSION.test(event.params.version) ? Number(event.params.version) : notFound();
	return {
		...found(await readPlanVersion(workerAct(event), { caseId: idFrom(event.params.case), version })),
		base: `/desk/${event.params.organisation}/cases/${event.params.case}`,
	};
};
