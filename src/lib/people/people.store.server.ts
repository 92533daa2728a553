import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
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

/** A record of a person: `asked` names whom somebody asked for, `stays` the record under which it is read. */
export type PersonRow = {
	asked: Uuid;
	stays: Uuid;
	id: Uuid;
	label: string;
	anonymous: boolean;
	first_seen_at: Date;
	sealed: Sealed;
	wrapped: Buffer;
	/** Of a merged record: the merge, with what the record that stays said before. */
	merge_id: Uuid | null;
	merge_sealed: Sealed | null;
};

/** All records of some persons, whichever of their records is asked for. */
export async function loadPersons(tx: Tx, ids: readonly Uuid[]): Promise<PersonRow[]> {
	if (ids.length === 0) return [];
	return PERSONS.rows(tx, { organisationId: tx.organisationId, asked: [...new Set(ids)] });
}

const PERSONS = keptQuery((db, { organisationId, asked }: { organisationId: Uuid; asked: readonly Uuid[] }) =>
	db
		.selectFrom(sql<{ asked: Uuid; stays: Uuid; record: Uuid }>`access.records_of(${asked}::uuid[])`.as('r'))
		.innerJoin('person as p', (join) =>
			join.onRef('p.id', '=', 'r.record').on('p.organisation_id', '=', organisationId),
		)
		.innerJoin('person_text as t', (join) =>
			join.onRef('t.organisation_id', '=', 'p.organisation_id').onRef('t.person_id', '=', 'p.id'),
		)
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 'p.organisation_id').onRef('k.subject_id', '=', 'p.id'),
		)
		.leftJoin('person_merge as m', (join) =>
			join
				.onRef('m.organisation_id', '=', 'p.organisation_id')
				.onRef('m.merged_id', '=', 'p.id')
				.on('m.undone_at', 'is', null),
		)
		.select([
			'r.asked',
			'r.stays',
			'p.id',
			'p.label',
			'p.anonymous',
			'p.first_seen_at',
			't.sealed',
			'k.wrapped',
			'm.id as merge_id',
			'm.sealed as merge_sealed',
		])
		.orderBy('p.id'),
);

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

/** The label a person goes by. */
export async function loadLabel(tx: Tx, personId: Uuid): Promise<string | undefined> {
	const row = await tx.db
		.selectFrom('person')
		.select('label')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', personId)
		.executeTakeFirst();
	return row?.label;
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

const NOTHING_KNOWN: PersonFacts = { birthYear: null, sex: null, municipality: null };

export async function loadFacts(tx: Tx, pseudonym: Uuid): Promise<PersonFacts> {
	return (await loadFactsOf(tx, [pseudonym])).get(pseudonym) ?? NOTHING_KNOWN;
}

/** What is counted about some persons, by their pseudonyms. */
export async function loadFactsOf(tx: Tx, pseudonyms: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonFacts>> {
	if (pseudonyms.length === 0) return new Map();
	const rows = await tx.db
		.selectFrom('person_facts')
		.select(['pseudonym', 'birth_year', 'sex', 'municipality'])
		.where('organisation_id', '=', tx.organisationId)
		.where('pseudonym', 'in', [...pseudonyms])
		.execute();
	return new Map(
		rows.map(({ pseudonym, birth_year: birthYear, sex, municipality }) => [
			pseudonym,
			{ birthYear, sex: sex as Sex | null, municipality },
		]),
	);
}

export async function saveFacts(tx: Tx, pseudonym: Uuid, facts: PersonFacts): Promise<void> {
	const values = { birth_year: facts.birthYear, sex: facts.sex, municipality: facts.municipality };
	await tx.db
		.insertInto('person_facts')
		.values({ organisation_id: tx.organisationId, pseudonym, ...values })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'pseudonym']).doUpdateSet(values))
		.execute();
}

/** How a person may be reached: the rules of each of their records hold, but for those of a merged one that were lifted since. */
export async function loadContactRules(tx: Tx, person: Uuid): Promise<ContactRule[]> {
	const rows = await loadRulesOfRecords(tx, person);
	return [...new Set(rows.filter((row) => !row.lifted).map((row) => row.rule as ContactRule))];
}

/** The rules of each record of a person, with the merge that brought it and whether the rule was lifted since. */
export async function loadRulesOfRecords(
	tx: Tx,
	person: Uuid,
): Promise<{ person_id: Uuid; rule: string; merge_id: Uuid | null; lifted: boolean }[]> {
	const { rows } = await sql<{ person_id: Uuid; rule: string; merge_id: Uuid | null; lifted: boolean }>`
		select c.person_id, c.rule, m.id as merge_id, coalesce(c.rule = any (m.lifted), false) as lifted
		from access.records_of(array[${person}::uuid]) r
		join contact_rule c on c.organisation_id = ${tx.organisationId} and c.person_id = r.record
		left join person_merge m on m.organisation_id = c.organisation_id and m.merged_id = c.person_id and m.undone_at is null
		order by c.rule`.execute(tx.db);
	return rows;
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
