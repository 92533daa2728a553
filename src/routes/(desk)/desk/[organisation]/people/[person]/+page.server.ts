import { may } from '#lib/access/access-table.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { mayBeChild } from '#lib/people/around.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const page = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	return {
		...page,
		now: act.at,
		base: `/desk/${event.params.organisation}/people/${page.person.id}`,
		child: mayBeChild(page.facts.birthYear, page.today),
		municipality: municipalityByCode(page.facts.municipality)?.name ?? '',
		can: {
			change: may(act.by.roles, 'person.change', page.relation),
			document: may(act.by.roles, 'document.change', page.relation),
			readDocuments: may(act.by.roles, 'document.read', page.relation),
			journal: may(act.by.roles, 'journal.read', page.relation),
		},
	};
};
