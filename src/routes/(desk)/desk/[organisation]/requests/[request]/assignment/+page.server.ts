import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, chosenId, commandId, optionalText } from '#lib/kernel/fields.ts';
import { may } from '#lib/access/access-table.ts';
import { found, idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { assignmentChoices, assignRequest } from '#lib/intake/assign-request.server.ts';
import { ASSIGNMENT_REASONS } from '#lib/intake/assignment.ts';
import { requestPage } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	to: chosenId(),
	reason: choice(ASSIGNMENT_REASONS),
	note: optionalText(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await requestPage(event);
	const { id: requestId, takenBy } = page.facts;
	if (!may(workerAct(event).by.roles, 'request.assign', page.relation)) notFound();
	// One that somebody has is handed over.
	if (takenBy) redirect(303, `${base}/handover`);
	const colleagues = found(await assignmentChoices(workerAct(event), { requestId }));
	return { base, name, command, colleagues };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => assignRequest(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests`,
		}),
};
