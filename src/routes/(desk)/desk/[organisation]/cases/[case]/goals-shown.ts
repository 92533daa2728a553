import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Plan } from '#lib/cases/plan.ts';
import type { Definition } from '#lib/programmes/definition.ts';

/** A goal as pages show it: one of the programme's list by its own name, with what it means here where somebody said that. */
export type GoalShown = { readonly id: Uuid; readonly listed: LocalWords | undefined; readonly own: string };

/** The goals of a plan, each as it is called. */
export function goalsShown(
	{ plan: { listed } }: Pick<Definition, 'plan'>,
	plan: Plan | undefined,
): readonly GoalShown[] {
	return (plan?.goals ?? []).map((goal) => {
		const known = listed.find((one) => one.key === goal.definitionKey)?.text;
		const own = known && Object.values(known).includes(goal.text) ? '' : goal.text;
		return { id: goal.id, listed: known, own };
	});
}

/** A goal in one line. */
export function goalWords(goal: GoalShown, local: (words: LocalWords) => { text: string }): string {
	return goal.listed ? [local(goal.listed).text, goal.own].filter(Boolean).join(': ') : goal.own;
}
