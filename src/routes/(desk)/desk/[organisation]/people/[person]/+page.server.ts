import { may } from '#lib/access/access-table.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { found, idFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { mayBeChild } from '#lib/people/around.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const page = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	const base = `/desk/${event.params.organisation}/people/${page.person.id}`;
	// Two records have become one: the address of the merged one leads to the one that stays.
	if (page.person.id !== event.params.person) redirect(303, base);
	return {
		...page,
		now: act.at,
		base,
		child: mayBeChild(page.facts.birthYear, page.today),
		municipality: municipalityByCode(page.facts.municipality)?.name ?? '',
		can: {
			restrict: may(act.by.roles, 'person.restrict', page.relation),
			merge: may(act.by.roles, 'person.merge', page.relation),
			change: may(act.by.roles, 'person.change', page.relation),
			document: may(act.by.roles, 'document.change', page.relation),
			readDocuments: may(act.by.roles, 'document.read', page.relation),
			journal: may(act.by.roles, 'journal.read', page.relation),
		},
	};
};
