import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { belongToTeams, makeOwn, permit, teamsOf } from '#lib/access/access.server.ts';
import { phonePrefix } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { personsById } from '#lib/people/open-persons.server.ts';
import { keepFacts, makePerson } from '#lib/people/people.server.ts';
import type { Sex } from '#lib/people/person.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { caseUnderChange, type CaseUnderChange } from './case-under-change.server.ts';
import { insertMembers, loadCaseWorkers } from './cases.store.server.ts';
import { checkJoining, checkLeaving, checkRoles, conditionsOfJoining, type CaseMember } from './member.ts';
import { keepOwnView } from './review-case.server.ts';
import { endActivePeriod } from './withdraw.server.ts';
import { loadFacts, withdrawFact } from './inclusion.store.server.ts';
import {
	askConditions,
	endConditions,
	endMember,
	insertFamilyMember,
	loadFamily,
	loadPresent,
	loadServices,
	setLivesWith,
	setRoles,
} from './members.store.server.ts';

/** Somebody new in the organisation, as far as they are known. */
type NewMember = { readonly name: string; readonly birthYear: number | null; readonly sex: Sex | null };

/** Somebody who joins a case: known already, or new; what they say is hard, in their words, where they said it. */
export type Joining = {
	readonly command: Uuid;
	readonly caseId: Uuid;
	readonly person: Uuid | undefined;
	readonly newPerson: NewMember;
	readonly roles: readonly string[];
	readonly livesWith: boolean;
	readonly from: CalendarDay;
	readonly ownView: string;
};

const REFUSALS = {
	case_member_not_twice_at_once: 'already-a-member',
	case_member_pkey: 'already-a-member',
	family_member_not_twice_at_once: 'already-a-member',
} as const;

/**
 * Somebody joins a family's case. What the programme asks of each member is asked of them, too: an active case that waits
 * for a new member's answer is not active until it is there.
 */
export async function joinCase(act: Act<Worker>, input: Joining): Promise<Result<{ personId: Uuid | undefined }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.change', input.caseId);
			if (!found.ok) return found;
			const checked = await check(tx, found.value, input);
			if (!checked.ok) return checked;
			let person = input.person;
			if (await claim(tx, input.command, 'join-case')) {
				person ??= await newMember(tx, input.newPerson);
				await join(tx, found.value, { ...input, person });
			}
			record(tx, { action: 'case.member-joined', subjects: [input.caseId, ...(person ? [person] : [])] });
			return ok({ personId: person });
		},
		REFUSALS,
	);
}

async function check(tx: Tx<Worker>, of: CaseUnderChange, input: Joining): Promise<Result<undefined>> {
	const roles = checkRoles(of.definition, input.roles);
	if (!roles.ok) return roles;
	const present = (await loadPresent(tx, input.caseId)).map((one) => one.person);
	const checked = checkJoining(of.facts, present, { ...input, today: of.today });
	if (!checked.ok) return checked;
	if (!input.person) return input.newPerson.name === '' ? refuseField('name', 'write-something') : ok();
	const [allowed, there] = await Promise.all([
		permit(tx, 'person.read', input.person),
		personsById(tx, [input.person]),
	]);
	if (!allowed.ok) return allowed;
	return there.length === 0 ? refuse('not-found') : ok();
}

async function newMember(tx: Tx<Worker>, { name, birthYear, sex }: NewMember): Promise<Uuid> {
	const prefix = phonePrefix((await organisationHere(tx)) ?? { country: 'si' });
	const { id } = await makePerson(tx, { name, phone: '', email: '', address: '', anonymous: false }, prefix);
	await keepFacts(tx, id, { facts: { birthYear, sex, municipality: null }, rules: [] });
	return id;
}

async function join(tx: Tx<Worker>, of: CaseUnderChange, input: Joining & { readonly person: Uuid }): Promise<void> {
	const { caseId, person, roles, from } = input;
	const services = await loadServices(tx, caseId);
	const asked = conditionsOfJoining(of.definition, { caseId, services }, { person, roles });
	if (asked.length > 0) await endActivePeriod(tx, of, of.today);
	await insertMembers(tx, caseId, { members: [{ person, roles: [...roles] }], from });
	await askConditions(tx, caseId, asked);
	await bindFamily(tx, of, input);
	await keepOwnView(tx, { caseId, person, on: from, words: input.ownView, key: of.key });
	await belongToTeams(tx, person, await teamsOf(tx, caseId));
	for (const one of await loadCaseWorkers(tx, [caseId])) await makeOwn(tx, one.worker_id, [person]);
}

async function bindFamily(
	tx: Tx,
	{ facts }: CaseUnderChange,
	input: Joining & { readonly person: Uuid },
): Promise<void> {
	const { person, livesWith, from } = input;
	const family = facts.familyId!;
	const known = (await loadFamily(tx, family)).some((one) => one.person === person && one.to === null);
	if (known) await setLivesWith(tx, { family, person }, livesWith);
	else await insertFamilyMember(tx, family, { person, livesWith, from });
}

/** Changes a member's roles, and whether they live with the family. A role that asks something of them asks it from now on. */
export async function changeMember(
	act: Act<Worker>,
	input: { caseId: Uuid; person: Uuid; roles: readonly string[]; livesWith: boolean },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await memberUnderChange(tx, input);
		if (!found.ok) return found;
		const { of } = found.value;
		const roles = checkRoles(of.definition, input.roles);
		if (!roles.ok) return roles;
		const { caseId, person } = input;
		const askedOf = { caseId, services: await loadServices(tx, caseId) };
		const before = conditionsOfJoining(of.definition, askedOf, found.value.member);
		const asked = conditionsOfJoining(of.definition, askedOf, input);
		const isNew = asked.some((one) => before.every((known) => known.condition !== one.condition));
		if (isNew) await endActivePeriod(tx, of, of.today);
		if (asked.length === 0) await stopAsking(tx, { caseId, person }, of);
		else await askConditions(tx, caseId, asked);
		await setRoles(tx, { caseId, person }, input.roles);
		if (of.facts.familyId) await setLivesWith(tx, { family: of.facts.familyId, person }, input.livesWith);
		record(tx, { action: 'case.member-changed', subjects: [caseId, person] });
		return ok();
	});
}

/** Somebody leaves a case. What they stated and accepted stays on record as taken back that day; nothing more is asked of them. */
export async function leaveCase(
	act: Act<Worker>,
	input: { caseId: Uuid; person: Uuid; on: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await memberUnderChange(tx, input);
		if (!found.ok) return found;
		const { of, present } = found.value;
		const checked = checkLeaving(present, { ...input, today: of.today });
		if (!checked.ok) return checked;
		await stopAsking(tx, input, of);
		await endMember(tx, input, input.on);
		record(tx, { action: 'case.member-left', subjects: [input.caseId, input.person] });
		return ok();
	});
}

/** Ends what is asked of somebody, and then takes back what they stated: in this order the case never waits for them in between. */
async function stopAsking(
	tx: Tx<Worker>,
	of: { caseId: Uuid; person: Uuid },
	{ today }: CaseUnderChange,
): Promise<void> {
	await endConditions(tx, of, today);
	const standing = (await loadFacts(tx, of.caseId)).filter((fact) => fact.partyId === of.person && !fact.withdrawnOn);
	for (const fact of standing) await withdrawFact(tx, fact.id, { on: today, by: tx.act.by.workerId });
}

/** Loads a member of a case that is about to be changed. Refused when they take no part in it now. */
export async function memberUnderChange(
	tx: Tx<Worker>,
	input: { caseId: Uuid; person: Uuid },
): Promise<Result<{ of: CaseUnderChange; member: CaseMember; present: Awaited<ReturnType<typeof loadPresent>> }>> {
	const found = await caseUnderChange(tx, 'case.change', input.caseId);
	if (!found.ok) return found;
	if (found.value.facts.closedOn) return refuse('case-closed');
	const present = await loadPresent(tx, input.caseId);
	const member = present.find((one) => one.person === input.person);
	return member ? ok({ of: found.value, member, present }) : refuse('no-longer-a-member');
}
