import * as v from 'valibot';
import { day, number } from '#lib/kernel/fields.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import { may } from '#lib/access/access-table.ts';
import { setComplaintTerm } from '#lib/cases/complaints.server.ts';
import { listComplaints } from '#lib/cases/read-complaints.server.ts';
import { found, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST_DAYS = 365;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const after = event.url.searchParams.get('after') ?? undefined;
	const list = found(await listComplaints(act, { after: isUuid(after) ? after : undefined }));
	return { ...list, first: after === undefined, canSet: may(act.by.roles, 'complaint.term') };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({ days: number({ min: 1, max: LONGEST_DAYS }), from: day() }),
			run: setComplaintTerm,
			goTo: () => `/desk/${event.params.organisation}/complaints`,
		}),
};
