import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, relationsFor } from '#lib/access/access-table.ts';
import { permit, permitRole, relationsTo } from '#lib/access/access.server.ts';
import { viewsOf } from '#lib/identity/saved-views.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { openVault, type SubjectKey, type Vault } from '#lib/vault/vault.server.ts';
import { liftRules, lockPersons } from './merges.store.server.ts';
import { personsById, textPlace, type Person } from './open-persons.server.ts';
import { PEOPLE_LIST } from './people-list.ts';
import {
	findPersonIds,
	insertPerson,
	loadContactRules,
	loadFacts,
	loadIdsByLabel,
	loadLabel,
	loadRulesOfRecords,
	replaceContactRules,
	saveFacts,
	updatePerson,
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

/** How many are shown of those who are found: whoever is looked for among more is found by one more word. */
export const FOUND_MAX = 20;
/** How many are looked at for these: more than are shown, should one of them not be open to whoever asks. */
export const LOOKED_AT = 60;

/** What is typed, and the country’s telephone prefix, without which a number may stand. */
type Search = { readonly query: string; readonly countryPrefix: string };
/** Whom a search found, and whether there are more. */
type Found = { readonly persons: readonly Person[]; readonly more: boolean };

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
		hashes: hashesOf(vault, [text], countryPrefix),
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
		const [allowed, vault, , [person], keys] = await Promise.all([
			permit(tx, 'person.change', input.personId),
			openVault(tx),
			lockPersons(tx, [input.personId]),
			personsById(tx, [input.personId]),
			openVault(tx).then((opened) => opened.keysOf([input.personId])),
		]);
		if (!allowed.ok) return allowed;
		const key = keys.get(input.personId);
		// A merged record is not changed: the one that stays is.
		if (!key || person?.id !== input.personId) return refuse('not-found');
		const text = { ...input.text, pseudonym: person.pseudonym };
		await updatePerson(tx, {
			id: person.id,
			anonymous: input.anonymous,
			sealed: key.seal(textPlace(person.id), text),
			hashes: hashesOf(vault, [text, ...person.also], input.countryPrefix),
		});
		await saveFacts(tx, person.pseudonym, input.facts);
		await keepRules(tx, person.id, input.rules);
		record(tx, { action: 'person.changed', subjects: [person.id] });
		return ok();
	});
}

/** Keeps how a person may be reached. What a merged record forbids is lifted, not deleted: apart again, it holds again. */
async function keepRules(tx: Tx, personId: Uuid, rules: readonly ContactRule[]): Promise<void> {
	const rows = await loadRulesOfRecords(tx, personId);
	const own = rows.filter((row) => row.person_id === personId).map((row) => row.rule);
	const merged = rows.filter((row) => row.merge_id !== null);
	const elsewhere = merged.map((row) => row.rule);
	await replaceContactRules(
		tx,
		personId,
		rules.filter((rule) => own.includes(rule) || !elsewhere.includes(rule)),
	);
	for (const [mergeId, theirs] of Map.groupBy(merged, (row) => row.merge_id!)) {
		const lifted = theirs.map((row) => row.rule as ContactRule).filter((rule) => !rules.includes(rule));
		await liftRules(tx, mergeId, lifted);
	}
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
export async function findPersons(act: Act<Worker>, input: Search): Promise<Result<Found>> {
	const allowed = permitRole(act.by, 'person.search');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => ok(await personsFor(tx, input)));
}

/** The list of people: whom a search found, and the ways to look at it that the worker may use. */
export async function listPersons(
	act: Act<Worker>,
	input: Search,
): Promise<Result<Found & Pick<Awaited<ReturnType<typeof viewsOf>>, 'views'>>> {
	const allowed = permitRole(act.by, PEOPLE_LIST.action);
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [found, { views }] = await Promise.all([personsFor(tx, input), viewsOf(tx, PEOPLE_LIST)]);
		return ok({ ...found, views });
	});
}

async function personsFor(tx: Tx<Worker>, input: Search): Promise<Found> {
	const ids = await idsFor(tx, input);
	const open = await firstOpen(tx, ids);
	const persons = await personsById(tx, open.slice(0, FOUND_MAX));
	record(tx, { action: 'person.found', subjects: persons.map((person) => person.id) });
	// Behind as many as are looked at there may be others, however few of these are open.
	return { persons, more: open.length > FOUND_MAX || ids.length === LOOKED_AT };
}

/** The first of some persons whom the worker may open, one more than are shown where there are so many. How they stand to each is asked no further than that takes. */
async function firstOpen(tx: Tx<Worker>, ids: readonly Uuid[]): Promise<readonly Uuid[]> {
	const open: Uuid[] = [];
	const enough = FOUND_MAX + 1;
	for (let from = 0; from < ids.length && open.length < enough; from += enough) {
		const some = ids.slice(from, from + enough);
		const relations = await relationsTo(tx, some);
		open.push(...some.filter((id) => may(tx.act.by.roles, 'person.read', relations.get(id) ?? 'none')));
	}
	return open.slice(0, enough);
}

async function idsFor(tx: Tx<Worker>, { query, countryPrefix }: Search) {
	const label = labelIn(query);
	const labelled = label ? await loadIdsByLabel(tx, label) : [];
	if (labelled.length > 0) return labelled;
	const vault = await openVault(tx);
	const words = queryTerms(query, countryPrefix).map((terms) => terms.map(vault.searchHash));
	if (words.length === 0) return [];
	return findPersonIds(tx, words, { onlyMine: !seesBeyondTeam(tx.act.by), atMost: LOOKED_AT });
}

function seesBeyondTeam(worker: Worker): boolean {
	return relationsFor(worker.roles, 'person.read').includes('other-team');
}

/** The label a person goes by: it names nobody. */
export const labelOfPerson = loadLabel;
/** How a person may be reached. */
export const contactRulesOf = loadContactRules;

/** By what a person is found: every word that any of these texts gives. */
export function hashesOf(vault: Vault, texts: readonly Identifying[], countryPrefix: string): number[] {
	const terms = new Set(texts.flatMap((text) => searchTerms(text, countryPrefix)));
	return [...terms].map((term) => vault.searchHash(term));
}
