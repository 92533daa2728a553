import * as v from 'valibot';
import { choice, commandId, day, optionalText } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { STEP_UP_REASONS } from '#lib/cases/way.ts';
import { stepUp } from '#lib/cases/way.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), on: day(), reason: choice(STEP_UP_REASONS), words: optionalText() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'step-up');
	const into = page.definition.stepUp ?? notFound();
	return { base, name, command, into, today: page.today, draft: page.draft, done: page.stepUp !== undefined };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => stepUp(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
