import * as v from 'valibot';
import { optionalId } from '#lib/kernel/fields.ts';
import { dayOf, timeOf } from '#lib/kernel/calendar-day.ts';
import { addWorkingDays } from '#lib/kernel/holidays.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import { found, here, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { USUAL_MINUTES } from '#lib/meetings/appointment.ts';
import { modesOfMeetings } from '#lib/programmes/modes.ts';
import { bookAppointment, bookingChoices } from '#lib/meetings/book-appointment.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import { TIME_AND_PLACE } from '../../../../parts/time-and-place.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	...TIME_AND_PLACE,
	instead: optionalId(),
	workers: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => (typeof given === 'string' ? [given] : given).filter((one): one is Uuid => isUuid(one))),
	),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, now } = await casePage(event);
	const { timeZone, country } = here(event);
	const act = workerAct(event);
	const colleagues = found(await bookingChoices(act, { caseId: page.facts.id }));
	const asked = event.url.searchParams.get('instead');
	const instead = page.appointments.find((one) => one.id === asked && one.state === 'accepted');
	const last = instead ?? page.appointments[0];
	return {
		base,
		name,
		command,
		instead,
		colleagues,
		place: { modes: modesOfMeetings(page.definition), sites: page.definition.sites },
		usual: {
			on: addWorkingDays(dayOf(now, timeZone), instead ? 1 : 5, country),
			time: last ? timeOf(last.startsAt, timeZone) : '10:00',
			minutes: String(last ? (last.endsAt.getTime() - last.startsAt.getTime()) / 60_000 : USUAL_MINUTES),
			mode: last?.mode ?? page.definition.modes[0]!,
			site: last?.site ?? '',
			workers: page.workers.filter((one) => colleagues.some(({ id }) => id === one.worker)).map((one) => one.worker),
			me: act.by.workerId,
		},
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) =>
				bookAppointment(act, { ...input, site: input.site || undefined, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
