import * as v from 'valibot';
import { choices } from '#lib/kernel/fields.ts';
import { ROLES } from '#lib/kernel/actor.ts';
import { changeRoles } from '#lib/identity/change-worker.server.ts';
import { found, idFrom, notFound, refused, typedFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { inviteAgain } from '#lib/identity/invite-worker.server.ts';
import { listWorkers } from '#lib/identity/workers.server.ts';
import { letWorkerGo } from '#lib/intake/leaving-worker.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ roles: choices(ROLES) });

export const load: PageServerLoad = async (event) => {
	const { workers } = found(await listWorkers(workerAct(event)));
	const worker = workers.find((one) => one.id === event.params.worker) ?? notFound();
	return { someone: worker };
};

export const actions: Actions = {
	roles: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { roles }) => changeRoles(act, { workerId: idFrom(event.params.worker), roles }),
			goTo: () => `/desk/${event.params.organisation}/admin/workers`,
		}),
	end: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => letWorkerGo(act, { workerId: idFrom(event.params.worker) }),
			goTo: () => `/desk/${event.params.organisation}/admin/workers`,
		}),
	again: async (event) => {
		const typed = await typedFrom(event);
		const done = await inviteAgain(workerAct(event, typed), { workerId: idFrom(event.params.worker) });
		if (!done.ok) return refused(event, typed, done);
		return { invited: { link: config.smtpUrl && !config.demo ? undefined : done.value.link } };
	},
};
