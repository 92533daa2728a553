import * as v from 'valibot';
import { choice, commandId, day, optionalChoice, optionalId, optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { PROVIDERS } from '#lib/cases/beyond.ts';
import { agreeContact } from '#lib/cases/mediated-contact.server.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	provider: choice(PROVIDERS),
	whom: optionalLine(),
	about: optionalText(),
	agreedBy: optionalId(),
	agreedForm: optionalChoice(['oral', 'written']),
	agreedOn: day(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'mediated');
	if (!page.definition.mediatedContacts) notFound();
	const members = page.members
		.filter((member) => !member.left)
		.map(({ person }) => ({ id: person, name: page.people.get(person)?.name ?? '' }));
	return { base, name, command, members, today: page.today, draft: page.draft };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => agreeContact(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
