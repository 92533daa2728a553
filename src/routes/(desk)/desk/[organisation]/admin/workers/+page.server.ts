import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listWorkers } from '#lib/identity/workers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { workers } = found(await listWorkers(workerAct(event)));
	return { workers };
};
