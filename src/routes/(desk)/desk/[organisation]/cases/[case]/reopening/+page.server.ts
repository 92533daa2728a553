import * as v from 'valibot';
import { choice, commandId, optionalText } from '#lib/kernel/fields.ts';
import { found, idFrom, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { REASONS_TO_REOPEN } from '#lib/cases/case.ts';
import { readReplacing, reopenCase } from '#lib/cases/reopen-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { chosenFor } from '../../../parts/chosen-for.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({ command: commandId(), reason: choice(REASONS_TO_REOPEN), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { base, name, command } = await casePage(event);
	const act = workerAct(event);
	const replacing = found(await readReplacing(act, { caseId: idFrom(event.params.case) }));
	return { base, name, command, reasons: REASONS_TO_REOPEN, ...replacing, me: act.by.workerId };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, reason, note, ...rest }) =>
				reopenCase(act, { command, reason, note, caseId: idFrom(event.params.case), instead: chosenFor(rest) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
