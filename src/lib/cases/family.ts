import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';

/** How the one of two is related to the other: `parent` says that the one is the other's parent. */
export const RELATIONSHIPS = [
	'partner',
	'former-partner',
	'parent',
	'guardian',
	'grandparent',
	'sibling',
	'other',
] as const;
export type RelationshipKind = (typeof RELATIONSHIPS)[number];

export type Relationship = {
	readonly id: Uuid;
	readonly one: Uuid;
	readonly other: Uuid;
	readonly kind: RelationshipKind;
	readonly recordedOn: CalendarDay;
};

/** What a parent may learn of the case of an adolescent (Z3): each is a thing of its own, and none of them is the default. */
export const PARENT_SEES = ['that-it-runs', 'dates-of-meetings', 'plan-goals', 'how-it-went', 'safety'] as const;
export type ParentSees = (typeof PARENT_SEES)[number];

/** How two cases belong together. */
export const CASE_LINKS = ['parent-and-child', 'same-family', 'same-person'] as const;
export type CaseLinkKind = (typeof CASE_LINKS)[number];

/** Decides whether two of a family can be said to be related so: nobody to themselves, nobody their own ancestor. */
export function checkRelationship(
	members: readonly Uuid[],
	known: readonly Pick<Relationship, 'one' | 'other' | 'kind'>[],
	said: { one: Uuid; other: Uuid; kind: RelationshipKind },
): Result<undefined> {
	if (!members.includes(said.one)) return refuseField('one', 'choose-one');
	if (!members.includes(said.other) || said.one === said.other) return refuseField('other', 'choose-another');
	if (said.kind === 'parent' && ancestorsOf(said.one, known).has(said.other))
		return refuseField('kind', 'own-ancestor');
	return ok();
}

function ancestorsOf(person: Uuid, known: readonly Pick<Relationship, 'one' | 'other' | 'kind'>[]): ReadonlySet<Uuid> {
	const found = new Set<Uuid>();
	const next = [person];
	for (let at = next.pop(); at; at = next.pop())
		for (const { one, other, kind } of known)
			if (kind === 'parent' && other === at && !found.has(one)) {
				found.add(one);
				next.push(one);
			}
	return found;
}
