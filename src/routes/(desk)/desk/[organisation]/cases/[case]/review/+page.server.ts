import * as v from 'valibot';
import { commandId, day, optionalChoice, optionalDay, optionalText } from '#lib/kernel/fields.ts';
import { addDays } from '#lib/kernel/calendar-day.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { LIVES } from '#lib/cases/case.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({
	command: commandId(),
	on: day(),
	ownView: optionalText(),
	note: optionalText(),
	life: optionalChoice(LIVES),
	nextOn: optionalDay(),
	renewedUntil: optionalDay(),
});

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'review');
	const every = page.definition.duration.reviewEveryDays;
	return {
		base,
		name,
		command,
		today: page.today,
		draft: page.draft,
		before: page.ownViews.at(-1)?.words ?? '',
		nextOn: every === null ? '' : addDays(page.today, every),
		until: page.agreement?.to_on ?? null,
		hasAgreement: page.agreement !== undefined && page.facts.unit === 'person',
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => reviewCase(act, { ...input, caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
