import * as v from 'valibot';
import { commandId, day, number } from '#lib/kernel/fields.ts';
import { found, idFrom, keptWhenAway, refused, typedFrom, workerAct } from '#lib/identity/doorway.server.ts';
import { askedOfPlan } from '#lib/cases/asked-of-plan.server.ts';
import { changePlan } from '#lib/cases/change-plan.server.ts';
import { readPlan } from '#lib/cases/plan.ts';
import { readForm } from '#lib/platform/form.ts';
import { redirect } from '@sveltejs/kit';
import { casePage } from '../../../parts/case-page.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.object({ command: commandId(), basedOn: number({ min: 0, max: 100_000 }), madeOn: day() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event, 'plan');
	return {
		base,
		name,
		command,
		today: page.today,
		plan: page.plan,
		draft: page.draft,
		title: page.definition.plan.title,
		madeBy: page.definition.plan.madeBy,
		capabilities: page.definition.plan.capabilities,
		goals: page.definition.plan.goals,
		listed: page.definition.plan.goals === 'own' ? [] : page.definition.plan.listed,
	};
};

export const actions: Actions = {
	default: async (event) => {
		const typed = await typedFrom(event);
		const act = workerAct(event, typed);
		const caseId = idFrom(event.params.case);
		const asked = await askedOfPlan(act, { caseId }).catch((failure: unknown) => keptWhenAway(event, typed, failure));
		const { listed, capabilities } = found(asked);
		const [head, plan] = [readForm(typed, SCHEMA), readPlan(typed, listed, capabilities)];
		if (!head.ok) return refused(event, typed, head);
		if (!plan.ok) return refused(event, typed, plan);
		const done = await changePlan(act, { ...head.value, caseId, plan: plan.value }).catch((failure: unknown) =>
			keptWhenAway(event, typed, failure),
		);
		if (!done.ok) return refused(event, typed, done);
		redirect(303, `/desk/${event.params.organisation}/cases/${event.params.case}`);
	},
};
