import { redirect } from '@sveltejs/kit';
import { may } from '#lib/access/access-table.ts';
import { found, idFrom, notFound, workerAct, type RouteEvent } from '#lib/identity/doorway.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { mayBeChild } from '#lib/people/around.ts';
import { newId } from '#lib/platform/ids.server.ts';

type Event = RouteEvent & { readonly params: { readonly organisation: string; readonly person: string } };

/** The address of a person’s page. */
export const personAddress = ({ params }: Pick<Event, 'params'>) =>
	`/desk/${params.organisation}/people/${params.person}`;

/** What the forms about those around a person need. */
export async function aroundPage(event: Event) {
	const act = workerAct(event);
	const page = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	if (!may(act.by.roles, 'person.change', page.relation)) notFound();
	const { person, facts, around, today } = page;
	if (person.id !== event.params.person) redirect(303, `/desk/${event.params.organisation}/people/${person.id}`);
	return {
		name: person.name || person.label,
		// Whoever's year of birth is not known may be a child.
		child: facts.birthYear === null || mayBeChild(facts.birthYear, today),
		base: personAddress(event),
		around,
		today,
		command: newId(act.at),
	};
}
