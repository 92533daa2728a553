import * as v from 'valibot';
import { choice, choices, chosenId, commandId, line, tick } from '#lib/kernel/fields.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { decideParentView, linkCases } from '#lib/cases/change-family.server.ts';
import { CASE_LINKS, PARENT_SEES } from '#lib/cases/family.ts';
import { caseAddress, familyPage } from '../../../parts/family-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const NUMBER_MAX = 20;

export const load: PageServerLoad = familyPage;

export const actions: Actions = {
	link: (event) =>
		workerForm(event, {
			schema: v.object({ number: line(NUMBER_MAX), kind: choice(CASE_LINKS) }),
			run: (act, input) => linkCases(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `${caseAddress(event)}/family`,
		}),
	view: (event) =>
		workerForm(event, {
			schema: v.object({
				command: commandId(),
				parent: chosenId(),
				shows: choices(PARENT_SEES),
				withTheChild: tick(),
			}),
			run: (act, input) => decideParentView(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `${caseAddress(event)}/family`,
		}),
};
