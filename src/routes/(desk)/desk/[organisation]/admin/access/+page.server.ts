import { ROLES } from '#lib/kernel/actor.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import { accessLines, ACTIONS } from '#lib/access/access-table.ts';
import { found, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import { readAccess } from '#lib/identity/read-access.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const query = event.url.searchParams;
	const role = ROLES.find((one) => one === query.get('role'));
	const action = ACTIONS.find((one) => one === query.get('action'));
	const asked = query.get('worker') ?? '';
	const worker = isUuid(asked) ? asked : asked === '' ? undefined : notFound();
	const { workers, chosen } = found(await readAccess(workerAct(event), { worker }));
	return { role, action, lines: accessLines(ROLES, { role, action }), workers, chosen };
};
