import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { OfCase } from './of-case.server.ts';

const ROWS_MAX = 1_000;

/** Which target groups the people of a case belong to. */
export const TARGET_GROUPS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_target_group')
		.select(['person_id as person', 'target_group as group'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('target_group')
		.limit(ROWS_MAX),
);

/** Which goals of the project a case serves. */
export const PROJECT_GOALS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_project_goal')
		.select('project_goal')
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('project_goal')
		.limit(ROWS_MAX),
);

type Recorded = { readonly caseId: Uuid; readonly on: CalendarDay; readonly by: Uuid };

/** Puts the target groups of some records of one person in the place of what stood there. */
export async function replaceGroups(
	tx: Tx,
	of: Recorded & { readonly person: Uuid; readonly records: readonly Uuid[] },
	groups: readonly string[],
): Promise<void> {
	await tx.db
		.deleteFrom('case_target_group')
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('person_id', 'in', [...of.records, of.person])
		.execute();
	if (groups.length === 0) return;
	const row = {
		organisation_id: tx.organisationId,
		case_id: of.caseId,
		person_id: of.person,
		recorded_on: of.on,
		recorded_by: of.by,
	};
	await tx.db
		.insertInto('case_target_group')
		.values(groups.map((target_group) => ({ ...row, target_group })))
		.execute();
}

export async function replaceGoals(tx: Tx, of: Recorded, goals: readonly string[]): Promise<void> {
	await tx.db
		.deleteFrom('case_project_goal')
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.execute();
	if (goals.length === 0) return;
	const row = {
		organisation_id: tx.organisationId,
		case_id: of.caseId,
		recorded_on: of.on,
		recorded_by: of.by,
	};
	await tx.db
		.insertInto('case_project_goal')
		.values(goals.map((project_goal) => ({ ...row, project_goal })))
		.execute();
}
