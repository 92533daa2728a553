import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listRetention } from '#lib/programmes/retention-periods.server.ts';
import { EXPORT_KEPT_HOURS } from '#lib/reports/export.ts';
import { mayEver } from '#lib/access/access-table.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	return {
		kinds: found(await listRetention(act)),
		mayChange: mayEver(act.by.roles, 'retention.change'),
		exportHours: EXPORT_KEPT_HOURS,
	};
};
