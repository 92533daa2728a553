import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { choice, day } from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { here, idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { answerProposer } from '#lib/intake/answer-proposer.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ answer: choice(['accepted', 'declined']), agreedOn: day() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, now } = await requestForm(event);
	if (page.facts.forWhom !== 'proposal') redirect(303, base);
	return { base, name, told: page.course.proposerAnswer, today: dayOf(now, here(event).timeZone) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => answerProposer(act, { ...input, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
