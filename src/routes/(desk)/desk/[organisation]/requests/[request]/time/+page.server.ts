import * as v from 'valibot';
import { tick } from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { addWorkingDays } from '#lib/kernel/holidays.ts';
import { here, idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { offerTime } from '#lib/intake/offer-time.server.ts';
import { USUAL_MINUTES } from '#lib/meetings/appointment.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import { TIME_AND_PLACE } from '../../../parts/time-and-place.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	...TIME_AND_PLACE,
	agreed: tick(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, now } = await requestForm(event);
	const { definition, facts, text } = page;
	return {
		base,
		name,
		command,
		usual: {
			on: addWorkingDays(dayOf(now, here(event).timeZone), 1, here(event).country),
			time: '10:00',
			minutes: String(definition.guide.usualMinutes ?? USUAL_MINUTES),
			mode: facts.mode,
			site: facts.site ?? '',
		},
		place: { modes: definition.modes, sites: definition.sites.filter((site) => site.kind === 'office') },
		writes: text.email !== '' && !text.rules.includes('no-email'),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) =>
				offerTime(act, { ...input, site: input.site || undefined, requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests/${event.params.request}`,
		}),
};
