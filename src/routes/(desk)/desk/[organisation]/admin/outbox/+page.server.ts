import { error } from '@sveltejs/kit';
import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!config.demo) error(404, 'not found', { code: 'not-found' });
	return { messages: found(await listOutbox(workerAct(event))) };
};
