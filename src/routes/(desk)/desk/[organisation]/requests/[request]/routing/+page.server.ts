import * as v from 'valibot';
import { chosenId, optionalLine } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { routeRequest } from '#lib/intake/route-request.server.ts';
import { requestForm } from '../../../parts/request-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ team: chosenId(), field: optionalLine(60) });

export const load: PageServerLoad = async (event) => {
	const { page, base, name } = await requestForm(event);
	const { teams, fieldTeams, fields } = page.course;
	return { base, name, teams, fieldTeams, touched: fields, fields: page.definition.routedFields };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { team, field }) =>
				routeRequest(act, { team, fields: field ? [field] : [], requestId: idFrom(event.params.request) }),
			goTo: () => `/desk/${event.params.organisation}/requests`,
		}),
};
