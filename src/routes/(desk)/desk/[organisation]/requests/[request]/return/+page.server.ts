import * as v from 'valibot';
import { workerForm } from '#lib/identity/doorway.server.ts';
import { giveBack } from '#lib/intake/take-request.server.ts';
import { idFrom } from '#lib/identity/doorway.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { base, name } = await requestForm(event);
	return { base, name };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => giveBack(act, { requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests`,
		}),
};
