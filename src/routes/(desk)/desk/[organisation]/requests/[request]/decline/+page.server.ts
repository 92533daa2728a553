import * as v from 'valibot';
import { optionalLine, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { declineRequest } from '#lib/intake/decide-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ reason: optionalLine(60), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name } = await requestForm(event);
	return { base, name, reasons: page.definition.reasonsToDecline };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => declineRequest(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
