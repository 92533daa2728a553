import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, relationsFor } from '#lib/access/access-table.ts';
import { permit, permitRole, relationsTo } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { openVault, type SubjectKey, type Vault } from '#lib/vault/vault.server.ts';
import {
	findPersonIds,
	insertPerson,
	loadContactRules,
	loadFacts,
	loadIdsByLabel,
	loadPersons,
	replaceContactRules,
	saveFacts,
	updatePerson,
	type PersonRow,
} from './people.store.server.ts';
import {
	labelIn,
	queryTerms,
	searchTerms,
	treeLabel,
	type ContactRule,
	type Identifying,
	type PersonFacts,
	type PersonText,
} from './person.ts';

const FOUND_MAX = 50;

/** A person as those see them who may. */
export type Person = PersonText & {
	readonly id: Uuid;
	readonly label: string;
	readonly anonymous: boolean;
	readonly firstSeenAt: Date;
};
/** What a person is called: their name, or the label of somebody who gave none. */
export type PersonName = {
	readonly id: Uuid;
	readonly name: string;
	readonly anonymous: boolean;
	/** The language they need an interpreter for; empty = none. */
	readonly interpreter: string;
};

const textPlace = (person: Uuid) => ({ table: 'person_text', column: 'sealed', row: person }) as const;

/** Makes a person. Part of a use case that journals. */
export async function makePerson(
	tx: Tx,
	given: Identifying & { address: string; interpreter?: string; anonymous: boolean },
	countryPrefix: string,
): Promise<{ id: Uuid; key: SubjectKey }> {
	const vault = await openVault(tx);
	const id = newId(tx.act.at);
	const key = await vault.newKey('person', id);
	const text: PersonText = {
		name: given.name,
		phone: given.phone,
		email: given.email,
		address: given.address,
		interpreter: given.interpreter ?? '',
		pseudonym: newId(tx.act.at),
	};
	await insertPerson(tx, {
		id,
		label: treeLabel(id),
		anonymous: given.anonymous,
		sealed: key.seal(textPlace(id), text),
		hashes: hashesOf(vault, text, countryPrefix),
	});
	return { id, key };
}

/** Changes what names a person and what is counted about them. */
export async function changePerson(
	act: Act<Worker>,
	input: {
		personId: Uuid;
		text: Omit<PersonText, 'pseudonym'>;
		anonymous: boolean;
		facts: PersonFacts;
		rules: readonly ContactRule[];
		countryPrefix: string;
	},
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const allowed = await permit(tx, 'person.change', input.personId);
		if (!allowed.ok) return allowed;
		const [vault, [row]] = await Promise.all([openVault(tx), loadPersons(tx, [input.personId])]);
		if (!row) return refuse('not-found');
		const { pseudonym } = toPerson(vault, row);
		const text = { ...input.text, pseudonym };
		const sealed = vault.keyOf(row.id, row.wrapped).seal(textPlace(row.id), text);
		await updatePerson(tx, {
			id: row.id,
			anonymous: input.anonymous,
			sealed,
			hashes: hashesOf(vault, text, input.countryPrefix),
		});
		await saveFacts(tx, pseudonym, input.facts);
		await replaceContactRules(tx, row.id, input.rules);
		record(tx, { action: 'person.changed', subjects: [row.id] });
		return ok();
	});
}

/** Keeps what is counted about a person. Part of a use case that journals. */
export async function keepFacts(
	tx: Tx,
	personId: Uuid,
	{ facts, rules }: { facts: PersonFacts; rules: readonly ContactRule[] },
): Promise<void> {
	const [person] = await personsById(tx, [personId]);
	if (!person) throw new Error('the person is not here');
	await saveFacts(tx, person.pseudonym, facts);
	await replaceContactRules(tx, personId, rules);
}

/** A person with what is counted about them and how they may be reached. */
export type PersonDetails = {
	readonly person: Person;
	readonly facts: PersonFacts;
	readonly rules: readonly ContactRule[];
};

/** A person in full; undefined when they are not here. Journaled by whoever shows them. */
export async function personDetails(tx: Tx, personId: Uuid): Promise<PersonDetails | undefined> {
	const [[person], rules] = await Promise.all([personsById(tx, [personId]), loadContactRules(tx, personId)]);
	return person && { person, facts: await loadFacts(tx, person.pseudonym), rules };
}

/** Finds persons by name (without diacritics, with a typing error), phone, e-mail or label. Whom the worker may not open is not found. */
export async function findPersons(
	act: Act<Worker>,
	input: { query: string; countryPrefix: string },
): Promise<Result<readonly Person[]>> {
	const allowed = permitRole(act.by, 'person.search');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const ids = await idsFor(tx, input);
		const relations = await relationsTo(tx, ids);
		const open = ids.filter((id) => may(act.by.roles, 'person.read', relations.get(id) ?? 'none')).slice(0, FOUND_MAX);
		const persons = await personsById(tx, open);
		record(tx, { action: 'person.found', subjects: persons.map((person) => person.id) });
		return ok(persons);
	});
}

async function idsFor(tx: Tx<Worker>, { query, countryPrefix }: { query: string; countryPrefix: string }) {
	const label = labelIn(query);
	const labelled = label ? await loadIdsByLabel(tx, label) : [];
	if (labelled.length > 0) return labelled;
	const vault = await openVault(tx);
	const words = queryTerms(query, countryPrefix).map((terms) => terms.map(vault.searchHash));
	if (words.length === 0) return [];
	return findPersonIds(tx, words, { onlyMine: !seesBeyondTeam(tx.act.by), atMost: 200 });
}

function seesBeyondTeam(worker: Worker): boolean {
	return relationsFor(worker.roles, 'person.read').includes('other-team');
}

/** Persons by their ids, opened. Journaled by whoever shows them. */
export async function personsById(tx: Tx, ids: readonly Uuid[]): Promise<readonly Person[]> {
	const [vault, rows] = await Promise.all([openVault(tx), loadPersons(tx, ids)]);
	return rows.map((row) => toPerson(vault, row));
}

/** What some persons are called. Journaled by whoever shows it. */
export async function personNames(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonName>> {
	const persons = await personsById(tx, ids);
	return new Map(
		persons.map((person) => [
			person.id,
			{
				id: person.id,
				name: person.name || person.label,
				anonymous: person.anonymous,
				interpreter: person.interpreter,
			},
		]),
	);
}

/** How a person may be reached. */
export const contactRulesOf = loadContactRules;

function toPerson(vault: Vault, row: PersonRow): Person {
	const text = vault.keyOf(row.id, row.wrapped).open<PersonText>(textPlace(row.id), row.sealed);
	// Texts sealed before interpreters were asked for have none.
	return {
		...text,
		interpreter: text.interpreter ?? '',
		id: row.id,
		label: row.label,
		anonymous: row.anonymous,
		firstSeenAt: row.first_seen_at,
	};
}

function hashesOf(vault: Vault, text: Identifying, countryPrefix: string): number[] {
	return searchTerms(text, countryPrefix).map((term) => vault.searchHash(term));
}
