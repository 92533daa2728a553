import * as v from 'valibot';
import { refuseFields, type FieldProblem, type Result } from '#lib/kernel/result.ts';
import type { ProblemKey } from '#lib/kernel/problems.ts';

/** What somebody typed, as it came: given back with every problem, so that nothing is lost. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** What our fields are called: letters, digits, hyphens. `__proto__` is none of them, and no page could show it again. */
const FIELD_NAME = /^[a-z][a-z0-9-]*$/i;

/** The texts of a form; files, and fields that cannot be ours, are left out. */
export function typedIn(form: FormData): Typed {
	const names = [...new Set(form.keys())].filter((name) => FIELD_NAME.test(name));
	const texts = names.map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')] as const);
	return Object.fromEntries(
		texts
			.filter(([, values]) => values.length > 0)
			.map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
	);
}

/** Reads a form by its schema: the values, or the problem of each field in the schema's order. */
export function readForm<Schema extends v.GenericSchema<object>>(
	typed: Typed,
	schema: Schema,
): Result<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, typed, { abortPipeEarly: true });
	if (read.success) return { ok: true, value: read.output };
	return refuseFields(read.issues.map(toProblem));
}

function toProblem(issue: v.BaseIssue<unknown>): FieldProblem {
	const field = String(issue.path?.[0]?.key ?? '');
	const max = 'requirement' in issue && typeof issue.requirement === 'number' ? issue.requirement : undefined;
	return { field, problem: issue.message as ProblemKey, ...(max === undefined ? {} : { details: { max } }) };
}
