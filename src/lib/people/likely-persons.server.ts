import type { Uuid } from '#lib/kernel/ids.ts';
import { relationsTo } from '#lib/access/access.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { openVault } from '#lib/vault/vault.server.ts';
import { findPersonIds } from './people.store.server.ts';
import { personsById, type Person } from './people.server.ts';
import { likelyTerms, likenesses, type Identifying, type Likeness } from './person.ts';

/** Somebody known whom a newcomer may be, and why. */
export type LikelyPerson = { readonly person: Person; readonly why: readonly Likeness[] };

const LIKELY_MAX = 8;

/**
 * Persons of the organisation whom somebody may be: by the same phone or e-mail, the same or nearly the same name. Looked
 * up in the whole organisation, so that nobody tells their story twice, but for whom is screened from the worker. Journaled
 * by whoever shows them.
 */
export async function likelyPersons(
	tx: Tx,
	somebody: Identifying,
	countryPrefix: string,
): Promise<readonly LikelyPerson[]> {
	const vault = await openVault(tx);
	const ways = likelyTerms(somebody, countryPrefix).map((words) => words.map((terms) => terms.map(vault.searchHash)));
	const found = new Set<Uuid>();
	for (const ids of await Promise.all(ways.map((words) => findPersonIds(tx, words, { onlyMine: false, atMost: 20 })))) {
		for (const id of ids) found.add(id);
	}
	const relations = await relationsTo(tx, [...found]);
	const persons = await personsById(
		tx,
		[...found].filter((id) => relations.get(id) !== 'screened'),
	);
	return persons
		.map((person) => ({ person, why: likenesses(somebody, person, countryPrefix) }))
		.filter((likely) => likely.why.length > 0)
		.sort((a, b) => b.why.length - a.why.length)
		.slice(0, LIKELY_MAX);
}
