/** A test that was run. */
export type Ended = { readonly title: string; readonly passed: boolean };
export type Line = {
	readonly id: string;
	readonly result: 'proven' | 'failed' | 'not proven' | 'out of scope';
	readonly tests: readonly Ended[];
};

/** What is not built for now: tutoring, group events, online work. They are listed as such until a test proves them. */
const OUT_OF_SCOPE: readonly string[] = ['B6', 'B9', 'B10', 'Z6', 'Z7', 'Z13'];

/** The ids of a table of requirements, in its order. */
export function idsIn(table: string): readonly string[] {
	return [...table.matchAll(/^\| ([A-Z]\d+) \|/gm)].map((match) => match[1]!);
}

/** The ids that the title of a test carries: `[B4]`, `[B4, B5]`. */
export function idsOf(title: string): readonly string[] {
	return [...title.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap((match) => match[1]!.split(', '));
}

/** How each requirement stands: proven when a test carries its id and all that do have passed. */
export function acceptanceOf(ids: readonly string[], ended: readonly Ended[]): readonly Line[] {
	return ids.map((id) => {
		const tests = ended.filter((one) => idsOf(one.title).includes(id));
		if (tests.some((one) => !one.passed)) return { id, result: 'failed', tests };
		if (tests.length > 0) return { id, result: 'proven', tests };
		return { id, result: OUT_OF_SCOPE.includes(id) ? 'out of scope' : 'not proven', tests };
	});
}
