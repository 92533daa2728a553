import * as v from 'valibot';
import { choice, day } from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { here, idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { answerInitiative } from '#lib/intake/decide-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ answer: choice(['accepted', 'declined']), on: day() });

export const load: PageServerLoad = async (event) => {
	const { base, name, now } = await requestForm(event);
	return { base, name, today: dayOf(now, here(event).timeZone) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => answerInitiative(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
