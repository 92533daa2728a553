import type { Plan, PlanGoal, PlanStep } from './plan.ts';

/** One thing in which a version of a plan differs from the one before. `before` and `after` are as they stood; empty where there was nothing. */
export type PlanDifference = {
	readonly what: 'own-words' | 'goal' | 'step' | 'resources' | 'needs';
	readonly how: 'added' | 'removed' | 'changed';
	readonly before: string;
	readonly after: string;
	/** Of a step: who and by when, where that changed. */
	readonly stepBefore?: Pick<PlanStep, 'who' | 'byOn'>;
	readonly stepAfter?: Pick<PlanStep, 'who' | 'byOn'>;
};

/** What changed from one version of a plan to the next, in the order of the newer one; what is gone comes last. */
export function planChanges(older: Plan, newer: Plan): readonly PlanDifference[] {
	return [
		...wordsChanged('own-words', older.ownWords, newer.ownWords),
		...wordsChanged('resources', older.resources, newer.resources),
		...wordsChanged('needs', older.needs, newer.needs),
		...goalsChanged(older.goals, newer.goals),
	];
}

function wordsChanged(what: PlanDifference['what'], before: string, after: string): readonly PlanDifference[] {
	if (before === after) return [];
	const how = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
	return [{ what, how, before, after }];
}

function goalsChanged(older: readonly PlanGoal[], newer: readonly PlanGoal[]): readonly PlanDifference[] {
	const before = new Map(older.map((goal) => [goal.id, goal]));
	const kept = newer.flatMap((goal) => {
		const was = before.get(goal.id);
		return [...wordsChanged('goal', was?.text ?? '', goal.text), ...stepsChanged(was?.steps ?? [], goal.steps)];
	});
	const gone = older
		.filter((goal) => newer.every((one) => one.id !== goal.id))
		.flatMap((goal) => [...wordsChanged('goal', goal.text, ''), ...stepsChanged(goal.steps, [])]);
	return [...kept, ...gone];
}

function stepsChanged(older: readonly PlanStep[], newer: readonly PlanStep[]): readonly PlanDifference[] {
	const before = new Map(older.map((step) => [step.id, step]));
	const kept = newer.flatMap((step) => stepChanged(before.get(step.id), step));
	const gone = older.filter((step) => newer.every((one) => one.id !== step.id));
	return [...kept, ...gone.flatMap((step) => wordsChanged('step', step.text, ''))];
}

function stepChanged(was: PlanStep | undefined, step: PlanStep): readonly PlanDifference[] {
	if (!was) return wordsChanged('step', '', step.text);
	if (was.text === step.text && was.who === step.who && was.byOn === step.byOn) return [];
	const [stepBefore, stepAfter] = [was, step].map(({ who, byOn }) => ({ who, byOn }));
	return [{ what: 'step', how: 'changed', before: was.text, after: step.text, stepBefore, stepAfter }];
}
