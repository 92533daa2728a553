import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { readDay } from '#lib/intake/read-day.server.ts';
import { may, mayEver } from '#lib/access/access-table.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { readAttention } from '#lib/reports/read-attention.server.ts';
import { readTour, TOUR_COOKIE } from '#lib/reports/read-tour.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { timeZone } = here(event);
	const of = event.url.searchParams.get('of') === 'team' ? 'team' : 'own';
	const allDeadlines = event.url.searchParams.get('deadlines') === 'all';
	const { roles } = act.by;
	const managesOnly = !mayEver(roles, 'request.list') && !mayEver(roles, 'case.list');
	const [day, tour, attention] = await Promise.all([
		readDay(act, { of, allDeadlines }).then(found),
		readTour(act.at, event.cookies.get(TOUR_COOKIE)),
		managesOnly ? readAttention(act) : undefined,
	]);
	const today = dayOf(act.at, timeZone);
	return {
		now: act.at,
		// Its steps are those of whoever takes requests.
		tour: mayEver(roles, 'request.take') ? tour : undefined,
		attention,
		today,
		of,
		allDeadlines,
		canSwitch: may(roles, 'day.of-team'),
		todays: day.appointments.filter((one) => dayOf(one.startsAt, timeZone) === today),
		next: day.appointments.filter((one) => dayOf(one.startsAt, timeZone) > today),
		...day,
	};
};
