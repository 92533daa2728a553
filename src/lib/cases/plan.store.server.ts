import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';

export type PlanRow = { version: number; made_on: CalendarDay; made_by: Uuid; sealed: Sealed };
export type GoalRow = {
	version: number;
	goal_id: Uuid;
	party_id: Uuid;
	definition_key: string | null;
	capability: string | null;
	sealed: Sealed;
};
export type StepRow = {
	version: number;
	step_id: Uuid;
	goal_id: Uuid;
	who: string;
	by_on: CalendarDay | null;
	sealed: Sealed;
	done_on: CalendarDay | null;
};

/** A version of a case's plan; the newest one when none is named. Three queries that know nothing of each other, so that they travel together. */
export async function loadPlan(
	tx: Tx,
	caseId: Uuid,
	version?: number,
): Promise<{ plan: PlanRow; goals: GoalRow[]; steps: StepRow[] } | undefined> {
	const which = { caseId, version };
	const [plan, goals, steps] = await Promise.all([onePlan(tx, which), goalsOf(tx, which), stepsOf(tx, which)]);
	return (
		plan && {
			plan,
			goals: goals.filter((goal) => goal.version === plan.version),
			steps: steps.filter((step) => step.version === plan.version),
		}
	);
}

type Which = { caseId: Uuid; version: number | undefined };

function versionOf(tx: Tx, { caseId, version }: Which) {
	const of = tx.db
		.selectFrom('plan as newest')
		.select((eb) => eb.fn.max('newest.version').as('version'))
		.where('newest.organisation_id', '=', tx.organisationId)
		.where('newest.case_id', '=', caseId);
	return version === undefined ? of : of.where('newest.version', '=', version);
}

async function onePlan(tx: Tx, which: Which): Promise<PlanRow | undefined> {
	return tx.db
		.selectFrom('plan')
		.select(['version', 'made_on', 'made_by', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', which.caseId)
		.where('version', '=', versionOf(tx, which))
		.executeTakeFirst();
}

async function goalsOf(tx: Tx, which: Which): Promise<GoalRow[]> {
	return tx.db
		.selectFrom('plan_goal as p')
		.innerJoin('goal as g', (join) =>
			join
				.onRef('g.organisation_id', '=', 'p.organisation_id')
				.onRef('g.case_id', '=', 'p.case_id')
				.onRef('g.id', '=', 'p.goal_id'),
		)
		.select(['p.version', 'p.goal_id', 'g.party_id', 'p.definition_key', 'p.capability', 'p.sealed'])
		.where('p.organisation_id', '=', tx.organisationId)
		.where('p.case_id', '=', which.caseId)
		.where('p.version', '=', versionOf(tx, which))
		.orderBy('p.position')
		.execute();
}

async function stepsOf(tx: Tx, which: Which): Promise<StepRow[]> {
	return tx.db
		.selectFrom('plan_step as s')
		.leftJoin('step_done as d', (join) =>
			join
				.onRef('d.organisation_id', '=', 's.organisation_id')
				.onRef('d.case_id', '=', 's.case_id')
				.onRef('d.step_id', '=', 's.step_id'),
		)
		.select(['s.version', 's.step_id', 's.goal_id', 's.who', 's.by_on', 's.sealed', 'd.done_on'])
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.case_id', '=', which.caseId)
		.where('s.version', '=', versionOf(tx, which))
		.orderBy('s.position')
		.execute();
}

const VERSIONS_MAX = 500;

/** The versions of a case's plan, newest first, without their words. */
export async function loadPlanVersions(
	tx: Tx,
	caseId: Uuid,
): Promise<{ version: number; made_on: CalendarDay; made_by: Uuid }[]> {
	return tx.db
		.selectFrom('plan')
		.select(['version', 'made_on', 'made_by'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.orderBy('version', 'desc')
		.limit(VERSIONS_MAX)
		.execute();
}

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
