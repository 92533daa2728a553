import { phonePrefix } from '#lib/directory/organisation.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { findPersons } from '#lib/people/people.server.ts';
import type { PageServerLoad } from './$types';

const QUERY_MAX = 100;

export const load: PageServerLoad = async (event) => {
	const query = (event.url.searchParams.get('q') ?? '').slice(0, QUERY_MAX);
	const act = workerAct(event);
	if (query.trim() === '') return { query, persons: [] };
	return { query, persons: found(await findPersons(act, { query, countryPrefix: phonePrefix(here(event)) })) };
};
