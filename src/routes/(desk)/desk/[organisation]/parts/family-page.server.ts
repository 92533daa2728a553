import { may } from '#lib/access/access-table.ts';
import { readFamily } from '#lib/cases/read-family.server.ts';
import { found, idFrom, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { newId } from '#lib/platform/ids.server.ts';

type Event = RouteEvent & { readonly params: { readonly organisation: string; readonly case: string } };

/** What each page about who takes part in a case needs; one case's address, and what the worker may change there. */
export async function familyPage(event: Event) {
	const act = workerAct(event);
	const { definition, ...page } = found(await readFamily(act, { caseId: idFrom(event.params.case) }));
	return {
		...page,
		base: caseAddress(event),
		command: newId(act.at),
		memberRoles: definition.memberRoles,
		indicationTexts: definition.indications,
		teamMin: definition.team.minimum,
		teamText: definition.team.text,
		change: page.facts.closedOn === null && may(act.by.roles, 'case.change', page.relation),
	};
}

/** Where a case is. */
export function caseAddress({ params }: Event): string {
	return `/desk/${params.organisation}/cases/${params.case}`;
}
