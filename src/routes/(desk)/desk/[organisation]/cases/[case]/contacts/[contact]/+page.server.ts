import * as v from 'valibot';
import { choice, commandId, day, optionalText } from '#lib/kernel/fields.ts';
import { CONTACT_OUTCOMES, contactState } from '#lib/cases/beyond.ts';
import { recordContactMade, recordContactOutcome, withdrawContact } from '#lib/cases/mediated-contact.server.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const SCHEMA = v.object({ command: commandId(), on: day() });
const OUTCOME = v.object({ ...SCHEMA.entries, outcome: choice(CONTACT_OUTCOMES), words: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, can } = await casePage(event);
	const contact = page.contacts.find((one) => one.id === event.params.contact) ?? notFound();
	return {
		base,
		name,
		command,
		contact,
		state: contactState(contact),
		today: page.today,
		agreedBy: page.people.get(contact.agreedBy)?.name ?? '',
		recordedBy: page.colleagues.get(contact.by) ?? '',
		may: can.change,
	};
};

const ofContact = (event: RequestEvent) => ({
	caseId: idFrom(event.params.case),
	contactId: idFrom(event.params.contact),
});
const goTo = (event: RequestEvent) => () => event.url.pathname;

export const actions: Actions = {
	made: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => recordContactMade(act, { ...input, ...ofContact(event) }),
			goTo: goTo(event),
		}),
	outcome: (event) =>
		workerForm(event, {
			schema: OUTCOME,
			run: (act, input) => recordContactOutcome(act, { ...input, ...ofContact(event) }),
			goTo: goTo(event),
		}),
	withdraw: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => withdrawContact(act, { ...input, ...ofContact(event) }),
			goTo: goTo(event),
		}),
};
