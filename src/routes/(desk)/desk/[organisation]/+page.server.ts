import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { readDay } from '#lib/intake/read-day.server.ts';
import { listRequests } from '#lib/intake/read-requests.server.ts';
import { listCases } from '#lib/cases/list-cases.server.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 8;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { timeZone } = here(event);
	const none = { rows: [], more: false };
	const can = { requests: mayEver(act.by.roles, 'request.list'), cases: mayEver(act.by.roles, 'case.list') };
	const [day, waiting, mine, cases] = await Promise.all([
		can.requests ? found(await readDay(act)) : [],
		can.requests ? listRequests(act, { view: 'waiting' }).then(found) : none,
		can.requests ? listRequests(act, { view: 'mine' }).then(found) : none,
		can.cases ? listCases(act, {}).then(found) : none,
	]);
	return {
		now: act.at,
		today: dayOf(act.at, timeZone),
		day: day.map(({ id, startsAt, endsAt, mode, site, state, request }) => ({
			id,
			startsAt,
			endsAt,
			mode,
			state,
			facts: request.facts,
			text: request.text,
			site: request.definition.sites.find((one) => one.key === site)?.title,
		})),
		waiting: { rows: waiting.rows.slice(0, SHOWN), count: waiting.rows.length, more: waiting.more },
		mine: { rows: mine.rows.slice(0, SHOWN), count: mine.rows.length },
		cases: { rows: cases.rows.slice(0, SHOWN), count: cases.rows.length, more: cases.more },
	};
};
