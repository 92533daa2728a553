import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { choose } from '#lib/kernel/local-words.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { dropDraft } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { goalPlace, planPlace, stepPlace } from './open-plan.server.ts';
import {
	deleteStepDone,
	insertPlan,
	insertStepDone,
	loadGoalIds,
	loadPlan,
	type NewPlan,
} from './plan.store.server.ts';
import type { TypedPlan } from './plan.ts';

/** A plan as it is to be from now on, and the version it was changed from: 0 for a first plan. */
type PlanChange = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly basedOn: number;
	readonly madeOn: CalendarDay;
	readonly plan: TypedPlan;
};

/** Keeps a plan as a new version. Refused when somebody else changed it meanwhile: nobody's words are overwritten. */
export async function changePlan(act: Act<Worker>, input: PlanChange): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const { facts, today } = found.value;
			if (facts.closedOn) return refuse('case-closed');
			if (input.madeOn > today) return refuseField('madeOn', 'in-the-future');
			if (!goalsAreOffered(found.value.definition, input.plan)) return refuse('cannot-be-read');
			if (await claim(tx, input.command, 'change-plan')) {
				const before = await loadPlan(tx, input.caseId);
				if ((before?.plan.version ?? 0) !== input.basedOn) return refuse('changed-meanwhile');
				await insertPlan(tx, await sealPlan(tx, found.value, input));
			}
			dropDraft(tx, { form: 'plan', subjectId: input.caseId });
			record(tx, { action: 'case.plan-changed', subjects: [input.caseId] });
			return ok();
		},
		{ plan_pkey: 'changed-meanwhile' },
	);
}

/**
 * Goals of the programme's list are of that list, each once; where there is only the list, none is made up beside it; and each
 * serves one of the capabilities the programme asks for (O6).
 */
function goalsAreOffered({ plan }: Definition, { goals }: TypedPlan): boolean {
	const serve = plan.capabilities.length > 0;
	const named = (one: string | null | undefined) => plan.capabilities.some((known) => known.key === one);
	if (!goals.every((goal) => (serve ? named(goal.capability) : !goal.capability))) return false;
	const keys = goals.flatMap((goal) => goal.definitionKey ?? []);
	const known = keys.every((key) => plan.goals !== 'own' && plan.listed.some((one) => one.key === key));
	return known && new Set(keys).size === keys.length && (plan.goals !== 'listed' || keys.length === goals.length);
}

async function sealPlan(
	tx: Tx<Worker>,
	{ key, definition }: Pick<CaseUnderChange, 'key' | 'definition'>,
	{ caseId, basedOn, madeOn, plan }: Omit<PlanChange, 'command'>,
): Promise<NewPlan> {
	const known = new Set(await loadGoalIds(tx, caseId));
	const version = basedOn + 1;
	const goals = plan.goals.map((goal) => {
		const id = goal.id && known.has(goal.id) ? goal.id : newId(tx.act.at);
		const steps = goal.steps.map((step) => {
			const stepId = step.id ?? newId(tx.act.at);
			return {
				id: stepId,
				who: step.who,
				byOn: step.byOn,
				sealed: key.seal(stepPlace(caseId, version, stepId), step.text),
			};
		});
		const definitionKey = goal.definitionKey ?? null;
		const words = goal.text === '' && definitionKey ? listedWords(definition, definitionKey) : goal.text;
		return {
			id,
			definitionKey,
			capability: goal.capability ?? null,
			steps,
			sealed: key.seal(goalPlace(caseId, version, id), words),
		};
	});
	const newGoals = goals.filter((goal) => !known.has(goal.id)).map((goal) => ({ id: goal.id, party: caseId }));
	const { ownWords = '', resources, needs } = plan;
	const sealed = key.seal(planPlace(caseId, version), { ownWords, resources, needs });
	return { caseId, version, madeOn, madeBy: tx.act.by.workerId, sealed, newGoals, goals };
}

/** A goal of the programme's list, in the language the programme is written in: that of its files. */
function listedWords(definition: Definition, goal: string): string {
	const words = definition.plan.listed.find((one) => one.key === goal)?.text;
	return words ? choose(words, definition.language).text : '';
}

/** The client's own plan begins as they put it in a talk. Part of a use case that opens the case and journals. */
export async function beginOwnPlan(
	tx: Tx<Worker>,
	under: Pick<CaseUnderChange, 'key' | 'definition'>,
	begun: { caseId: Uuid; madeOn: CalendarDay; ownWords: string },
): Promise<void> {
	const plan = { ownWords: begun.ownWords, resources: '', needs: '', goals: [] };
	await insertPlan(tx, await sealPlan(tx, under, { ...begun, basedOn: 0, plan }));
}

/** Ticks a step of the plan off, or takes the tick back. */
export async function markStep(
	act: Act<Worker>,
	input: { caseId: Uuid; stepId: Uuid; done: boolean },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await caseUnderChange(tx, 'case.change', input.caseId);
		if (!found.ok) return found;
		if (found.value.facts.closedOn) return refuse('case-closed');
		const plan = await loadPlan(tx, input.caseId);
		if (!plan?.steps.some((step) => step.step_id === input.stepId)) return refuse('not-found');
		if (input.done) await insertStepDone(tx, { ...input, on: found.value.today, by: act.by.workerId });
		else await deleteStepDone(tx, input);
		record(tx, { action: 'case.step-done', subjects: [input.caseId], record: input.stepId });
		return ok();
	});
}
