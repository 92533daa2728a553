import { may } from '#lib/access/access-table.ts';
import { colleaguesToChoose } from '#lib/identity/colleagues.server.ts';
import { idFrom, notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { handOverCase } from '#lib/intake/hand-over.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { handedOver, HANDOVER_FORM } from '../../../parts/handover-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { page, base, name, command } = await casePage(event);
	if (!may(act.by.roles, 'case.hand-over', page.relation)) notFound();
	const carrying = page.workers.map((one) => one.worker);
	const colleagues = await colleaguesToChoose(act, 'case.change');
	return {
		base,
		name,
		command,
		today: page.today,
		from: carrying.map((id) => ({ id, name: page.colleagues.get(id) ?? '' })),
		to: colleagues.filter((one) => !carrying.includes(one.id)),
		ownDrafts: carrying.includes(act.by.workerId),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: HANDOVER_FORM,
			run: (act, typed) => handOverCase(act, { ...handedOver(typed), caseId: idFrom(event.params.case) }),
			goTo: ({ handoverId }) => `/desk/${event.params.organisation}/handovers/${handoverId}`,
		}),
};
