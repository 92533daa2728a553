import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { may, mayEver, relationsFor } from '#lib/access/access-table.ts';
import { relationsTo } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { duplicatesOf, type LikelyPerson } from './likely-persons.server.ts';
import { loadNewestPersons, type PersonScope } from './merges.store.server.ts';
import { personsById, type Person } from './open-persons.server.ts';

/** Two persons who are likely to be one, and why. */
type LikelyPair = LikelyPerson & { readonly of: Person };

/** So many persons are looked through at once: nothing compares sealed words in the database. */
const LOOKED_THROUGH = 60;

/** Likely duplicates among the newest persons whom the worker may merge; `next` goes on to earlier ones. */
export async function listDuplicates(
	act: Act<Worker>,
	input: { before?: Uuid | undefined; countryPrefix: string },
): Promise<Result<{ pairs: readonly LikelyPair[]; lookedThrough: number; next: Uuid | undefined }>> {
	if (!mayEver(act.by.roles, 'person.merge')) return refuse('not-found');
	return transaction(act, async (tx) => {
		const ids = await loadNewestPersons(tx, {
			scope: scopeOf(act.by),
			before: input.before,
			atMost: LOOKED_THROUGH + 1,
		});
		const some = ids.slice(0, LOOKED_THROUGH);
		const persons = await mergeable(tx, await personsById(tx, some));
		const found = await duplicatesOf(tx, persons, input.countryPrefix);
		const pairs = await openPairs(tx, pairsIn(persons, found));
		record(tx, { action: 'person.found', subjects: pairs.flatMap((pair) => [pair.of.id, pair.person.id]) });
		return ok({ pairs, lookedThrough: some.length, next: ids.length > some.length ? some.at(-1) : undefined });
	});
}

/** The likely duplicates of one person whom the worker may open; how many others there are is all that is told of them. */
export async function duplicatesOfPerson(
	tx: Tx<Worker>,
	person: Person,
	countryPrefix: string,
): Promise<{ likely: readonly LikelyPerson[]; elsewhere: number }> {
	const all = (await duplicatesOf(tx, [person], countryPrefix)).get(person.id)!;
	const relations = await relationsTo(
		tx,
		all.map((one) => one.person.id),
	);
	const likely = all.filter((one) => may(tx.act.by.roles, 'person.read', relations.get(one.person.id) ?? 'none'));
	return { likely, elsewhere: all.length - likely.length };
}

function pairsIn(persons: readonly Person[], found: ReadonlyMap<Uuid, readonly LikelyPerson[]>): readonly LikelyPair[] {
	const seen = new Set<string>();
	return persons
		.flatMap((of) => found.get(of.id)!.map((likely) => ({ ...likely, of })))
		.filter(({ of, person }) => {
			const pair = [of.id, person.id].sort().join(' ');
			return seen.has(pair) ? false : seen.add(pair);
		});
}

async function openPairs(tx: Tx<Worker>, pairs: readonly LikelyPair[]): Promise<readonly LikelyPair[]> {
	const open = await mergeable(
		tx,
		pairs.map((pair) => pair.person),
	);
	const ids = new Set(open.map((person) => person.id));
	return pairs.filter((pair) => ids.has(pair.person.id));
}

async function mergeable(tx: Tx<Worker>, persons: readonly Person[]): Promise<readonly Person[]> {
	const relations = await relationsTo(
		tx,
		persons.map((person) => person.id),
	);
	return persons.filter((person) => may(tx.act.by.roles, 'person.merge', relations.get(person.id) ?? 'none'));
}

function scopeOf(worker: Worker): PersonScope {
	const relations = relationsFor(worker.roles, 'person.merge');
	if (relations.includes('other-team')) return 'organisation';
	return relations.includes('team') ? 'team' : 'own';
}
