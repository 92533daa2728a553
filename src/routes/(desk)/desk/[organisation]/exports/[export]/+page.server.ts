import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { PLACE_OF } from '#lib/reports/export.ts';
import { readExport } from '#lib/reports/read-export.server.ts';
import { exportAddress } from '../../parts/export-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, list, part, format, state, rowsAll, rowsDone, expiresAt } = found(
		await readExport(workerAct(event), idFrom(event.params.export)),
	);
	return {
		id,
		list,
		under: PLACE_OF[list],
		from: exportAddress(list, part),
		format,
		state,
		rowsAll,
		rowsDone,
		expiresAt,
	};
};
