import type { ProblemKey } from './problems.ts';

/** What a person did that cannot be done, and why: a value, never an exception. */
export type Refusal = {
	readonly ok: false;
	readonly problem: ProblemKey;
	/** Names and figures that the sentence about the problem needs. */
	readonly details?: Readonly<Record<string, string | number>>;
	/** The problems of single fields of a form, in the order of the form. */
	readonly fields?: readonly FieldProblem[];
};

export type FieldProblem = {
	readonly field: string;
	readonly problem: ProblemKey;
	readonly details?: Readonly<Record<string, string | number>>;
};

export type Result<Value> = { readonly ok: true; readonly value: Value } | Refusal;

/** A result that worked. */
export function ok(): Result<undefined>;
export function ok<Value>(value: Value): Result<Value>;
export function ok<Value>(value?: Value): Result<Value | undefined> {
	return { ok: true, value };
}

/** A refusal with its reason. */
export function refuse(problem: ProblemKey, details?: Refusal['details']): Refusal {
	return details ? { ok: false, problem, details } : { ok: false, problem };
}

/** A form that cannot be taken as it is: the problem of each field. */
export function refuseFields(fields: readonly FieldProblem[]): Refusal {
	return { ok: false, problem: 'fields', fields };
}

/** One field that cannot be taken as it is. */
export function refuseField(field: string, problem: ProblemKey, details?: Refusal['details']): Refusal {
	return refuseFields([details ? { field, problem, details } : { field, problem }]);
}
