import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

type PlanRow = { version: number; made_on: CalendarDay; made_by: Uuid; sealed: Sealed };
type GoalRow = {
	version: number;
	goal_id: Uuid;
	party_id: Uuid;
	definition_key: string | null;
	capability: string | null;
	sealed: Sealed;
};
type StepRow = {
	version: number;
	step_id: Uuid;
	goal_id: Uuid;
	who: string;
	by_on: CalendarDay | null;
	sealed: Sealed;
	done_on: CalendarDay | null;
};

export type LoadedPlan = { plan: PlanRow; goals: GoalRow[]; steps: StepRow[] };

/** A version of a case's plan; the newest one when none is named. Three queries that know nothing of each other, so that they travel together. */
export async function loadPlan(tx: Tx, caseId: Uuid, version?: number): Promise<LoadedPlan | undefined> {
	const of = ofCase(tx, caseId);
	const [[plan], goals, steps] = await (version === undefined
		? Promise.all([PLAN.rows(tx, of), GOALS.rows(tx, of), STEPS.rows(tx, of)])
		: Promise.all([
				plansOf(tx.db, of).where('version', '=', version).execute(),
				goalsOf(tx.db, of).where('p.version', '=', version).execute(),
				stepsOf(tx.db, of).where('s.version', '=', version).execute(),
			]));
	return planOf({ plan, goals, steps });
}

/** A plan with what belongs to its version: a newer one may have been made between one query and the next. */
export function planOf({ plan, goals, steps }: { plan: PlanRow | undefined; goals: GoalRow[]; steps: StepRow[] }) {
	return (
		plan && {
			plan,
			goals: goals.filter((goal) => goal.version === plan.version),
			steps: steps.filter((step) => step.version === plan.version),
		}
	);
}

// The newest plan, with its goals and steps.
export const PLAN = keptQuery((db, of: OfCase) => plansOf(db, of).where('version', '=', newestOf(db, of)), {
	sealed: 'bytes',
});
export const GOALS = keptQuery((db, of: OfCase) => goalsOf(db, of).where('p.version', '=', newestOf(db, of)), {
	sealed: 'bytes',
});
export const STEPS = keptQuery((db, of: OfCase) => stepsOf(db, of).where('s.version', '=', newestOf(db, of)), {
	sealed: 'bytes',
});

/** The goals of the newest plan, by their ids. */
export const GOAL_IDS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('plan_goal as p')
		.select('p.goal_id')
		.where('p.organisation_id', '=', of.organisationId)
		.where('p.case_id', '=', of.caseId)
		.where('p.version', '=', newestOf(db, of))
		.orderBy('p.position'),
);

function newestOf(db: Tx['db'], of: OfCase) {
	return db
		.selectFrom('plan as newest')
		.select((eb) => eb.fn.max('newest.version').as('version'))
		.where('newest.organisation_id', '=', of.organisationId)
		.where('newest.case_id', '=', of.caseId);
}

function plansOf(db: Tx['db'], of: OfCase) {
	return db
		.selectFrom('plan')
		.select(['version', 'made_on', 'made_by', 'sealed'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId);
}

function goalsOf(db: Tx['db'], of: OfCase) {
	return db
		.selectFrom('plan_goal as p')
		.innerJoin('goal as g', (join) =>
			join
				.onRef('g.organisation_id', '=', 'p.organisation_id')
				.onRef('g.case_id', '=', 'p.case_id')
				.onRef('g.id', '=', 'p.goal_id'),
		)
		.select(['p.version', 'p.goal_id', 'g.party_id', 'p.definition_key', 'p.capability', 'p.sealed'])
		.where('p.organisation_id', '=', of.organisationId)
		.where('p.case_id', '=', of.caseId)
		.orderBy('p.position');
}

function stepsOf(db: Tx['db'], of: OfCase) {
	return db
		.selectFrom('plan_step as s')
		.leftJoin('step_done as d', (join) =>
			join
				.onRef('d.organisation_id', '=', 's.organisation_id')
				.onRef('d.case_id', '=', 's.case_id')
				.onRef('d.step_id', '=', 's.step_id'),
		)
		.select(['s.version', 's.step_id', 's.goal_id', 's.who', 's.by_on', 's.sealed', 'd.done_on'])
		.where('s.organisation_id', '=', of.organisationId)
		.where('s.case_id', '=', of.caseId)
		.orderBy('s.position');
}

const VERSIONS_MAX = 500;

/** The versions of a case's plan, newest first, without their words. */
export const PLAN_VERSIONS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('plan')
		.select(['version', 'made_on', 'made_by'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('version', 'desc')
		.limit(VERSIONS_MAX),
);

export const loadPlanVersions = (tx: Tx, caseId: Uuid) => PLAN_VERSIONS.rows(tx, ofCase(tx, caseId));

export async function loadGoalIds(tx: Tx, caseId: Uuid): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('goal')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.execute();
	return rows.map((row) => row.id);
}

export type NewPlan = {
	caseId: Uuid;
	version: number;
	madeOn: CalendarDay;
	madeBy: Uuid;
	sealed: Sealed;
	newGoals: { id: Uuid; party: Uuid }[];
	goals: {
		id: Uuid;
		definitionKey: string | null;
		capability: string | null;
		sealed: Sealed;
		steps: { id: Uuid; who: string; byOn: CalendarDay | null; sealed: Sealed }[];
	}[];
};

export async function insertPlan(tx: Tx, made: NewPlan): Promise<void> {
	const key = { organisation_id: tx.organisationId, case_id: made.caseId };
	const versioned = { ...key, version: made.version };
	await tx.db
		.insertInto('plan')
		.values({ ...versioned, made_on: made.madeOn, made_by: made.madeBy, made_at: tx.act.at, sealed: made.sealed })
		.execute();
	const goals = made.newGoals.map((goal) => ({ ...key, id: goal.id, party_id: goal.party }));
	if (goals.length > 0) await tx.db.insertInto('goal').values(goals).execute();
	const planGoals = made.goals.map((goal, position) => ({
		...versioned,
		goal_id: goal.id,
		position,
		definition_key: goal.definitionKey,
		capability: goal.capability,
		sealed: goal.sealed,
	}));
	if (planGoals.length > 0) await tx.db.insertInto('plan_goal').values(planGoals).execute();
	const steps = made.goals.flatMap((goal) =>
		goal.steps.map((step, position) => ({
			...versioned,
			step_id: step.id,
			goal_id: goal.id,
			position,
			who: step.who,
			by_on: step.byOn,
			sealed: step.sealed,
		})),
	);
	if (steps.length > 0) await tx.db.insertInto('plan_step').values(steps).execute();
}

export async function insertStepDone(
	tx: Tx,
	step: { caseId: Uuid; stepId: Uuid; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('step_done')
		.values({
			organisation_id: tx.organisationId,
			case_id: step.caseId,
			step_id: step.stepId,
			done_on: step.on,
			recorded_by: step.by,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteStepDone(tx: Tx, step: { caseId: Uuid; stepId: Uuid }): Promise<void> {
	await tx.db
		.deleteFrom('step_done')
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', step.caseId)
		.where('step_id', '=', step.stepId)
		.execute();
}
