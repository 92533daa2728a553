import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { checkRelationship, RELATIONSHIPS, type RelationshipKind } from './family.ts';
import { genogram } from './genogram.ts';

const id = (name: string) => name as unknown as Uuid;
const people = (...names: string[]) => names.map((name) => ({ id: id(name), sex: null }));
const bond = (one: string, kind: RelationshipKind, other: string) => ({ one: id(one), kind, other: id(other) });
const rowsOf = (layout: ReturnType<typeof genogram>) =>
	Object.fromEntries(layout.places.map((place) => [place.id as unknown as string, place.row]));

describe('a family drawn', () => {
	test('generations lie in rows, partners beside each other, children under their parents', () => {
		const layout = genogram(people('son', 'mother', 'father', 'grandmother', 'daughter'), [
			bond('mother', 'partner', 'father'),
			bond('mother', 'parent', 'son'),
			bond('father', 'parent', 'son'),
			bond('grandmother', 'parent', 'mother'),
			bond('son', 'sibling', 'daughter'),
		]);
		expect(rowsOf(layout)).toEqual({ grandmother: 0, mother: 1, father: 1, son: 2, daughter: 2 });
		const columns = Object.fromEntries(layout.places.map((place) => [place.id, place.column]));
		expect(Math.abs(columns.mother! - columns.father!)).toBe(1);
	});

	test('whoever is tied to nobody stands in the first row', () => {
		expect(rowsOf(genogram(people('a', 'b'), []))).toEqual({ a: 0, b: 0 });
	});

	test('whatever is said of a family, everybody is drawn once and no two in one place', () => {
		const member = fc.integer({ min: 0, max: 7 }).map((n) => id(`p${n}`));
		const bonds = fc.array(fc.record({ one: member, other: member, kind: fc.constantFrom(...RELATIONSHIPS) }));
		fc.assert(
			fc.property(bonds, (said) => {
				const all = people('p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7');
				const { places, rows, columns } = genogram(all, said);
				expect(places.map((place) => place.id).toSorted()).toEqual(all.map((one) => one.id).toSorted());
				expect(new Set(places.map((place) => `${place.row}/${place.column}`)).size).toBe(all.length);
				expect(places.every((place) => place.row < rows && place.column < columns)).toBe(true);
			}),
		);
	});
});

describe('what can be said of two', () => {
	const members = [id('a'), id('b'), id('c')];
	const known = [bond('a', 'parent', 'b'), bond('b', 'parent', 'c')];

	test('nobody is their own relative or their own ancestor', () => {
		expect(checkRelationship(members, known, bond('a', 'sibling', 'a'))).toMatchObject({
			fields: [{ field: 'other', problem: 'choose-another' }],
		});
		expect(checkRelationship(members, known, bond('c', 'parent', 'a'))).toMatchObject({
			fields: [{ field: 'kind', problem: 'own-ancestor' }],
		});
		expect(checkRelationship(members, known, bond('a', 'grandparent', 'c')).ok).toBe(true);
	});

	test('nothing is said of somebody who is not in the family', () => {
		expect(checkRelationship(members, known, bond('x', 'partner', 'a')).ok).toBe(false);
		expect(checkRelationship(members, known, bond('a', 'partner', 'x')).ok).toBe(false);
	});
});
