import * as v from 'valibot';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { askPrintAgain } from '#lib/reports/ask-print.server.ts';
import { mayTryAgain } from '#lib/reports/print.ts';
import { readPrint } from '#lib/reports/read-print.server.ts';
import { numbered } from '../../parts/numbered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const made = found(await readPrint(act, idFrom(event.params.print)));
	const base = `/desk/${event.params.organisation}/cases/${made.caseId}`;
	const name = await numbered(event, { of: 'case', id: made.caseId });
	return { made, base, name, under: 'cases' as const, mayTryAgain: mayTryAgain(made, act.at.getTime()) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: v.object({}),
			run: (act) => askPrintAgain(act, { id: idFrom(event.params.print) }),
			goTo: () => event.url.pathname,
		}),
};
