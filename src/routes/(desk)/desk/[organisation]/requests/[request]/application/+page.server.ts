import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, day, optionalText } from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { here, idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { recordAidDecision } from '#lib/intake/aid-application.server.ts';
import { AID_DECISIONS } from '#lib/intake/proposal.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ decision: choice(AID_DECISIONS), decidedOn: day(), words: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, now } = await requestForm(event);
	const { application } = page.course;
	if (!application) redirect(303, base);
	return { base, name, asked: application.asked, today: dayOf(now, here(event).timeZone) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { decidedOn: on, ...input }) =>
				recordAidDecision(act, { ...input, on, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
