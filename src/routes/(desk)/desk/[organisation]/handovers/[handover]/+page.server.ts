import * as v from 'valibot';
import { choice, line } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { endStandInEarly, readHandover, recordAgreement, takeUpDraft } from '#lib/intake/read-handover.server.ts';
import { formPath } from '../../parts/day-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = found(await readHandover(workerAct(event), { handoverId: idFrom(event.params.handover) }));
	return { ...page, under: page.handover.caseId ? ('cases' as const) : ('requests' as const) };
};

export const actions: Actions = {
	agreement: (event) =>
		workerForm(event, {
			schema: v.object({ agreement: choice(['agreed', 'declined']) }),
			run: (act, input) => recordAgreement(act, { ...input, handoverId: idFrom(event.params.handover) }),
			goTo: () => event.url.pathname,
		}),
	end: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => endStandInEarly(act, { handoverId: idFrom(event.params.handover) }),
			goTo: () => event.url.pathname,
		}),
	draft: (event) =>
		workerForm(event, {
			schema: v.object({ form: line(40) }),
			run: (act, input) => takeUpDraft(act, { ...input, handoverId: idFrom(event.params.handover) }),
			goTo: ({ form, subjectId, isCase }) =>
				`/desk/${event.params.organisation}/${isCase ? 'cases' : 'requests'}/${subjectId}/${formPath(form)}`,
		}),
};
