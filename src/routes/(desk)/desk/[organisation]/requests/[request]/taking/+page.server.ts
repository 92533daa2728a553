import * as v from 'valibot';
import { commandId } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { takeRequest } from '#lib/intake/take-request.server.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId() });

export const load: PageServerLoad = (event) => {
	const request = `/desk/${event.params.organisation}/requests/${event.params.request}`;
	if (event.request.method === 'GET') redirect(303, request);
	return { request };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command }) => takeRequest(act, { command, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
