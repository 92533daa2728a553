import { found, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!config.demo) notFound();
	return { messages: found(await listOutbox(workerAct(event))) };
};
