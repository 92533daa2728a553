import { readTour, TOUR_COOKIE } from '#lib/reports/read-tour.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => ({
	tour: await readTour(locals.now, cookies.get(TOUR_COOKIE)),
});
