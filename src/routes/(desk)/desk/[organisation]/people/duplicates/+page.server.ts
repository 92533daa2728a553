import { isUuid } from '#lib/kernel/ids.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { listDuplicates } from '#lib/people/list-duplicates.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const given = event.url.searchParams.get('before');
	const before = isUuid(given) ? given : undefined;
	const page = found(await listDuplicates(workerAct(event), { before, countryPrefix: phonePrefix(here(event)) }));
	return { ...page, next: page.next && `?before=${page.next}` };
};
