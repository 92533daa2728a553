import { notFound, workerAct } from '#lib/identity/doorway.server.ts';
import type { PageServerLoad } from './$types';

/** The page for whatever is not there, or may not be seen: the one answer to all of it. */
export const load: PageServerLoad = (event) => {
	workerAct(event);
	notFound();
};
