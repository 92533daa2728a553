import * as v from 'valibot';
import { day } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { activateCase } from '#lib/cases/activate-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ from: day() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name } = await casePage(event);
	const met = new Set(
		page.stated.filter((fact) => !fact.withdrawnOn).map((fact) => `${fact.condition}/${fact.partyId}`),
	);
	const missing = page.conditions
		.filter((one) => !met.has(`${one.condition}/${one.partyId}`))
		.map((one) => one.condition);
	return {
		base,
		name,
		today: page.today,
		missing: page.definition.conditions.filter((one) => missing.includes(one.key)).map((one) => one.text),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { from }) => activateCase(act, { caseId: idFrom(event.params.case), from }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
