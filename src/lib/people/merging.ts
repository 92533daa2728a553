import type { PersonFacts, PersonText } from './person.ts';

/** What a record says of a person, apart from what hangs on it. */
export type Told = {
	readonly text: Omit<PersonText, 'pseudonym'>;
	/** The name is none, or a pseudonym. */
	readonly anonymous: boolean;
	readonly facts: PersonFacts;
};

/** The details of which one is kept when two records say something different. */
export const DETAILS = [
	'name',
	'phone',
	'email',
	'address',
	'interpreter',
	'birthYear',
	'sex',
	'municipality',
] as const;
export type Detail = (typeof DETAILS)[number];
/** From which of the two records a detail is kept. */
export const SIDES = ['kept', 'merged'] as const;
export type Side = (typeof SIDES)[number];
export type Chosen = Readonly<Record<Detail, Side>>;

/** What a record says of one detail; empty when it says nothing. */
export function detailOf({ text, facts }: Pick<Told, 'text' | 'facts'>, detail: Detail): string {
	const all: Readonly<Record<Detail, string | number | null>> = { ...text, ...facts };
	return String(all[detail] ?? '');
}

/** The details in which two records differ: only of these one has to be chosen. */
export function differing(kept: Told, merged: Told): readonly Detail[] {
	return DETAILS.filter((detail) => detailOf(kept, detail) !== detailOf(merged, detail));
}

/** What is chosen unless somebody chooses otherwise: what the record that stays says, or the other where that one says nothing. */
export function usualChoice(kept: Told, detail: Detail): Side {
	return detailOf(kept, detail) === '' ? 'merged' : 'kept';
}

/** What the one record says that two have become. */
export function mergedDetails({ kept, merged }: { kept: Told; merged: Told }, chosen: Chosen): Told {
	return pick((detail) => (chosen[detail] === 'merged' ? merged : kept));
}

/**
 * What a record says again once a merge is undone: each detail as it was before, but for what somebody has changed since.
 * `now`, `before` and `chosen` are of the record that stayed.
 */
export function detailsAgain(now: Told, { before, chosen }: { before: Told; chosen: Told }): Told {
	const changedSince = (detail: Detail) => detailOf(now, detail) !== detailOf(chosen, detail);
	const renamed = changedSince('name') || now.anonymous !== chosen.anonymous;
	return pick((detail) => ((detail === 'name' ? renamed : changedSince(detail)) ? now : before));
}

function pick(from: (detail: Detail) => Told): Told {
	const text = (detail: Exclude<Detail, keyof PersonFacts>) => from(detail).text[detail];
	return {
		text: {
			name: text('name'),
			phone: text('phone'),
			email: text('email'),
			address: text('address'),
			interpreter: text('interpreter'),
		},
		anonymous: from('name').anonymous,
		facts: {
			birthYear: from('birthYear').facts.birthYear,
			sex: from('sex').facts.sex,
			municipality: from('municipality').facts.municipality,
		},
	};
}
