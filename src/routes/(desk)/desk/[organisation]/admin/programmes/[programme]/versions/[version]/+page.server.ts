import { found, here, notFound, workerAct } from '#lib/identity/doorway.server.ts';
import { difference } from '#lib/programmes/difference.ts';
import { readVersion } from '#lib/programmes/read-drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const version = /^\d{1,6}$/.test(event.params.version) ? Number(event.params.version) : notFound();
	const { programme } = event.params;
	const { before, ...rest } = found(await readVersion(workerAct(event), { programme, version }));
	const { slug, name } = here(event);
	return {
		...rest,
		programme,
		shownFor: { slug, name, invented: false },
		changes: before ? difference(before, rest.definition) : undefined,
	};
};
