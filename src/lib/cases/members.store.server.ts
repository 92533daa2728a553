import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { CaseCondition } from './case.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

const MEMBERS_MAX = 100;

type PresentMember = { readonly person: Uuid; readonly roles: readonly string[]; readonly from: CalendarDay };

/** Those who take part in a case now, in the order they joined. */
export async function loadPresent(tx: Tx, caseId: Uuid): Promise<readonly PresentMember[]> {
	return tx.db
		.selectFrom('case_member')
		.select(['person_id as person', 'roles', 'from_on as from'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.where('to_on', 'is', null)
		.orderBy('from_on')
		.orderBy('person_id')
		.limit(MEMBERS_MAX)
		.execute();
}

export async function setRoles(tx: Tx, of: { caseId: Uuid; person: Uuid }, roles: readonly string[]): Promise<void> {
	await tx.db
		.updateTable('case_member')
		.set({ roles: [...roles] })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('person_id', '=', of.person)
		.where('to_on', 'is', null)
		.execute();
}

export async function endMember(tx: Tx, of: { caseId: Uuid; person: Uuid }, on: CalendarDay): Promise<void> {
	await tx.db
		.updateTable('case_member')
		.set({ to_on: on })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('person_id', '=', of.person)
		.where('to_on', 'is', null)
		.execute();
}

/** What was asked of somebody who left is asked no longer. */
export async function endConditions(tx: Tx, of: { caseId: Uuid; person: Uuid }, on: CalendarDay): Promise<void> {
	await tx.db
		.updateTable('case_condition')
		.set({ ended_on: on })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('party_id', '=', of.person)
		.where('ended_on', 'is', null)
		.execute();
}

/** Asks these conditions, anew of somebody who comes back. */
export async function askConditions(tx: Tx, caseId: Uuid, conditions: readonly CaseCondition[]): Promise<void> {
	if (conditions.length === 0) return;
	const rows = conditions.map((one) => ({
		organisation_id: tx.organisationId,
		case_id: caseId,
		condition: one.condition,
		party_id: one.partyId,
	}));
	await tx.db
		.insertInto('case_condition')
		.values(rows)
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'case_id', 'condition', 'party_id']).doUpdateSet({ ended_on: null }),
		)
		.execute();
}

export async function insertFamily(tx: Tx, family: { id: Uuid; on: CalendarDay; by: Uuid }): Promise<void> {
	await tx.db
		.insertInto('family')
		.values({ organisation_id: tx.organisationId, id: family.id, made_on: family.on, made_by: family.by })
		.execute();
}

type FamilyMember = {
	readonly person: Uuid;
	readonly livesWith: boolean;
	readonly from: CalendarDay;
	readonly to: CalendarDay | null;
};

export async function loadFamily(tx: Tx, family: Uuid): Promise<readonly FamilyMember[]> {
	return tx.db
		.selectFrom('family_member')
		.select(['person_id as person', 'lives_with as livesWith', 'from_on as from', 'to_on as to'])
		.where('organisation_id', '=', tx.organisationId)
		.where('family_id', '=', family)
		.orderBy('from_on')
		.orderBy('person_id')
		.limit(MEMBERS_MAX)
		.execute();
}

export async function insertFamilyMember(
	tx: Tx,
	family: Uuid,
	member: { person: Uuid; livesWith: boolean; from: CalendarDay },
): Promise<void> {
	await tx.db
		.insertInto('family_member')
		.values({
			organisation_id: tx.organisationId,
			family_id: family,
			person_id: member.person,
			lives_with: member.livesWith,
			from_on: member.from,
		})
		.execute();
}

export async function setLivesWith(tx: Tx, of: { family: Uuid; person: Uuid }, livesWith: boolean): Promise<void> {
	await tx.db
		.updateTable('family_member')
		.set({ lives_with: livesWith })
		.where('organisation_id', '=', tx.organisationId)
		.where('family_id', '=', of.family)
		.where('person_id', '=', of.person)
		.where('to_on', 'is', null)
		.execute();
}

/** The families a person belongs to at present. */
export async function loadFamiliesOf(tx: Tx, person: Uuid): Promise<readonly Uuid[]> {
	const rows = await tx.db
		.selectFrom('family_member')
		.select('family_id')
		.where('organisation_id', '=', tx.organisationId)
		.where('person_id', '=', person)
		.where('to_on', 'is', null)
		.limit(MEMBERS_MAX)
		.execute();
	return rows.map((row) => row.family_id);
}

export type Indication = { readonly indication: string; readonly membersMin: number };

export async function loadIndications(tx: Tx, caseId: Uuid): Promise<readonly Indication[]> {
	return tx.db
		.selectFrom('case_indication')
		.select(['indication', 'members_min as membersMin'])
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', caseId)
		.orderBy('indication')
		.limit(MEMBERS_MAX)
		.execute();
}

export async function insertIndications(tx: Tx, caseId: Uuid, indications: readonly Indication[]): Promise<void> {
	if (indications.length === 0) return;
	await tx.db
		.insertInto('case_indication')
		.values(
			indications.map((one) => ({
				organisation_id: tx.organisationId,
				case_id: caseId,
				indication: one.indication,
				members_min: one.membersMin,
			})),
		)
		.execute();
}

/** The kinds of service a case is given. */
export const SERVICES = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_service')
		.select('service')
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('from_on')
		.orderBy('service')
		.limit(MEMBERS_MAX),
);

export const loadServices = async (tx: Tx, caseId: Uuid): Promise<readonly string[]> =>
	(await SERVICES.rows(tx, ofCase(tx, caseId))).map((row) => row.service);

export async function insertServices(
	tx: Tx,
	given: { caseId: Uuid; services: readonly string[]; from: CalendarDay; by: Uuid },
): Promise<void> {
	if (given.services.length === 0) return;
	await tx.db
		.insertInto('case_service')
		.values(
			given.services.map((service) => ({
				organisation_id: tx.organisationId,
				case_id: given.caseId,
				service,
				from_on: given.from,
				recorded_by: given.by,
			})),
		)
		.execute();
}
