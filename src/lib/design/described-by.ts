/** The ids of what explains a field: its hint and its problem, in the order in which they are read. */
export function describedBy(name: string, has: { hint: boolean; problem: boolean }): string | undefined {
	const ids = [has.hint && `${name}-hint`, has.problem && `${name}-error`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
