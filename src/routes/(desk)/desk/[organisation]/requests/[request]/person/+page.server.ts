import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { optionalId } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { linkPerson } from '#lib/intake/link-person.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ personId: optionalId() });

export const load: PageServerLoad = (event) => {
	const request = `/desk/${event.params.organisation}/requests/${event.params.request}`;
	if (event.request.method === 'GET') redirect(303, request);
	return { request };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { personId }) => linkPerson(act, { requestId: idFrom(event.params.request), personId }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
