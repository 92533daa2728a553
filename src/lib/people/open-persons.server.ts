import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { openVault, type Vault } from '#lib/vault/vault.server.ts';
import type { Told } from './merging.ts';
import { loadPersons, type PersonRow } from './people.store.server.ts';
import type { Identifying, PersonText } from './person.ts';

/** A person as those see them who may. */
export type Person = PersonText & {
	readonly id: Uuid;
	readonly label: string;
	readonly anonymous: boolean;
	readonly firstSeenAt: Date;
	/** Their records: the one that stays, and those merged into it. */
	readonly records: readonly Uuid[];
	/** What merged records say, and what this one said before, where it is something else. */
	readonly also: readonly Identifying[];
};
/** What a person is called: their name, or the label of somebody who gave none. */
export type PersonName = {
	readonly id: Uuid;
	readonly name: string;
	readonly anonymous: boolean;
	/** The language they need an interpreter for; empty = none. */
	readonly interpreter: string;
	/** Kept from whoever asks, as when processing is restricted: then nothing of them is told. */
	readonly withheld: boolean;
};
/** What is sealed with a merge: what the record that stays said before, and what it says by what was chosen. */
export type MergeText = { readonly before: Told; readonly chosen: Told };

// Where the words of a person stand.
export const textPlace = (person: Uuid) => ({ table: 'person_text', column: 'sealed', row: person }) as const;
export const mergePlace = (merge: Uuid) => ({ table: 'person_merge', column: 'sealed', row: merge }) as const;

/** Persons by their ids, each once, opened; whichever of their records is asked for. Journaled by whoever shows them. */
export async function personsById(tx: Tx, ids: readonly Uuid[]): Promise<readonly Person[]> {
	const persons = await personsAsked(tx, ids);
	return [...new Map([...persons.values()].map((person) => [person.id, person])).values()];
}

/** What some persons are called, by the ids that were asked for and by those that stay. Journaled by whoever shows it. */
export async function personNames(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonName>> {
	const persons = await personsAsked(tx, ids);
	return new Map(
		ids.flatMap((asked) => {
			const called = nameOf(asked, persons.get(asked));
			return [[asked, called] as const, [called.id, called] as const];
		}),
	);
}

function nameOf(asked: Uuid, person: Person | undefined): PersonName {
	if (!person) return { id: asked, name: '', anonymous: true, interpreter: '', withheld: true };
	const { id, name, label, anonymous, interpreter } = person;
	return { id, name: name || label, anonymous, interpreter, withheld: false };
}

async function personsAsked(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Person>> {
	const [vault, rows] = await Promise.all([openVault(tx), loadPersons(tx, ids)]);
	const opened = new Map<Uuid, Person>();
	const persons = new Map<Uuid, Person>();
	for (const [asked, records] of Map.groupBy(rows, (row) => row.asked)) {
		const stays = records.find((row) => row.id === row.stays);
		if (!stays) continue;
		const person = opened.get(stays.id) ?? openPerson(vault, stays, records);
		opened.set(stays.id, person);
		persons.set(asked, person);
	}
	return persons;
}

function openPerson(vault: Vault, stays: PersonRow, records: readonly PersonRow[]): Person {
	const text = openText(vault, stays);
	const merged = records.filter((row) => row.id !== stays.id);
	const before = merged.map((row) =>
		vault.keyOf(stays.id, stays.wrapped).open<MergeText>(mergePlace(row.merge_id!), row.merge_sealed!),
	);
	const said = [...merged.map((row) => openText(vault, row)), ...before.map((one) => one.before.text)];
	const seen = records.map((row) => row.first_seen_at.getTime());
	return {
		...text,
		id: stays.id,
		label: stays.label,
		anonymous: stays.anonymous,
		firstSeenAt: new Date(Math.min(...seen)),
		records: [stays.id, ...merged.map((row) => row.id)],
		also: said.filter((one) => one.name !== text.name || one.phone !== text.phone || one.email !== text.email),
	};
}

/** What one record says. Texts sealed before interpreters were asked for have none. */
export function openText(vault: Vault, row: Pick<PersonRow, 'id' | 'wrapped' | 'sealed'>): PersonText {
	const text = vault.keyOf(row.id, row.wrapped).open<PersonText>(textPlace(row.id), row.sealed);
	return { ...text, interpreter: text.interpreter ?? '' };
}
