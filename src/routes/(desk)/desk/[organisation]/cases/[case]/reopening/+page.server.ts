import * as v from 'valibot';
import { choice, commandId, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { REASONS_TO_REOPEN } from '#lib/cases/case.ts';
import { reopenCase } from '#lib/cases/close-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), reason: choice(REASONS_TO_REOPEN), note: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { base, name, command } = await casePage(event);
	return { base, name, command, reasons: REASONS_TO_REOPEN };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => reopenCase(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
