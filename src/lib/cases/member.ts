import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import type { Condition, Definition } from '#lib/programmes/definition.ts';
import type { CaseCondition, CaseFacts } from './case.ts';

/** The role of those whom a programme is for. */
const CLIENT = 'client';

/** Somebody who takes part in a case, with the roles its programme knows. */
export type CaseMember = { readonly person: Uuid; readonly roles: readonly string[] };

/** Whether somebody with these roles is asked for what the programme asks of members: its other roles only live with them or have a say. */
export function takesPart(definition: Pick<Definition, 'memberRoles'>, roles: readonly string[]): boolean {
	const silent = new Set(definition.memberRoles.filter((role) => role.takesPart === false).map((role) => role.key));
	return roles.some((role) => !silent.has(role));
}

/** Of whom of the members a condition is asked: each client, or each who takes part. */
function partiesOf(condition: Condition, definition: Definition, members: readonly CaseMember[]) {
	const asked = (member: CaseMember) =>
		condition.party === 'each-client' ? member.roles.includes(CLIENT) : takesPart(definition, member.roles);
	return members.filter(asked).map((member) => member.person);
}

/** A case as far as its conditions depend on it: some are asked only where a certain kind of service is given. */
type AskedOf = { readonly caseId: Uuid; readonly services: readonly string[] };

/** Whether a condition is asked where these kinds of service are given (O4, O5). */
function concerns(condition: Pick<Condition, 'forServices'>, services: readonly string[]): boolean {
	return condition.forServices?.some((service) => services.includes(service)) ?? true;
}

/** Whether what a programme asks depends on the kind of service: then it is chosen when the case is opened. */
export function choosesServices(definition: Pick<Definition, 'conditions'>): boolean {
	return definition.conditions.some((one) => one.forServices !== undefined);
}

/** The kinds of service chosen for a case: one at least where conditions depend on them, and only those there are. */
export function checkServices(definition: Definition, services: readonly string[]): Result<undefined> {
	const known = new Set(definition.services.map((one) => one.key));
	if (choosesServices(definition) && services.length === 0) return refuseField('services', 'choose-some');
	return services.every((service) => known.has(service)) ? ok() : refuseField('services', 'choose-some');
}

/** The conditions of a case: each of the definition's that concerns it, for each party it asks. */
export function conditionsFor(
	definition: Definition,
	{ caseId, services }: AskedOf,
	members: readonly CaseMember[],
): readonly CaseCondition[] {
	const asked = definition.conditions.filter((one) => concerns(one, services));
	return asked.flatMap((one) => {
		const parties = one.party === 'case' ? [caseId] : partiesOf(one, definition, members);
		return parties.map((partyId) => ({ condition: one.key, partyId }));
	});
}

/** What a new member brings to a case, beyond what its other members are asked already. */
export function conditionsOfJoining(definition: Definition, of: AskedOf, member: CaseMember): readonly CaseCondition[] {
	return conditionsFor(definition, of, [member]).filter((one) => one.partyId === member.person);
}

/** A programme's roles for members as somebody chose them: one at least, and only those it has. */
export function checkRoles(definition: Definition, roles: readonly string[]): Result<undefined> {
	const known = new Set(definition.memberRoles.map((role) => role.key));
	if (roles.length === 0) return refuseField('roles', 'choose-some');
	return roles.every((role) => known.has(role)) ? ok() : refuseField('roles', 'choose-some');
}

/** Decides whether somebody can join a case from a day on. */
export function checkJoining(
	facts: Pick<CaseFacts, 'unit' | 'openedOn' | 'closedOn'>,
	present: readonly Uuid[],
	joining: { person: Uuid | undefined; from: CalendarDay; today: CalendarDay },
): Result<undefined> {
	if (facts.closedOn) return refuse('case-closed');
	if (facts.unit !== 'family') return refuse('not-a-family');
	if (joining.from > joining.today) return refuseField('from', 'in-the-future');
	if (joining.from < facts.openedOn) return refuseField('from', 'too-early');
	return joining.person && present.includes(joining.person) ? refuseField('person', 'already-a-member') : ok();
}

/** Decides whether somebody can leave a case: it keeps one client at least. */
export function checkLeaving(
	members: readonly (CaseMember & { readonly from: CalendarDay })[],
	leaving: { person: Uuid; on: CalendarDay; today: CalendarDay },
): Result<undefined> {
	const member = members.find((one) => one.person === leaving.person);
	if (!member) return refuse('not-found');
	if (leaving.on > leaving.today) return refuseField('on', 'in-the-future');
	if (leaving.on < member.from) return refuseField('on', 'too-early');
	const clients = members.filter((one) => one.roles.includes(CLIENT) && one.person !== leaving.person);
	return clients.length === 0 ? refuse('last-client') : ok();
}

/** Whether one may be made responsible, told of, or kept from what another said: whose file a note in confidence stands in. */
export function standsIn(note: { readonly personId: Uuid }, file: Uuid): boolean {
	return note.personId === file;
}

/** The indications of a case that need the distress of more members than have said theirs. */
export function indicationsUnmet(
	indications: readonly { readonly indication: string; readonly membersMin: number }[],
	spoken: number,
): readonly string[] {
	return indications.filter((one) => one.membersMin > 1 && one.membersMin > spoken).map((one) => one.indication);
}
