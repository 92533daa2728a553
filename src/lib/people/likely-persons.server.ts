import type { Uuid } from '#lib/kernel/ids.ts';
import { relationsTo } from '#lib/access/access.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { findLikelyIds, loadNotSame } from './merges.store.server.ts';
import { personsById, type Person } from './open-persons.server.ts';
import { loadFactsOf } from './people.store.server.ts';
import { LIKENESSES, likelyTerms, likenesses, type Compared, type Likeness } from './person.ts';

/** Somebody known whom a newcomer may be, and why. */
export type LikelyPerson = { readonly person: Person; readonly why: readonly Likeness[] };

const LIKELY_MAX = 8;
const FOUND_EACH_WAY = 20;

/**
 * Persons of the organisation whom somebody may be: by the same phone or e-mail, the same or nearly the same name. Looked
 * up in the whole organisation, so that nobody tells their story twice, but for whom is screened from the worker. Journaled
 * by whoever shows them.
 */
export async function likelyPersons(
	tx: Tx,
	somebody: Compared,
	countryPrefix: string,
): Promise<readonly LikelyPerson[]> {
	const [likely] = await likelyOfEach(tx, [[somebody]], countryPrefix);
	return likely!;
}

/** Persons who are likely to be the same as each of some, but for the pairs of which somebody said that they are not. */
export async function duplicatesOf(
	tx: Tx,
	persons: readonly Person[],
	countryPrefix: string,
): Promise<ReadonlyMap<Uuid, readonly LikelyPerson[]>> {
	const [born, notSame] = await Promise.all([
		bornIn(tx, persons),
		loadNotSame(
			tx,
			persons.flatMap((person) => person.records),
		),
	]);
	const each = persons.map((person) => saidOf(person, born));
	const found = await likelyOfEach(tx, each, countryPrefix);
	const saidApart = (a: Person, b: Person) =>
		a.records.some((one) => b.records.some((other) => notSame.has(`${one} ${other}`)));
	return new Map(
		persons.map((person, i) => [
			person.id,
			found[i]!.filter((one) => one.person.id !== person.id && !saidApart(person, one.person)),
		]),
	);
}

async function likelyOfEach(
	tx: Tx,
	each: readonly (readonly Compared[])[],
	countryPrefix: string,
): Promise<readonly (readonly LikelyPerson[])[]> {
	const vault = await openVault(tx);
	const ways = each.flatMap((said, n) =>
		said.flatMap((one) =>
			likelyTerms(one, countryPrefix).map((words) => ({ n, words: words.map((terms) => terms.map(vault.searchHash)) })),
		),
	);
	const rows = await findLikelyIds(
		tx,
		ways.map((way) => way.words),
		FOUND_EACH_WAY,
	);
	const ids = [...new Set(rows.map((row) => row.person_id))];
	const relations = await relationsTo(tx, ids);
	const persons = await personsById(
		tx,
		ids.filter((id) => relations.get(id) !== 'screened'),
	);
	const [born, byId] = [await bornIn(tx, persons), new Map(persons.map((person) => [person.id, person]))];
	return each.map((said, n) => {
		const theirs = new Set(rows.filter((row) => ways[row.n]!.n === n).map((row) => row.person_id));
		const compared = [...theirs].flatMap((id) => byId.get(id) ?? []);
		return compared
			.map((person) => ({ person, why: reasons(said, saidOf(person, born), countryPrefix) }))
			.filter((likely) => likely.why.length > 0)
			.sort((a, b) => b.why.length - a.why.length)
			.slice(0, LIKELY_MAX);
	});
}

/** What speaks for it, whichever of the texts of either says it. */
function reasons(a: readonly Compared[], b: readonly Compared[], countryPrefix: string): readonly Likeness[] {
	const found = new Set(a.flatMap((one) => b.flatMap((other) => likenesses(one, other, countryPrefix))));
	if (found.has('same-name')) found.delete('similar-name');
	return LIKENESSES.filter((likeness) => found.has(likeness));
}

function saidOf(person: Person, born: ReadonlyMap<Uuid, number | null>): readonly Compared[] {
	const birthYear = born.get(person.id) ?? null;
	return [person, ...person.also].map(({ name, phone, email }) => ({ name, phone, email, birthYear }));
}

async function bornIn(tx: Tx, persons: readonly Person[]): Promise<ReadonlyMap<Uuid, number | null>> {
	const facts = await loadFactsOf(
		tx,
		persons.map((person) => person.pseudonym),
	);
	return new Map(persons.map((person) => [person.id, facts.get(person.pseudonym)?.birthYear ?? null]));
}
