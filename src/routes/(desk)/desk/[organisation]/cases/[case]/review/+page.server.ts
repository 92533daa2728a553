import * as v from 'valibot';
import { commandId, day, optionalChoice, optionalDay, optionalText } from '#lib/kernel/fields.ts';
import { addDays } from '#lib/kernel/calendar-day.ts';
import { idFrom, workerForm } from '#lib/identity/doorway.server.ts';
import { LIVES } from '#lib/cases/case.ts';
import { readViews, viewField } from '#lib/cases/own-view.ts';
import { reviewCase } from '#lib/cases/review-case.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({
	command: commandId(),
	on: day(),
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
		people: page.members
			.filter((member) => !member.left && !page.people.get(member.person)?.withheld)
			.map(({ person }) => ({
				field: viewField(person),
				name: page.people.get(person)?.name ?? '',
				before: page.ownViews.findLast((view) => view.person === person)?.words ?? '',
			})),
		nextOn: every === null ? '' : addDays(page.today, every),
		until: page.agreement?.to_on ?? null,
		hasAgreement: page.agreement !== undefined && page.facts.unit === 'person',
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: async (act, { command, on, note, life, nextOn, renewedUntil, ...said }) => {
				const ownViews = readViews(said);
				if (!ownViews.ok) return ownViews;
				const review = { command, on, note, life, nextOn, renewedUntil, ownViews: ownViews.value };
				return reviewCase(act, { ...review, caseId: idFrom(event.params.case) });
			},
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};
