import { phonePrefix } from '#lib/directory/organisation.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { findRequestsAndCases } from '#lib/intake/find-on-desk.server.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { findPersons } from '#lib/people/people.server.ts';
import type { PageServerLoad } from './$types';

const QUERY_MAX = 100;

export const load: PageServerLoad = async (event) => {
	const query = (event.url.searchParams.get('q') ?? '').slice(0, QUERY_MAX).trim();
	const act = workerAct(event);
	const nobody = { persons: [], more: false };
	if (query === '') return { query, ...nobody, requests: [], cases: [], now: act.at };
	const people = mayEver(act.by.roles, 'person.search');
	const [asked, rest] = await Promise.all([
		people ? findPersons(act, { query, countryPrefix: phonePrefix(here(event)) }).then(found) : nobody,
		findRequestsAndCases(act, query).then(found),
	]);
	return { query, ...asked, ...rest, now: act.at };
};
