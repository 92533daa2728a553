import * as v from 'valibot';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { tick } from '#lib/kernel/fields.ts';
import { may } from '#lib/access/access-table.ts';
import { colleaguesToChoose } from '#lib/identity/colleagues.server.ts';
import { here, idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { handOverRequest } from '#lib/intake/hand-over.server.ts';
import { standing } from '#lib/meetings/appointment.ts';
import { handedOver, HANDOVER_FORM } from '../../../parts/handover-form.ts';
import { requestPage } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ ...HANDOVER_FORM.entries, freeTime: tick() });

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { page, base, name, command, now } = await requestPage(event);
	const { takenBy } = page.facts;
	if (!takenBy || !may(act.by.roles, 'request.hand-over', page.relation)) notFound();
	const colleagues = await colleaguesToChoose(act, 'request.work');
	return {
		base,
		name,
		command,
		today: dayOf(now, here(event).timeZone),
		from: [{ id: takenBy, name: page.takenBy }],
		to: colleagues.filter((one) => one.id !== takenBy),
		stands: standing(page.appointments),
		ownDrafts: takenBy === act.by.workerId,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { freeTime, ...typed }) =>
				handOverRequest(act, { ...handedOver(typed), freeTime, requestId: idFrom(event.params.request) }),
			goTo: ({ handoverId }) => `/desk/${event.params.organisation}/handovers/${handoverId}`,
		}),
};
