import { parseDay, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { isReadable } from '#lib/kernel/fields.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import { refuseFields, type FieldProblem, type Result } from '#lib/kernel/result.ts';

/** Who does a step. */
export const STEP_WHO = ['person', 'worker', 'together', 'somebody-else'] as const;
export type StepWho = (typeof STEP_WHO)[number];

export type PlanStep = {
	readonly id: Uuid;
	readonly text: string;
	readonly who: StepWho;
	readonly byOn: CalendarDay | null;
	readonly doneOn: CalendarDay | null;
};
export type PlanGoal = {
	readonly id: Uuid;
	readonly partyId: Uuid;
	/** The goal of the programme's list that this one is; null for one in the person's own words alone. */
	readonly definitionKey: string | null;
	/** The capability it serves, where the programme asks which (O6). */
	readonly capability: string | null;
	/** In the person's own words, or as the list has it where nobody put it otherwise. */
	readonly text: string;
	readonly steps: readonly PlanStep[];
};
/** A plan in one of its versions. */
export type Plan = {
	readonly version: number;
	readonly madeOn: CalendarDay;
	readonly madeBy: Uuid;
	/** The plan in the client's own words, where it is theirs to make. */
	readonly ownWords: string;
	/** What of their own and around them the person can lean on. */
	readonly resources: string;
	/** What the person concretely needs. */
	readonly needs: string;
	readonly goals: readonly PlanGoal[];
};

/** A plan as it was typed: rows left empty are gone, known rows keep their ids. */
export type TypedPlan = {
	readonly ownWords?: string;
	readonly resources: string;
	readonly needs: string;
	readonly goals: readonly {
		readonly id: Uuid | null;
		readonly definitionKey?: string | null;
		readonly capability?: string | null;
		readonly text: string;
		readonly steps: readonly {
			readonly id: Uuid | null;
			readonly text: string;
			readonly who: StepWho;
			readonly byOn: CalendarDay | null;
		}[];
	}[];
};

type Typed = Readonly<Record<string, string | string[]>>;

/** How many goals a plan may have, and how many steps a goal. */
export const GOALS_MAX = 12;
export const STEPS_MAX = 12;
const TEXT_MAX = 2_000;

/** A goal of a programme's list, as far as the form asks for it. */
type Listed = { readonly key: string; readonly ifRequired?: boolean | undefined };

/**
 * Reads the plan's form: `goal-0`, `goal-0-id`, `goal-0-step-0`, `goal-0-step-0-who`, `goal-0-step-0-by` and so on; goals of
 * the programme's list as `listed-0`, with what they mean here in `listed-0-words`. Where the programme asks which capability a
 * goal serves, `goal-0-capability` says it.
 */
export function readPlan(
	typed: Typed,
	listed: readonly Listed[] = [],
	capabilities: readonly string[] = [],
): Result<TypedPlan> {
	const problems: FieldProblem[] = [];
	const text = (name: string, max = TEXT_MAX) => {
		const given = single(typed, name);
		if (given.length > max) problems.push({ field: name, problem: 'too-long', details: { max } });
		if (!isReadable(given)) problems.push({ field: name, problem: 'cannot-be-read' });
		return given;
	};
	const set = listed.flatMap((one, l) => readListed(typed, { ...one, field: `listed-${l}` }, { text, problems }));
	const goals = numbered(GOALS_MAX).map((g) => readGoal(typed, `goal-${g}`, { text, problems }));
	const kept = goals.filter((goal) => goal.text !== '' || goal.steps.length > 0);
	kept.forEach((goal) => goal.text === '' && problems.push({ field: goal.field, problem: 'write-something' }));
	const serves = (field: string) => {
		const given = single(typed, `${field}-capability`);
		if (capabilities.length === 0) return null;
		if (!capabilities.includes(given)) problems.push({ field: `${field}-capability`, problem: 'choose-one' });
		return given;
	};
	const value = {
		ownWords: text('ownWords', 20_000),
		resources: text('resources', 10_000),
		needs: text('needs', 10_000),
		goals: [
			...set.map(({ field, ...goal }) => ({ ...goal, capability: serves(field) })),
			...kept.map(({ field, ...goal }) => ({ ...goal, definitionKey: null, capability: serves(field) })),
		],
	};
	return problems.length > 0 ? refuseFields(problems) : { ok: true, value };
}

function readGoal(typed: Typed, field: string, tools: { text: (name: string) => string; problems: FieldProblem[] }) {
	const steps = numbered(STEPS_MAX)
		.map((s) => readStep(typed, `${field}-step-${s}`, tools))
		.filter((step) => step.text !== '');
	return { field, id: idIn(typed, `${field}-id`), text: tools.text(field), steps };
}

/** A goal of the list, where it is set. One that is set only if required says what requires it. */
function readListed(
	typed: Typed,
	{ field, key, ifRequired }: Listed & { field: string },
	tools: { text: (name: string) => string; problems: FieldProblem[] },
) {
	if (single(typed, field) === '') return [];
	const { id, steps } = readGoal(typed, field, tools);
	const text = tools.text(`${field}-words`);
	if (ifRequired && text === '') tools.problems.push({ field: `${field}-words`, problem: 'reason-missing' });
	return [{ field, id, definitionKey: key, text, steps }];
}

function readStep(
	typed: Typed,
	field: string,
	{ text, problems }: { text: (name: string) => string; problems: FieldProblem[] },
) {
	const by = single(typed, `${field}-by`);
	const byOn = by === '' ? null : (parseDay(by) ?? null);
	if (by !== '' && !byOn) problems.push({ field: `${field}-by`, problem: 'day-unreal' });
	const given = single(typed, `${field}-who`);
	const who = STEP_WHO.find((code) => code === given) ?? 'person';
	return { id: idIn(typed, `${field}-id`), text: text(field), who, byOn };
}

function single(typed: Typed, name: string): string {
	const given = typed[name];
	return (Array.isArray(given) ? (given.at(-1) ?? '') : (given ?? '')).replace(/\r\n?/g, '\n').trim();
}

function idIn(typed: Typed, name: string): Uuid | null {
	const given = single(typed, name);
	return isUuid(given) ? given : null;
}

function numbered(count: number): readonly number[] {
	return Array.from({ length: count }, (_, i) => i);
}
