/** A form as its page shows it again: what was typed, and the problem of each field as a finished sentence. */
export type FormView = {
	readonly typed: Readonly<Record<string, string | string[]>>;
	readonly problems: readonly { readonly field: string; readonly text: string }[];
	/** A problem of the form as a whole. */
	readonly problem?: string;
};

/** The sentence about one field, when it has a problem. */
export function problemOf(view: FormView | null | undefined, field: string): string | undefined {
	return view?.problems.find((problem) => problem.field === field)?.text;
}

/** Of several forms on a page only the one that was sent shows what was typed, and its problems: the one that has this field. */
export function viewWith(view: FormView | null | undefined, field: string): FormView | undefined {
	return view && (field in view.typed || problemOf(view, field) !== undefined) ? view : undefined;
}

/** What stands in a text field: what was typed, or else what was there before. */
export function typedText(view: FormView | null | undefined, field: string, before = ''): string {
	const typed = view?.typed[field];
	if (typed === undefined) return view && Object.keys(view.typed).length > 0 ? '' : before;
	return Array.isArray(typed) ? (typed.at(-1) ?? '') : typed;
}

/** What is chosen in a group of boxes: what was ticked, or else what was before. */
export function typedChoices(
	view: FormView | null | undefined,
	field: string,
	before: readonly string[] = [],
): readonly string[] {
	const typed = view?.typed[field];
	if (typed === undefined) return view && Object.keys(view.typed).length > 0 ? [] : before;
	return Array.isArray(typed) ? typed : [typed];
}
