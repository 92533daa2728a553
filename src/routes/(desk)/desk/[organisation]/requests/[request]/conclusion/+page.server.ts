import * as v from 'valibot';
import { choice, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { concludeRequest } from '#lib/intake/decide-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ agreement: choice(['agreed', 'none']), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { base, name } = await requestForm(event);
	return { base, name };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => concludeRequest(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
