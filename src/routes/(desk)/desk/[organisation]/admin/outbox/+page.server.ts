import { isUuid } from '#lib/kernel/ids.ts';
import { found, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import { listOutbox } from '#lib/identity/list-outbox.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!config.demo) notFound();
	const asked = event.url.searchParams.get('after');
	const after = isUuid(asked) ? asked : undefined;
	const page = found(await listOutbox(workerAct(event), { after }));
	return { ...page, first: after === undefined };
};
