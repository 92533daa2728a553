import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { tick } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { markStep } from '#lib/cases/change-plan.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ done: tick() });

export const load: PageServerLoad = (event) => {
	const base = `/desk/${event.params.organisation}/cases/${event.params.case}`;
	if (event.request.method === 'GET') redirect(303, `${base}#plan`);
	return { base };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { done }) =>
				markStep(act, { caseId: idFrom(event.params.case), stepId: idFrom(event.params.step), done }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}#plan`,
		}),
};
