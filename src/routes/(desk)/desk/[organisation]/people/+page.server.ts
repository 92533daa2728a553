import { phonePrefix } from '#lib/directory/organisation.ts';
import { found, here, workerAct } from '#lib/identity/doorway.server.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { findPersons } from '#lib/people/people.server.ts';
import { listRestricted } from '#lib/people/restrict-person.server.ts';
import type { PageServerLoad } from './$types';

const QUERY_MAX = 100;

export const load: PageServerLoad = async (event) => {
	const query = (event.url.searchParams.get('q') ?? '').slice(0, QUERY_MAX);
	const act = workerAct(event);
	if (query.trim() === '') {
		const restricted = mayEver(act.by.roles, 'person.restrict') ? found(await listRestricted(act)) : [];
		return { query, persons: [], restricted };
	}
	const persons = found(await findPersons(act, { query, countryPrefix: phonePrefix(here(event)) }));
	return { query, persons, restricted: [] };
};
