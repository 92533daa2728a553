import type { Uuid } from '#lib/kernel/ids.ts';

/** What persons are called, by each of their records and by the one that stays. */
type Named = ReadonlyMap<Uuid, { readonly id: Uuid; readonly name: string }>;

/** Rows by the person each is of: two records of one person are one person. */
export function byPerson<Row>(
	rows: readonly Row[],
	recordOf: (row: Row) => Uuid,
	named: Named,
): ReadonlyMap<Uuid, readonly Row[]> {
	return Map.groupBy(rows, (row) => named.get(recordOf(row))?.id ?? recordOf(row));
}

/** Calls a case by whoever is in it now, each once; or by its number, while the reader may know none of them. */
export function callCase({ number }: { readonly number: string }, present: readonly Uuid[], named: Named) {
	const personIds = [...byPerson(present, (record) => record, named).keys()];
	const people = personIds.map((id) => named.get(id)?.name ?? '');
	return {
		name: people.filter(Boolean).join(', ') || number,
		/** What each of them is called; empty for whoever is kept from the reader. */
		people,
		/** Of whom the names are: whoever shows them journals these. */
		personIds,
	};
}
