import * as v from 'valibot';
import { choice, commandId, day, optionalText } from '#lib/kernel/fields.ts';
import { recordAdvocacyResult } from '#lib/cases/advocacy.server.ts';
import { ACT_RESULTS } from '#lib/cases/beyond.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { casePage } from '../../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), on: day(), result: choice(ACT_RESULTS), words: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command, can } = await casePage(event);
	const act = page.advocacy.find((one) => one.id === event.params.act) ?? notFound();
	return { base, name, command, act, today: page.today, recordedBy: page.colleagues.get(act.by) ?? '', may: can.meet };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) =>
				recordAdvocacyResult(act, {
					...input,
					caseId: idFrom(event.params.case),
					actId: idFrom(event.params.act),
				}),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
