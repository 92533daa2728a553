import * as v from 'valibot';
import { refuseFields, type FieldProblem, type Result } from '#lib/kernel/result.ts';
import type { ProblemKey } from '#lib/kernel/problems.ts';

/** What somebody typed, as it came: given back with every problem, so that nothing is lost. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** The texts of a form; files are left out. */
export function typedIn(form: FormData): Typed {
	const typed: Record<string, string | string[]> = {};
	for (const name of new Set(form.keys())) {
		const values = form.getAll(name).filter((value) => typeof value === 'string');
		if (values.length > 0) typed[name] = values.length === 1 ? values[0]! : values;
	}
	return typed;
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
