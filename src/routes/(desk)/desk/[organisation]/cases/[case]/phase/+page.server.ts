import * as v from 'valibot';
import { commandId, day, line } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { currentPhase, nextPhase } from '#lib/cases/way.ts';
import { beginPhase } from '#lib/cases/way.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), phase: line(60), from: day() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	const next = nextPhase(page.definition, page.phases);
	const { key, text, hint } = next ?? currentPhase(page.definition, page.phases) ?? notFound();
	return { base, name, command, today: page.today, phase: { key, text, hint }, begun: !next };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => beginPhase(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
