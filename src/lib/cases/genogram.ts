import type { Uuid } from '#lib/kernel/ids.ts';
import type { RelationshipKind } from './family.ts';

/** Somebody who is drawn. */
type Drawn = { readonly id: Uuid; readonly sex: 'female' | 'male' | 'other' | null };
type Bond = { readonly one: Uuid; readonly other: Uuid; readonly kind: RelationshipKind };

/** Where somebody stands in the drawing: the oldest generation is row 0, and nobody shares a place. */
export type Place = { readonly id: Uuid; readonly row: number; readonly column: number };
export type Genogram = { readonly places: readonly Place[]; readonly rows: number; readonly columns: number };

/** How many rows lower the other of two stands than the one. */
const LOWER: Readonly<Record<RelationshipKind, number>> = {
	partner: 0,
	'former-partner': 0,
	sibling: 0,
	other: 0,
	parent: 1,
	guardian: 1,
	grandparent: 2,
};
/** Bonds that say nothing about generations are followed last. */
const FIRST: readonly RelationshipKind[] = [
	'parent',
	'grandparent',
	'partner',
	'former-partner',
	'sibling',
	'guardian',
	'other',
];

/** Lays a family out for a drawing: generations in rows, partners side by side, children near their parents. */
export function genogram(people: readonly Drawn[], bonds: readonly Bond[]): Genogram {
	const rowOf = generations(people, bonds);
	const rows = [...new Set(rowOf.values())].toSorted((a, b) => a - b);
	const places: Place[] = [];
	for (const [row, generation] of rows.entries()) {
		const inRow = people.filter((person) => rowOf.get(person.id) === generation).map((person) => person.id);
		for (const [column, id] of inOrder(inRow, bonds, places).entries()) places.push({ id, row, column });
	}
	const columns = Math.max(0, ...places.map((place) => place.column + 1));
	return { places, rows: rows.length, columns };
}

/** The generation of each: those nothing ties to anybody stand in the first. */
function generations(people: readonly Drawn[], bonds: readonly Bond[]): ReadonlyMap<Uuid, number> {
	const sorted = bonds.toSorted((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind));
	const found = new Map<Uuid, number>();
	for (const person of people) {
		if (found.has(person.id)) continue;
		const family = tiedTo(person.id, sorted);
		const highest = Math.min(...family.values());
		for (const [id, generation] of family) found.set(id, generation - highest);
	}
	return found;
}

function tiedTo(start: Uuid, bonds: readonly Bond[]): ReadonlyMap<Uuid, number> {
	const found = new Map<Uuid, number>([[start, 0]]);
	const next = [start];
	for (let at = next.shift(); at; at = next.shift())
		for (const { one, other, kind } of bonds) {
			const from = found.get(at)!;
			const to = one === at ? other : other === at ? one : undefined;
			if (to === undefined || found.has(to)) continue;
			found.set(to, one === at ? from + LOWER[kind] : from - LOWER[kind]);
			next.push(to);
		}
	return found;
}

/** One generation from left to right: by where their parents stand, each followed by their partners. */
function inOrder(ids: readonly Uuid[], bonds: readonly Bond[], above: readonly Place[]): readonly Uuid[] {
	const under = new Map(ids.map((id) => [id, middleOfParents(id, bonds, above)]));
	const sorted = ids.toSorted((a, b) => under.get(a)! - under.get(b)!);
	const placed = new Set<Uuid>();
	const ordered: Uuid[] = [];
	for (const id of sorted)
		for (const one of [id, ...partnersOf(id, bonds)])
			if (ids.includes(one) && !placed.has(one)) {
				placed.add(one);
				ordered.push(one);
			}
	return ordered;
}

function middleOfParents(id: Uuid, bonds: readonly Bond[], above: readonly Place[]): number {
	const parents = bonds.filter((bond) => LOWER[bond.kind] > 0 && bond.other === id).map((bond) => bond.one);
	const columns = above.filter((place) => parents.includes(place.id)).map((place) => place.column);
	return columns.length === 0 ? Number.MAX_SAFE_INTEGER : columns.reduce((sum, one) => sum + one, 0) / columns.length;
}

function partnersOf(id: Uuid, bonds: readonly Bond[]): readonly Uuid[] {
	return bonds
		.filter((bond) => bond.kind === 'partner' || bond.kind === 'former-partner')
		.flatMap((bond) => (bond.one === id ? [bond.other] : bond.other === id ? [bond.one] : []));
}
