/** The texts for reading that a result can lead to; each is a page of its own. */
export const READING = [
	'relationships',
	'mental-distress',
	'addiction',
	'grief',
	'violence',
	'parenting',
	'debts',
] as const;
export type Reading = (typeof READING)[number];

/** Where a text for reading stands. */
export function readingAddress(slug: Reading): string {
	return `/reading/${slug}`;
}
