import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, commandId, day, id, optionalDay } from '#lib/kernel/fields.ts';
import { may } from '#lib/access/access-table.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { nameColleagues } from '#lib/identity/workers.server.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { CONSENT_FORMS, CONSENT_TEXTS, inForce, PURPOSES } from '#lib/people/consent.ts';
import { recordConsent, takeConsentBack } from '#lib/people/consents.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const addressOf = ({ params }: Pick<RequestEvent, 'params'>) => `/desk/${params.organisation}/people/${params.person}`;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const page = found(await readPersonPage(act, { personId: idFrom(event.params.person) }));
	const { person, consents, relation, today } = page;
	if (person.id !== event.params.person)
		redirect(303, `/desk/${event.params.organisation}/people/${person.id}/consents`);
	const by = consents.flatMap((one) => [one.recordedBy, ...(one.withdrawn ? [one.withdrawn.by] : [])]);
	const names = await nameColleagues(act, by);
	return {
		name: person.name || person.label,
		base: addressOf(event),
		today,
		command: newId(act.at),
		purposes: PURPOSES.map((purpose) => ({
			purpose,
			...CONSENT_TEXTS[purpose],
			inForce: inForce(consents, purpose, today),
		})),
		history: consents.map((one) => ({
			...one,
			recordedBy: names.get(one.recordedBy) ?? '',
			withdrawn: one.withdrawn && { on: one.withdrawn.on, by: names.get(one.withdrawn.by) ?? '' },
		})),
		can: { change: may(act.by.roles, 'person.change', relation) },
	};
};

export const actions: Actions = {
	give: (event) =>
		workerForm(event, {
			schema: v.object({
				command: commandId(),
				purpose: choice(PURPOSES),
				form: choice(CONSENT_FORMS),
				givenOn: day(),
				expiresOn: optionalDay(),
			}),
			run: (act, { givenOn, expiresOn, ...given }) =>
				recordConsent(act, {
					...given,
					personId: idFrom(event.params.person),
					on: givenOn,
					expiresOn: expiresOn ?? null,
				}),
			goTo: () => `${addressOf(event)}/consents`,
		}),
	withdraw: (event) =>
		workerForm(event, {
			schema: v.object({ consent: id() }),
			run: (act, { consent }) => takeConsentBack(act, { personId: idFrom(event.params.person), consentId: consent }),
			goTo: () => `${addressOf(event)}/consents`,
		}),
};
