import { foldedWords } from '#lib/kernel/folding.ts';
import rows from '../../../data/settlements-si.json' with { type: 'json' };

/** A municipality of Slovenia: its code in counted data, and its name. */
export type Municipality = { readonly code: string; readonly name: string };

const codeOf = (name: string) => foldedWords(name).join('-');
const byPlace = new Map<string, Set<string>>();
const byCode = new Map<string, Municipality>();
for (const [settlement, municipality] of rows as [string, string][]) {
	const code = codeOf(municipality);
	byCode.set(code, { code, name: municipality });
	const place = codeOf(settlement);
	byPlace.set(place, (byPlace.get(place) ?? new Set()).add(code));
}

/** All municipalities, by name. */
export const MUNICIPALITIES: readonly Municipality[] = [...byCode.values()].sort((a, b) =>
	a.name.localeCompare(b.name, 'sl'),
);

/** The municipality of a place somebody named; undefined when there is no such place, or several of that name. */
export function municipalityOf(place: string): Municipality | undefined {
	const codes = byPlace.get(codeOf(place));
	return codes?.size === 1 ? byCode.get([...codes][0]!) : undefined;
}

/** The municipality with this code. */
export function municipalityByCode(code: string | null): Municipality | undefined {
	return code === null ? undefined : byCode.get(code);
}
