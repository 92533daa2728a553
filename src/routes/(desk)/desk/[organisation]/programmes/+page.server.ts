import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { figureProgrammes } from '#lib/reports/read-figures.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	programmes: found(await figureProgrammes(workerAct(event))),
});
