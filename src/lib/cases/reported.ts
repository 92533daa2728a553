import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Definition } from '#lib/programmes/definition.ts';

/** What a case is reported by, as its definition lists it: the target groups of its people, the goals of the project it serves. */
export type Reported = {
	readonly groups: readonly { readonly person: Uuid; readonly group: string }[];
	readonly goals: readonly string[];
};
/** The same as somebody ticked it: the groups by person. */
export type ToReport = {
	readonly groups: Readonly<Record<Uuid, readonly string[]>>;
	readonly goals: readonly string[];
};

type Lists = Pick<Definition, 'targetGroups' | 'projectGoals'>;

/** Whether a programme reports anything of its cases by target groups or project goals. */
export const isReported = (definition: Lists) =>
	definition.targetGroups.length > 0 || definition.projectGoals.length > 0;

/** The name of the field with the target groups of one person. */
export const groupsField = (person: Uuid) => `groups-${person}`;

/** Decides whether this can be recorded: of those who take part or did, and only what the definition lists. */
export function checkReported(definition: Lists, members: readonly Uuid[], said: ToReport): Result<undefined> {
	if (!isReported(definition)) return refuse('not-found');
	const [groups, goals] = [keysOf(definition.targetGroups), keysOf(definition.projectGoals)];
	for (const [person, chosen] of Object.entries(said.groups) as [Uuid, readonly string[]][]) {
		if (!members.includes(person)) return refuse('not-found');
		if (!chosen.every((key) => groups.has(key))) return refuseField(groupsField(person), 'choose-some');
	}
	return said.goals.every((key) => goals.has(key)) ? ok() : refuseField('goals', 'choose-some');
}

const keysOf = (items: readonly { readonly key: string }[]) => new Set(items.map((one) => one.key));
