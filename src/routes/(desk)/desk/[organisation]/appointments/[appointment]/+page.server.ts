import * as v from 'valibot';
import { choice } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { attendAppointment, readAppointment } from '#lib/intake/attend-appointment.server.ts';
import { ATTENDED } from '#lib/meetings/appointment.ts';
import { nameOf, pageOf } from '../../parts/day-words.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ how: choice(ATTENDED), to: v.optional(v.string(), '') });

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { appointment, about } = found(await readAppointment(act, { id: idFrom(event.params.appointment) }));
	const base = pageOf(`/desk/${event.params.organisation}`, about);
	const definition = ('request' in about ? about.request : about.case).definition;
	const record = 'request' in about ? `${base}/talk` : `${base}/meetings/new?appointment=${appointment.id}`;
	return {
		base,
		record,
		name: nameOf(about),
		ofCase: 'case' in about,
		under: 'case' in about ? ('cases' as const) : ('requests' as const),
		title: definition.title,
		site: definition.sites.find((site) => site.key === appointment.site)?.title,
		appointment,
		begun: appointment.startsAt <= act.at,
		stands: appointment.state === 'offered' || appointment.state === 'accepted',
		settled: appointment.state === 'kept' || appointment.state === 'missed',
		move: 'request' in about ? `${base}/time` : `${base}/appointments/new?instead=${appointment.id}`,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { organisation, appointment } = event.params;
		let came = false;
		return workerForm(event, {
			schema: SCHEMA,
			run: async (act, { how }) => {
				came = how === 'came';
				return attendAppointment(act, { id: idFrom(appointment), how });
			},
			goTo: () => `/desk/${organisation}${came ? `/appointments/${appointment}` : ''}`,
		});
	},
};
