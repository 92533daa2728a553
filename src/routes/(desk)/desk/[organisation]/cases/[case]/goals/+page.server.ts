import * as v from 'valibot';
import { commandId, day } from '#lib/kernel/fields.ts';
import { idFrom, notFound, workerForm } from '#lib/identity/doorway.server.ts';
import { latestStandings, STANDINGS, type Standing } from '#lib/cases/way.ts';
import { assessGoals } from '#lib/cases/way.server.ts';
import { casePage } from '../../../parts/case-page.server.ts';
import { goalsShown } from '../goals-shown.ts';
import type { Actions, PageServerLoad } from './$types';

const SCHEMA = v.looseObject({ command: commandId(), on: day() });

export const load: PageServerLoad = async (event) => {
	const { page, base, name, command } = await casePage(event);
	if (!page.plan || page.plan.goals.length === 0) notFound();
	const standings = latestStandings(page.standings);
	return {
		base,
		name,
		command,
		today: page.today,
		goals: goalsShown(page.definition, page.plan).map((goal) => ({ ...goal, before: standings.get(goal.id) })),
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, { command, on, ...rest }) =>
				assessGoals(act, { command, on, standings: standingsIn(rest), caseId: idFrom(event.params.case) }),
			goTo: () => `/desk/${event.params.organisation}/cases/${event.params.case}`,
		}),
};

/** How the goals of the form stand: `goal-<id>`. */
function standingsIn(rest: Readonly<Record<string, unknown>>): Record<string, Standing | undefined> {
	const given = Object.entries(rest).filter(([name]) => name.startsWith('goal-'));
	return Object.fromEntries(
		given.map(([name, said]) => [name.slice('goal-'.length), STANDINGS.find((one) => one === said)]),
	);
}
