import * as v from 'valibot';
import { choice, commandId, id, optionalId, optionalText, tick } from '#lib/kernel/fields.ts';
import { may } from '#lib/access/access-table.ts';
import { found, idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { handingChoices, handRequest } from '#lib/intake/hand-request.server.ts';
import { HANDING_REASONS } from '#lib/intake/waiting.ts';
import { standing } from '#lib/meetings/appointment.ts';
import { requestPage } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	from: optionalId(),
	to: id(),
	reason: choice(HANDING_REASONS),
	note: optionalText(),
	keepTime: tick(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await requestPage(event);
	const { id: requestId, takenBy } = page.facts;
	if (!may(workerAct(event).by.roles, 'request.hand-on', page.relation)) notFound();
	const colleagues = found(await handingChoices(workerAct(event), { requestId, but: takenBy }));
	return { base, name, command, colleagues, from: takenBy, stands: standing(page.appointments) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => handRequest(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests`,
		}),
};
