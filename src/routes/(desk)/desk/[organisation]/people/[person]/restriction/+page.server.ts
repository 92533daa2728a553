import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, commandId, text } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { liftRestriction, readRestrictions, restrictPerson } from '#lib/people/restrict-person.server.ts';
import { GROUNDS } from '#lib/people/restriction.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const WORDS_MAX = 2_000;
const personAddress = ({ params }: Pick<RequestEvent, 'params'>) =>
	`/desk/${params.organisation}/people/${params.person}`;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const page = found(await readRestrictions(act, { personId: idFrom(event.params.person) }));
	const { id, name, label } = page.person;
	if (id !== event.params.person) redirect(303, `/desk/${event.params.organisation}/people/${id}/restriction`);
	return {
		name: name || label,
		restrictions: page.restrictions,
		base: personAddress(event),
		command: newId(act.at),
	};
};

export const actions: Actions = {
	restrict: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), ground: choice(GROUNDS), words: text(WORDS_MAX) }),
			run: (act, input) => restrictPerson(act, { ...input, personId: idFrom(event.params.person) }),
			goTo: () => `${personAddress(event)}/restriction`,
		}),
	lift: (event) =>
		workerForm(event, {
			schema: v.object({ words: text(WORDS_MAX) }),
			run: (act, { words }) => liftRestriction(act, { personId: idFrom(event.params.person), words }),
			goTo: () => `${personAddress(event)}/restriction`,
		}),
};
