import { GOALS_MAX, STEPS_MAX, type Plan } from '#lib/cases/plan.ts';

type StepRow = { readonly id: string; readonly text: string; readonly who: string; readonly by: string };
export type GoalRow = {
	/** Nothing stands there yet, nor was typed. */
	readonly empty: boolean;
	readonly id: string;
	readonly text: string;
	readonly capability: string;
	readonly steps: readonly StepRow[];
};

const EMPTY_GOALS = 2;
const EMPTY_STEPS = 1;
const FIRST_STEPS = 2;
const STEP: StepRow = { id: '', text: '', who: 'person', by: '' };

/** The rows of the plan's form: what is there, or was typed, and a few empty ones to go on. */
export function rowsFor(
	plan: Plan | undefined,
	typed: Readonly<Record<string, unknown>> | undefined,
): readonly GoalRow[] {
	// Goals of the programme's list have their own rows.
	const own = (plan?.goals ?? []).filter((goal) => goal.definitionKey === null);
	const goals = own.map((goal) => ({
		id: goal.id as string,
		text: goal.text,
		capability: goal.capability ?? '',
		steps: goal.steps.map((step) => ({
			id: step.id as string,
			text: step.text,
			who: step.who as string,
			by: step.byOn ?? '',
		})),
	}));
	const typedGoals = highest(typed, /^goal-(\d+)$/);
	const count = Math.min(GOALS_MAX, Math.max(goals.length + EMPTY_GOALS, typedGoals));
	return Array.from({ length: count }, (_, g) => {
		const goal = goals[g] ?? { id: '', text: '', capability: '', steps: [] };
		const steps = Math.min(
			STEPS_MAX,
			Math.max(goal.steps.length + EMPTY_STEPS, FIRST_STEPS, highest(typed, new RegExp(`^goal-${g}-step-(\\d+)$`))),
		);
		const empty = !own[g] && !wasTyped(typed, g);
		return { ...goal, empty, steps: Array.from({ length: steps }, (__, s) => goal.steps[s] ?? STEP) };
	});
}

function wasTyped(typed: Readonly<Record<string, unknown>> | undefined, g: number): boolean {
	const name = new RegExp(`^goal-${g}(-step-\\d+)?$`);
	return Object.entries(typed ?? {}).some(([key, value]) => name.test(key) && value !== '');
}

function highest(typed: Readonly<Record<string, unknown>> | undefined, name: RegExp): number {
	return Math.max(0, ...Object.keys(typed ?? {}).map((key) => Number(name.exec(key)?.[1] ?? -1) + 1));
}
