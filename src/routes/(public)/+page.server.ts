import { readTourOfLate, TOUR_COOKIE } from '#lib/reports/read-tour.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => ({
	tour: await readTourOfLate(locals.now, cookies.get(TOUR_COOKIE)),
});
