import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { ContactRule, PersonFacts, Sex } from './person.ts';

export async function insertPerson(
	tx: Tx,
	person: { id: Uuid; label: string; anonymous: boolean; sealed: Sealed; hashes: number[] },
): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('person')
		.values({
			organisation_id,
			id: person.id,
			label: person.label,
			anonymous: person.anonymous,
			first_seen_at: tx.act.at,
		})
		.execute();
	await Promise.all([
		tx.db.insertInto('person_text').values({ organisation_id, person_id: person.id, sealed: person.sealed }).execute(),
		tx.db
			.insertInto('person_search')
			.values({ organisation_id, person_id: person.id, hashes: person.hashes })
			.execute(),
	]);
}

export async function updatePerson(
	tx: Tx,
	person: { id: Uuid; anonymous: boolean; sealed: Sealed; hashes: number[] },
): Promise<void> {
	const { organisationId } = tx;
	await Promise.all([
		tx.db
			.updateTable('person')
			.set({ anonymous: person.anonymous })
			.where('organisation_id', '=', organisationId)
			.where('id', '=', person.id)
			.execute(),
		tx.db
			.updateTable('person_text')
			.set({ sealed: person.sealed })
			.where('organisation_id', '=', organisationId)
			.where('person_id', '=', person.id)
			.execute(),
		tx.db
			.updateTable('person_search')
			.set({ hashes: person.hashes })
			.where('organisation_id', '=', organisationId)
			.where('person_id', '=', person.id)
			.execute(),
	]);
}

export type PersonRow = {
	id: Uuid;
	label: string;
	anonymous: boolean;
	first_seen_at: Date;
	sealed: Sealed;
	wrapped: Buffer;
};

export async function loadPersons(tx: Tx, ids: readonly Uuid[]): Promise<PersonRow[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('person as p')
		.innerJoin('person_text as t', (join) =>
			join.onRef('t.organisation_id', '=', 'p.organisation_id').onRef('t.person_id', '=', 'p.id'),
		)
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 'p.organisation_id').onRef('k.subject_id', '=', 'p.id'),
		)
		.select(['p.id', 'p.label', 'p.anonymous', 'p.first_seen_at', 't.sealed', 'k.wrapped'])
		.where('p.organisation_id', '=', tx.organisationId)
		.where('p.id', 'in', [...new Set(ids)])
		.where('p.merged_into', 'is', null)
		.execute();
}

/** The ids of persons who have, for each word, one of its hashes. */
export async function findPersonIds(
	tx: Tx,
	words: readonly (readonly number[])[],
	options: { onlyMine: boolean; atMost: number },
): Promise<Uuid[]> {
	const { rows } = await sql<{ person_id: Uuid }>`
		select person_id from finder.find_persons(${JSON.stringify(words)}::jsonb, ${options.onlyMine}, ${options.atMost})`.execute(
		tx.db,
	);
	return rows.map((row) => row.person_id);
}

/** Persons who go by a label; several may. */
export async function loadIdsByLabel(tx: Tx, label: string): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('person')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('label', '=', label)
		.where('merged_into', 'is', null)
		.limit(200)
		.execute();
	return rows.map((row) => row.id);
}

export async function loadFacts(tx: Tx, pseudonym: Uuid): Promise<PersonFacts> {
	const row = await tx.db
		.selectFrom('person_facts')
		.select(['birth_year', 'sex', 'municipality'])
		.where('organisation_id', '=', tx.organisationId)
		.where('pseudonym', '=', pseudonym)
		.executeTakeFirst();
	return {
		birthYear: row?.birth_year ?? null,
		sex: (row?.sex ?? null) as Sex | null,
		municipality: row?.municipality ?? null,
	};
}

export async function saveFacts(tx: Tx, pseudonym: Uuid, facts: PersonFacts): Promise<void> {
	const values = { birth_year: facts.birthYear, sex: facts.sex, municipality: facts.municipality };
	await tx.db
		.insertInto('person_facts')
		.values({ organisation_id: tx.organisationId, pseudonym, ...values })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'pseudonym']).doUpdateSet(values))
		.execute();
}

export async function loadContactRules(tx: Tx, person: Uuid): Promise<ContactRule[]> {
	const rows = await tx.db
		.selectFrom('contact_rule')
		.select('rule')
		.where('organisation_id', '=', tx.organisationId)
		.where('person_id', '=', person)
		.orderBy('rule')
		.execute();
	return rows.map((row) => row.rule as ContactRule);
}

export async function replaceContactRules(tx: Tx, person: Uuid, rules: readonly ContactRule[]): Promise<void> {
	await tx.db
		.deleteFrom('contact_rule')
		.where('organisation_id', '=', tx.organisationId)
		.where('person_id', '=', person)
		.execute();
	if (rules.length === 0) return;
	await tx.db
		.insertInto('contact_rule')
		.values(rules.map((rule) => ({ organisation_id: tx.organisationId, person_id: person, rule })))
		.execute();
}
