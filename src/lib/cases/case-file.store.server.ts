import { keptTogether } from '#lib/platform/kept-query.server.ts';
import { TASKS } from './agreed-task.store.server.ts';
import { ACTS, CONTACTS } from './beyond.store.server.ts';
import { CASE, MEMBERS, PERIODS, WORKERS } from './cases.store.server.ts';
import { CASE_KEY } from './held-case.store.server.ts';
import { CLOSURE, EVENTS, GOAL_OUTCOMES, OUTCOMES } from './course.store.server.ts';
import { AGREEMENT, CONDITIONS, FACTS, OWN_VIEWS } from './inclusion.store.server.ts';
import { SERVICES } from './members.store.server.ts';
import { GOALS, PLAN, PLAN_VERSIONS, STEPS } from './plan.store.server.ts';
import { PROJECT_GOALS, TARGET_GROUPS } from './reported.store.server.ts';
import { EPISODE, PHASES, STANDINGS, STEP_UP } from './way.store.server.ts';

/** Everything the record of a case holds, sealed, as one statement. */
export const CASE_FILE = keptTogether({
	key: CASE_KEY,
	facts: CASE,
	members: MEMBERS,
	workers: WORKERS,
	conditions: CONDITIONS,
	stated: FACTS,
	agreement: AGREEMENT,
	services: SERVICES,
	periods: PERIODS,
	views: OWN_VIEWS,
	plan: PLAN,
	goals: GOALS,
	steps: STEPS,
	plans: PLAN_VERSIONS,
	events: EVENTS,
	closure: CLOSURE,
	goalOutcomes: GOAL_OUTCOMES,
	outcomes: OUTCOMES,
	groups: TARGET_GROUPS,
	projectGoals: PROJECT_GOALS,
	tasks: TASKS,
	standings: STANDINGS,
	phases: PHASES,
	step: STEP_UP,
	episode: EPISODE,
	acts: ACTS,
	contacts: CONTACTS,
});

export type CaseRows = Awaited<ReturnType<typeof CASE_FILE>>;
