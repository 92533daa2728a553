import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const before = event.url.searchParams.get('before');
	const { rows, more } = found(await listCases(workerAct(event), { before: isUuid(before) ? before : undefined }));
	return { rows, next: more ? rows.at(-1)?.facts.id : undefined, first: !before };
};
