import { redirect } from '@sveltejs/kit';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { peopleOfOwnCases } from '#lib/cases/list-cases.server.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { opening, shownView } from '#lib/identity/saved-view.ts';
import { listViews } from '#lib/identity/saved-views.server.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { PEOPLE_LIST, readPeopleColumns } from '#lib/people/people-list.ts';
import { listPersons } from '#lib/people/people.server.ts';
import { listRestricted } from '#lib/people/restrict-person.server.ts';
import type { PageServerLoad } from './$types';

const QUERY_MAX = 100;
/** So many of one's own people stand there before anybody was looked for. */
const OWN_SHOWN = 12;

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const query = (searchParams.get('q') ?? '').slice(0, QUERY_MAX);
	const act = workerAct(event);
	const countryPrefix = phonePrefix(here(event));
	const isAsked = query.trim() !== '';
	const { views, ...whoWasFound } = isAsked
		? found(await listPersons(act, { query, countryPrefix }))
		: await nobodyYet(act);
	const usual = views.find((one) => one.isDefault);
	if (usual && searchParams.size === 0) redirect(303, `/desk/${event.params.organisation}/people${opening(usual)}`);
	return {
		query,
		...whoWasFound,
		own: !isAsked && mayEver(act.by.roles, 'case.list') ? found(await peopleOfOwnCases(act, OWN_SHOWN)) : [],
		restricted: !isAsked && mayEver(act.by.roles, 'person.restrict') ? found(await listRestricted(act)) : [],
		columns: readPeopleColumns(searchParams),
		asked: PEOPLE_LIST.kept(searchParams),
		views: views.map((one) => ({ ...one, opens: opening(one) })),
		shown: shownView(PEOPLE_LIST, views, searchParams)?.id,
	};
};

const nobodyYet = async (act: Parameters<typeof listViews>[0]) => ({
	persons: [],
	more: false,
	views: found(await listViews(act, PEOPLE_LIST)).views,
});
