import * as v from 'valibot';
import { choice, commandId, day, optionalChoice, optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { recordAdvocacy } from '#lib/cases/advocacy.server.ts';
import { ACT_RESULTS, TOWARDS } from '#lib/cases/beyond.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	on: day(),
	towards: choice(TOWARDS),
	whom: optionalLine(),
	about: optionalText(),
	result: optionalChoice(ACT_RESULTS),
	resultWords: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'advocacy');
	if (!page.definition.advocacyActs) notFound();
	return { base, name, command, today: page.today, draft: page.draft };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => recordAdvocacy(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
