import { foldedWords, phoneDigits, prefixes, withOneLeftOut } from '#lib/kernel/folding.ts';
import type { Uuid } from '#lib/kernel/ids.ts';

/** What names a person: sealed under the person's key. A text nobody knows yet is empty. */
export type PersonText = {
	readonly name: string;
	readonly phone: string;
	readonly email: string;
	readonly address: string;
	/** The language they need an interpreter for; empty = none. */
	readonly interpreter: string;
	/** Where the facts that reports count stand: the only link between the two. */
	readonly pseudonym: Uuid;
};

/** What reports count about a person, apart from their name. Unknown stays unknown. */
export type PersonFacts = {
	readonly birthYear: number | null;
	readonly sex: Sex | null;
	readonly municipality: string | null;
};
export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** How a person may be reached, and how never. */
export const CONTACT_RULES = [
	'no-phone',
	'no-email',
	'no-voicemail',
	'no-service-name',
	'withheld-number',
	'mornings-only',
	'afternoons-only',
] as const;
export type ContactRule = (typeof CONTACT_RULES)[number];

/** By what a person is looked up. */
export type Identifying = Pick<PersonText, 'name' | 'phone' | 'email'>;

// Each kind of term carries its letter, so that a first name's beginning never equals a surname's whole.
const BEGINS = 'b:';
const NEARLY = 'n:';
const PHONE = 't:';
const MAIL = 'm:';
const PREFIX_MIN = 2;

/** What is kept, as keyed hashes, so that a person can be found: word beginnings, words with a letter left out, exact phone and e-mail. */
export function searchTerms(person: Identifying, countryPrefix: string): readonly string[] {
	const words = foldedWords(person.name);
	const phone = phoneDigits(person.phone, countryPrefix);
	const terms = [
		...words.flatMap((word) =>
			prefixes(word)
				.slice(PREFIX_MIN - 1)
				.map((beginning) => BEGINS + beginning),
		),
		...words.flatMap((word) => withOneLeftOut(word).map((rest) => NEARLY + rest)),
		...(phone ? [PHONE + phone] : []),
		...(person.email ? [MAIL + person.email.toLowerCase()] : []),
	];
	return [...new Set(terms)];
}

/** What to look for when somebody types a query: for each word, the terms of which a person must have one. Empty when too little was typed. */
export function queryTerms(query: string, countryPrefix: string): readonly (readonly string[])[] {
	const typed = query.trim();
	const phone = /^[+\d][\d\s()./-]{5,}$/.test(typed) ? phoneDigits(typed, countryPrefix) : undefined;
	if (phone) return [[PHONE + phone]];
	if (typed.includes('@')) return [[MAIL + typed.toLowerCase()]];
	return foldedWords(typed)
		.filter((word) => [...word].length >= PREFIX_MIN)
		.slice(0, 5)
		.map((word) => [BEGINS + [...word].slice(0, 12).join(''), ...withOneLeftOut(word).map((rest) => NEARLY + rest)]);
}

/** Why somebody is likely to be a person who is known already. */
export const LIKENESSES = ['same-phone', 'same-email', 'same-name', 'similar-name', 'same-birth-year'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Who is compared: by what identifies them, and their year of birth where it is known. */
export type Compared = Identifying & { readonly birthYear?: number | null };

/** Compares two persons by what identifies them; empty when nothing speaks for it. The year of birth alone says nothing. */
export function likenesses(a: Compared, b: Compared, countryPrefix: string): readonly Likeness[] {
	const [phoneA, phoneB] = [phoneDigits(a.phone, countryPrefix), phoneDigits(b.phone, countryPrefix)];
	const same = {
		'same-phone': phoneA !== undefined && phoneA === phoneB,
		'same-email': a.email !== '' && a.email.toLowerCase() === b.email.toLowerCase(),
		'same-name': sameWords(a.name, b.name),
		'similar-name': !sameWords(a.name, b.name) && similarNames(a.name, b.name),
		'same-birth-year': typeof a.birthYear === 'number' && a.birthYear === b.birthYear,
	};
	const found = LIKENESSES.filter((likeness) => same[likeness]);
	return found.some((likeness) => likeness !== 'same-birth-year') ? found : [];
}

/** What to look for when a request came in: each way a known person could be this one. */
export function likelyTerms(person: Identifying, countryPrefix: string): readonly (readonly (readonly string[])[])[] {
	const ways = [person.phone, person.email]
		.filter((text) => text !== '')
		.map((text) => queryTerms(text, countryPrefix));
	const name = foldedWords(person.name).map((word) => withOneLeftOut(word).map((rest) => NEARLY + rest));
	// A first name alone is shared by too many to mean anything.
	return [...ways, ...(name.length >= 2 ? [name] : [])].filter((way) => way.length > 0);
}

function sameWords(a: string, b: string): boolean {
	const [wordsA, wordsB] = [foldedWords(a).toSorted(), foldedWords(b).toSorted()];
	return wordsA.length >= 2 && wordsA.join(' ') === wordsB.join(' ');
}

function similarNames(a: string, b: string): boolean {
	const [wordsA, wordsB] = [foldedWords(a), foldedWords(b)];
	if (wordsA.length < 2 || wordsB.length < 2) return false;
	return wordsA.every((word) =>
		wordsB.some((other) => withOneLeftOut(word).some((rest) => withOneLeftOut(other).includes(rest))),
	);
}

const TREES = [
	'LIPA',
	'JAVOR',
	'BREZA',
	'JESEN',
	'HRAST',
	'BUKEV',
	'GABER',
	'JELKA',
	'SMREKA',
	'MACESEN',
	'TISA',
	'OREH',
	'LESKA',
	'VRBA',
	'TOPOL',
	'JELŠA',
];

/** A word and a number by which people who have no name here are spoken of: made from the id, not from chance. Two may share one. */
export function treeLabel(id: Uuid): string {
	const number = Number.parseInt(id.slice(-8), 16);
	return `${TREES[number % TREES.length]!.replace('Š', 'S')}-${10 + (Math.floor(number / TREES.length) % 990)}`;
}

/** The label by which somebody or something without a name goes, as it was typed: `jelka 692` is JELKA-692. */
export function labelIn(query: string): string | undefined {
	const [tree, number, ...more] = foldedWords(query);
	if (!tree || !number || more.length > 0) return undefined;
	return /^[a-z]{2,12}$/.test(tree) && /^\d{1,3}$/.test(number) ? `${tree.toUpperCase()}-${number}` : undefined;
}
