import { error } from '@sveltejs/kit';
import { mayEver, type Action } from '#lib/access/access-table.ts';
import { here, workerAct } from '#lib/identity/doorway.server.ts';
import { readOwnAccount } from '#lib/identity/workers.server.ts';
import { config } from '#lib/platform/config.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	if (event.locals.away) error(503, 'database away', { code: 'database-away' });
	const act = workerAct(event);
	const { name, slug } = here(event);
	const account = await readOwnAccount(act);
	const can = (action: Action) => mayEver(act.by.roles, action);
	return {
		desk: `/desk/${slug}`,
		organisation: { name, slug },
		worker: { id: act.by.workerId, name: account.name, roles: act.by.roles },
		can: {
			requests: can('request.list'),
			enter: can('request.enter'),
			cases: can('case.list'),
			teamDay: can('day.of-team'),
			people: can('person.search'),
			merge: can('person.merge'),
			workers: can('worker.list'),
			changeWorkers: can('worker.change'),
			routing: can('routing.list'),
			changeRouting: can('routing.change'),
			outbox: can('outbox.list') && config.demo,
			helplines: can('helpline.change'),
			retention: can('retention.list'),
			access: can('access.list'),
			system: can('system.read'),
			complaints: can('complaint.list'),
			programmes: can('programme.change'),
			figures: can('figures.read'),
		},
		demo: config.demo,
	};
};
