import { dayOf, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { belongToTeams, makeOwn } from '#lib/access/access.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { insertCase, insertCaseWorker, insertConditions, insertMembers, nextNumber } from './cases.store.server.ts';
import { insertEvent } from './course.store.server.ts';
import { conditionsFor, type CaseMember } from './member.ts';
import {
	insertFamily,
	insertFamilyMember,
	insertIndications,
	insertServices,
	loadFamiliesOf,
	loadFamily,
} from './members.store.server.ts';

/** A case as it is opened. */
type Opening = {
	readonly id: Uuid;
	readonly programme: string;
	readonly version: number;
	readonly definition: Definition;
	readonly requestId: Uuid | null;
	readonly unit: 'person' | 'family';
	/** The family the case is of, where it is known already; without it a family case makes one of its members. */
	readonly familyId?: Uuid | undefined;
	readonly members: readonly CaseMember[];
	/** Why they come to the service, where its definition names what for. */
	readonly indications?: readonly string[];
	/** The kinds of service that are given, where its conditions depend on them. */
	readonly services?: readonly string[];
	readonly teams: readonly Uuid[];
	readonly timeZone: string;
};

/** Opens a case with its members, its conditions and its key worker: the one who opens it. Part of a use case that journals. */
export async function openCase(tx: Tx<Worker>, opening: Opening): Promise<void> {
	const { by, at }: Act<Worker> = tx.act;
	const openedOn = dayOf(at, opening.timeZone);
	const { definition } = opening;
	const vault = await openVault(tx);
	await vault.newKey('case', opening.id);
	const familyId = opening.unit === 'family' ? await familyOf(tx, opening, openedOn) : null;
	const number = await nextNumber(tx, Number(openedOn.slice(0, 4)));
	await insertCase(tx, {
		id: opening.id,
		number,
		programme: opening.programme,
		version: opening.version,
		requestId: opening.requestId,
		unit: opening.unit,
		familyId,
		meetingLimit: definition.meetings.limit,
		teamMin: definition.team.minimum,
		openedOn,
		openedBy: by.workerId,
	});
	const people = opening.members.map((member) => member.person);
	await insertMembers(tx, opening.id, {
		members: opening.members.map((member) => ({ person: member.person, roles: [...member.roles] })),
		from: openedOn,
	});
	await insertCaseWorker(tx, opening.id, { worker: by.workerId, role: 'key-worker' });
	const asked = { caseId: opening.id, services: opening.services ?? [] };
	await insertConditions(tx, opening.id, conditionsFor(definition, asked, opening.members));
	await insertServices(tx, { ...asked, from: openedOn, by: by.workerId });
	await insertIndications(tx, opening.id, indicationsOf(opening));
	await insertEvent(tx, { id: newId(at), caseId: opening.id, kind: 'opened', on: openedOn, by: by.workerId });
	await makeOwn(tx, by.workerId, [opening.id, ...people]);
	for (const subject of [opening.id, ...people]) await belongToTeams(tx, subject, opening.teams);
}

/** The family somebody belongs to already, where it is one. */
export async function familyOfPerson(tx: Tx<Worker>, person: Uuid): Promise<Uuid | undefined> {
	const [family, another] = await loadFamiliesOf(tx, person);
	return another ? undefined : family;
}

/** The family of a case: the one that is named, with whoever of the members it did not know yet, or a new one of them. */
async function familyOf(tx: Tx<Worker>, opening: Opening, on: CalendarDay): Promise<Uuid> {
	const id = opening.familyId ?? newId(tx.act.at);
	if (!opening.familyId) await insertFamily(tx, { id, on, by: tx.act.by.workerId });
	const known = new Set((await loadFamily(tx, id)).filter((one) => one.to === null).map((one) => one.person));
	for (const { person } of opening.members)
		if (!known.has(person)) await insertFamilyMember(tx, id, { person, livesWith: true, from: on });
	return id;
}

function indicationsOf({ definition, indications = [] }: Opening) {
	return definition.indications
		.filter((one) => indications.includes(one.key))
		.map((one) => ({ indication: one.key, membersMin: one.membersMin ?? 1 }));
}
