import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Grade, Life } from './case.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import type { OfCase } from './of-case.server.ts';

export type CaseEventKind = 'opened' | 'activated' | 'reviewed' | 'renewed' | 'withdrawn' | 'closed' | 'reopened';
type CaseEventRow = {
	id: Uuid;
	kind: CaseEventKind;
	on_day: CalendarDay;
	recorded_at: Date;
	recorded_by: Uuid;
	reason: string | null;
	sealed: Sealed | null;
	next_on: CalendarDay | null;
	life: Life | null;
};

export async function insertEvent(
	tx: Tx,
	event: { id: Uuid; caseId: Uuid; kind: CaseEventKind; on: CalendarDay; by: Uuid; reason?: string; sealed?: Sealed },
): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('case_event')
		.values({
			organisation_id,
			id: event.id,
			case_id: event.caseId,
			kind: event.kind,
			on_day: event.on,
			recorded_at: tx.act.at,
			recorded_by: event.by,
			reason: event.reason ?? null,
		})
		.execute();
	if (event.sealed)
		await tx.db
			.insertInto('case_event_text')
			.values({ organisation_id, event_id: event.id, sealed: event.sealed })
			.execute();
}

export async function insertReview(
	tx: Tx,
	review: { eventId: Uuid; caseId: Uuid; nextOn: CalendarDay | null; life: Life | null },
): Promise<void> {
	await tx.db
		.insertInto('review')
		.values({
			organisation_id: tx.organisationId,
			event_id: review.eventId,
			case_id: review.caseId,
			next_on: review.nextOn,
			quality_of_life: review.life,
		})
		.execute();
}

export const EVENTS = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('case_event as e')
			.leftJoin('case_event_text as t', (join) =>
				join.onRef('t.organisation_id', '=', 'e.organisation_id').onRef('t.event_id', '=', 'e.id'),
			)
			.leftJoin('review as r', (join) =>
				join.onRef('r.organisation_id', '=', 'e.organisation_id').onRef('r.event_id', '=', 'e.id'),
			)
			.select(['e.id', 'e.kind', 'e.on_day', 'e.recorded_at', 'e.recorded_by', 'e.reason', 't.sealed', 'r.next_on'])
			.select('r.quality_of_life as life')
			.where('e.organisation_id', '=', of.organisationId)
			.where('e.case_id', '=', of.caseId)
			.orderBy('e.on_day', 'desc')
			.orderBy('e.id', 'desc')
			.limit(500)
			.$castTo<CaseEventRow>(),
	{ sealed: 'bytes', recorded_at: 'time' },
);

export async function insertClosure(
	tx: Tx,
	closure: { id: Uuid; caseId: Uuid; on: CalendarDay; reason: string; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('closure')
		.values({
			organisation_id: tx.organisationId,
			id: closure.id,
			case_id: closure.caseId,
			closed_on: closure.on,
			reason: closure.reason,
			closed_by: closure.by,
		})
		.execute();
}

export async function insertOutcomes(
	tx: Tx,
	closure: { id: Uuid; caseId: Uuid; goals: readonly { goal: Uuid; grade: Grade }[]; outcomes: readonly string[] },
): Promise<void> {
	const key = { organisation_id: tx.organisationId, closure_id: closure.id };
	const goals = closure.goals.map(({ goal, grade }) => ({ ...key, case_id: closure.caseId, goal_id: goal, grade }));
	if (goals.length > 0) await tx.db.insertInto('goal_outcome').values(goals).execute();
	const outcomes = closure.outcomes.map((outcome) => ({ ...key, outcome }));
	if (outcomes.length > 0) await tx.db.insertInto('closure_outcome').values(outcomes).execute();
}

export async function reopenClosure(tx: Tx, caseId: Uuid, reopening: { on: CalendarDay; by: Uuid }): Promise<boolean> {
	const done = await tx.db
		.updateTable('closure')
		.set({ reopened_on: reopening.on, reopened_by: reopening.by })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('reopened_on', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export type ClosureRow = {
	id: Uuid;
	closed_on: CalendarDay;
	reason: string;
	closed_by: Uuid;
	reopened_on: CalendarDay | null;
};

export const CLOSURE = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('closure')
		.select(['id', 'closed_on', 'reason', 'closed_by', 'reopened_on'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('id', 'desc')
		.limit(1),
);

/** What became of each goal when a case was closed, each time. */
export const GOAL_OUTCOMES = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('goal_outcome')
		.select(['closure_id', 'goal_id', 'grade'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.limit(500)
		.$castTo<{ closure_id: Uuid; goal_id: Uuid; grade: Grade }>(),
);

/** What came of a case when it was closed, each time. */
export const OUTCOMES = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('closure_outcome as o')
		.innerJoin('closure as x', (join) =>
			join.onRef('x.organisation_id', '=', 'o.organisation_id').onRef('x.id', '=', 'o.closure_id'),
		)
		.select(['o.closure_id', 'o.outcome'])
		.where('o.organisation_id', '=', of.organisationId)
		.where('x.case_id', '=', of.caseId)
		.limit(500),
);
