import * as v from 'valibot';
import { ticked } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { addServices } from '#lib/cases/change-services.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { caseAddress } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { page, base, name } = await casePage(event);
	return { base, name, given: page.givenServices, services: page.definition.services };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({ services: ticked() }),
			run: (act, input) => addServices(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => caseAddress(event),
		}),
};
