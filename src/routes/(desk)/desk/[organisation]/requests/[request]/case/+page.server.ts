import * as v from 'valibot';
import { choice, commandId, ticked } from '#lib/kernel/fields.ts';
import { choosesServices } from '#lib/cases/member.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { openCaseFromRequest } from '#lib/intake/open-case-from-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	unit: choice(['person', 'family']),
	indications: ticked(),
	services: ticked(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await requestForm(event);
	return {
		base,
		name,
		command,
		title: page.definition.title,
		units: page.definition.unit,
		indications: page.definition.indications,
		services: choosesServices(page.definition) ? page.definition.services : [],
		conditions: page.definition.conditions.map((one) => one.text),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => openCaseFromRequest(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: ({ caseId }) => `/desk/${event.params.organisation}/cases/${caseId}`,
		}),
};
