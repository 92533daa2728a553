import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { definitionOf } from '#lib/programmes/programmes.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { CASE_FILE, type CaseRows } from './case-file.store.server.ts';
import { openWay, type CaseWay } from './case-way.server.ts';
import type { CaseCondition, CaseFacts, Grade, InclusionFact, Life } from './case.ts';
import type { CaseEventKind, ClosureRow } from './course.store.server.ts';
import type { AgreementRow } from './inclusion.store.server.ts';
import type { OwnView } from './own-view.ts';
import { ofCase } from './of-case.server.ts';
import type { Reported } from './reported.ts';
import { openPlan } from './open-plan.server.ts';
import { planOf } from './plan.store.server.ts';
import type { Plan } from './plan.ts';

// Where each sealed text of a case stands; of a plan see there.
export const eventPlace = (event: Uuid) => ({ table: 'case_event_text', column: 'sealed', row: event });
export const viewPlace = (view: Uuid) => ({ table: 'own_view', column: 'sealed', row: view });

type CaseEvent = {
	readonly id: Uuid;
	readonly kind: CaseEventKind;
	readonly on: CalendarDay;
	readonly by: Uuid;
	readonly reason: string | null;
	readonly note: string;
	/** How the quality of life had changed at a review, as the person saw it; null where nobody said. */
	readonly life: Life | null;
};

/** Everything the record of a case holds, opened. Names of people stand elsewhere: here they are ids. */
export type CaseFile = CaseWay & {
	readonly facts: CaseFacts;
	readonly definition: Definition;
	readonly key: SubjectKey;
	readonly members: readonly { readonly person: Uuid; readonly roles: readonly string[]; readonly left: boolean }[];
	readonly workers: readonly { readonly worker: Uuid; readonly role: string }[];
	readonly conditions: readonly CaseCondition[];
	readonly stated: readonly InclusionFact[];
	readonly agreement: AgreementRow | undefined;
	/** The kinds of service it is given, where its conditions depend on them. */
	readonly givenServices: readonly string[];
	readonly periods: readonly { readonly from_on: CalendarDay; readonly to_on: CalendarDay | null }[];
	readonly ownViews: readonly OwnView[];
	readonly plan: Plan | undefined;
	/** All versions of the plan, newest first, without their words. */
	readonly plans: readonly { readonly version: number; readonly made_on: CalendarDay; readonly made_by: Uuid }[];
	readonly events: readonly CaseEvent[];
	readonly closure:
		(ClosureRow & { readonly goals: ReadonlyMap<Uuid, Grade>; readonly outcomes: readonly string[] }) | undefined;
	/** The day of the next review said at the last one. */
	readonly nextReviewSaid: CalendarDay | null;
	/** The target groups of its people and the goals of the project it serves. */
	readonly reported: Reported;
};

/** Loads and opens the file of a case, in one statement. The caller decides who may see it, and journals. */
export async function caseFile(tx: Tx, caseId: Uuid): Promise<CaseFile | undefined> {
	const [vault, rows] = await Promise.all([openVault(tx), CASE_FILE(tx, ofCase(tx, caseId))]);
	const [facts, sealedKey] = [rows.facts[0], rows.key[0]];
	if (!facts || !sealedKey) return undefined;
	const key = vault.keyOf(caseId, sealedKey.wrapped);
	const plan = planOf({ plan: rows.plan[0], goals: rows.goals, steps: rows.steps });
	return {
		facts,
		definition: await definitionOf(tx, facts.programme, facts.version),
		key,
		members: rows.members.map((row) => ({ person: row.person_id, roles: row.roles, left: row.to_on !== null })),
		workers: rows.workers.map((row) => ({ worker: row.worker_id, role: row.role })),
		conditions: rows.conditions,
		stated: rows.stated,
		agreement: rows.agreement[0],
		givenServices: rows.services.map((row) => row.service),
		periods: rows.periods,
		ownViews: rows.views.map((row) => openView(key, row)),
		plan: plan && openPlan(key, caseId, plan),
		plans: rows.plans,
		events: rows.events.map((row) => openEvent(key, row)),
		closure: closureOf(rows),
		reported: { groups: rows.groups, goals: rows.projectGoals.map((row) => row.project_goal) },
		nextReviewSaid: rows.events.find((row) => row.kind === 'reviewed')?.next_on ?? null,
		...openWay(key, caseId, rows),
	};
}

function openView(key: SubjectKey, row: CaseRows['views'][number]): OwnView {
	return {
		id: row.id,
		person: row.person_id,
		on: row.stated_on,
		by: row.recorded_by,
		words: key.open<string>(viewPlace(row.id), row.sealed),
	};
}

function openEvent(key: SubjectKey, row: CaseRows['events'][number]): CaseEvent {
	return {
		id: row.id,
		kind: row.kind,
		on: row.on_day,
		by: row.recorded_by,
		reason: row.reason,
		life: row.life,
		note: row.sealed ? key.open<{ note: string }>(eventPlace(row.id), row.sealed).note : '',
	};
}

function closureOf({ closure: [closure], goalOutcomes, outcomes }: CaseRows): CaseFile['closure'] {
	if (!closure) return undefined;
	const goals = goalOutcomes.filter((one) => one.closure_id === closure.id);
	return {
		...closure,
		goals: new Map(goals.map((one) => [one.goal_id, one.grade])),
		outcomes: outcomes.filter((one) => one.closure_id === closure.id).map((one) => one.outcome),
	};
}
