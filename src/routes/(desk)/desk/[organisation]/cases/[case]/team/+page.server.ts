import * as v from 'valibot';
import { choice, chosenId, commandId, day, id, optionalDay, optionalId } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { addCaseWorker, endAbsence, endWorkInCase, recordAbsence } from '#lib/cases/change-team.server.ts';
import { ABSENCE_REASONS, JOINING_ROLES } from '#lib/cases/team.ts';
import { caseAddress, familyPage } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const ABSENCE = v.object({
	command: commandId(),
	absent: optionalId(),
	reason: choice(ABSENCE_REASONS),
	from: day(),
	to: optionalDay(),
});

export const load: PageServerLoad = familyPage;

const goTo = (event: Parameters<typeof caseAddress>[0]) => `${caseAddress(event)}/team`;

export const actions: Actions = {
	add: (event) =>
		workerForm(event, {
			schema: v.object({ command: commandId(), worker: chosenId(), role: choice(JOINING_ROLES) }),
			run: (act, input) => addCaseWorker(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => goTo(event),
		}),
	end: (event) =>
		workerForm(event, {
			schema: v.object({ leaving: id() }),
			run: (act, { leaving }) => endWorkInCase(act, { caseId: idFrom(event.params.case), worker: leaving }),
			goTo: () => goTo(event),
		}),
	absence: (event) =>
		workerForm(event, {
			schema: ABSENCE,
			run: (act, { absent, ...input }) =>
				recordAbsence(act, { ...input, worker: absent, caseId: idFrom(event.params.case) }),
			goTo: () => goTo(event),
		}),
	back: (event) =>
		workerForm(event, {
			schema: v.object({ absence: id() }),
			run: (act, { absence }) => endAbsence(act, { caseId: idFrom(event.params.case), absence }),
			goTo: () => goTo(event),
		}),
};
