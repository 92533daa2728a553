import { sql } from 'kysely';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { InclusionFact } from './case.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

export const CONDITIONS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_condition')
		.select(['condition', 'party_id as partyId'])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.where('ended_on', 'is', null)
		.limit(500),
);

export const loadConditions = (tx: Tx, caseId: Uuid) => CONDITIONS.rows(tx, ofCase(tx, caseId));

export const FACTS = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('inclusion_fact')
		.select([
			'id',
			'condition',
			'party_id as partyId',
			'stated_on as statedOn',
			'form',
			'recorded_by as recordedBy',
			'withdrawn_on as withdrawnOn',
			sql<Uuid[]>`array(select n.around_id from named_person n where n.organisation_id = inclusion_fact.organisation_id
				and n.fact_id = inclusion_fact.id)`.as('named'),
		])
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('recorded_at')
		.orderBy('id')
		.limit(1_000)
		.$castTo<InclusionFact>(),
);

export const loadFacts = (tx: Tx, caseId: Uuid) => FACTS.rows(tx, ofCase(tx, caseId));

export async function insertFact(
	tx: Tx,
	fact: {
		id: Uuid;
		caseId: Uuid;
		condition: string;
		partyId: Uuid;
		statedOn: CalendarDay;
		form: 'oral' | 'written';
		by: Uuid;
		namesMin: number;
		named: readonly Uuid[];
	},
): Promise<void> {
	await tx.db
		.insertInto('inclusion_fact')
		.values({
			organisation_id: tx.organisationId,
			id: fact.id,
			case_id: fact.caseId,
			condition: fact.condition,
			party_id: fact.partyId,
			stated_on: fact.statedOn,
			form: fact.form,
			recorded_by: fact.by,
			recorded_at: tx.act.at,
			names_min: fact.namesMin,
		})
		.execute();
	if (fact.named.length === 0) return;
	const named = fact.named.map((one) => ({ organisation_id: tx.organisationId, fact_id: fact.id, around_id: one }));
	await tx.db.insertInto('named_person').values(named).execute();
}

export async function withdrawFact(tx: Tx, fact: Uuid, withdrawal: { on: CalendarDay; by: Uuid }): Promise<void> {
	await tx.db
		.updateTable('inclusion_fact')
		.set({ withdrawn_on: withdrawal.on, withdrawal_recorded_by: withdrawal.by })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', fact)
		.execute();
}

export type AgreementRow = {
	version: number;
	form: string;
	from_on: CalendarDay;
	to_on: CalendarDay | null;
	recorded_by: Uuid;
	/** Who accepted it. */
	accepted: Uuid[];
};

export const AGREEMENT = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('agreement')
		.select(['version', 'form', 'from_on', 'to_on', 'recorded_by'])
		.select(
			sql<Uuid[]>`array(select p.party_id from agreement_party p where p.organisation_id = agreement.organisation_id
			and p.case_id = agreement.case_id and p.version = agreement.version)`.as('accepted'),
		)
		.where('organisation_id', '=', of.organisationId)
		.where('case_id', '=', of.caseId)
		.orderBy('version', 'desc')
		.limit(1),
);

export const loadAgreement = async (tx: Tx, caseId: Uuid) => (await AGREEMENT.rows(tx, ofCase(tx, caseId)))[0];

/** A new version of the agreement, with whoever accepted it. */
export async function insertAgreement(
	tx: Tx,
	agreement: {
		caseId: Uuid;
		version: number;
		form: 'oral' | 'written';
		from: CalendarDay;
		to: CalendarDay | null;
		by: Uuid;
		parties: readonly Uuid[];
	},
): Promise<void> {
	const key = { organisation_id: tx.organisationId, case_id: agreement.caseId, version: agreement.version };
	await tx.db
		.insertInto('agreement')
		.values({
			...key,
			form: agreement.form,
			from_on: agreement.from,
			to_on: agreement.to,
			recorded_by: agreement.by,
			recorded_at: tx.act.at,
		})
		.execute();
	if (agreement.parties.length === 0) return;
	const rows = agreement.parties.map((party) => ({
		...key,
		party_id: party,
		accepted_on: agreement.from,
		recorded_by: agreement.by,
	}));
	await tx.db.insertInto('agreement_party').values(rows).execute();
}

export async function insertAcceptance(
	tx: Tx,
	given: { caseId: Uuid; version: number; party: Uuid; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('agreement_party')
		.values({
			organisation_id: tx.organisationId,
			case_id: given.caseId,
			version: given.version,
			party_id: given.party,
			accepted_on: given.on,
			recorded_by: given.by,
		})
		.execute();
}

export const OWN_VIEWS = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('own_view')
			.select(['id', 'person_id', 'stated_on', 'recorded_by', 'sealed'])
			.where('organisation_id', '=', of.organisationId)
			.where('case_id', '=', of.caseId)
			.orderBy('stated_on')
			.orderBy('id')
			.limit(500),
	{ sealed: 'bytes' },
);

export const loadOwnViews = (tx: Tx, caseId: Uuid) => OWN_VIEWS.rows(tx, ofCase(tx, caseId));

export async function insertOwnView(
	tx: Tx,
	view: { id: Uuid; caseId: Uuid; person: Uuid; statedOn: CalendarDay; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('own_view')
		.values({
			organisation_id: tx.organisationId,
			id: view.id,
			case_id: view.caseId,
			person_id: view.person,
			stated_on: view.statedOn,
			recorded_by: view.by,
			sealed: view.sealed,
		})
		.execute();
}
