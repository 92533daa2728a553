import { foldedWords } from '#lib/kernel/folding.ts';

/** A point on the earth, degrees. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** A settlement of Slovenia. */
export type Settlement = Point & {
	/** Names it in an address: `gradisce--velike-lasce`. */
	readonly key: string;
	readonly name: string;
	/** Told beside the name: several settlements are called the same. */
	readonly municipality: string;
	readonly region: string;
	/** How many people live there. */
	readonly people: number;
	/** Four digits, where it has a post office. */
	readonly post: string;
};

/** What somebody who named a place is answered. */
type FoundPlace =
	| { readonly kind: 'nothing-typed' }
	/** This one; `others` are called nearly the same. */
	| { readonly kind: 'found'; readonly settlement: Settlement; readonly others: readonly Settlement[] }
	/** One of these, the largest first. `guessed`: none is called so, these nearly are. */
	| {
			readonly kind: 'which';
			readonly settlements: readonly Settlement[];
			readonly more: boolean;
			readonly guessed: boolean;
	  }
	| { readonly kind: 'unknown' };

/** How many places are offered when a name fits several. */
export const OFFERED_MAX = 24;
/** What nobody calls a place. */
const TYPED_MAX = 100;
const EARTH_RADIUS_KM = 6371;

/** The way through the air between two points, kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
	const chord =
		half(b.latitude - a.latitude) +
		Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Things with a point, the nearest first, each with its distance. */
export function nearestFirst<Thing extends { readonly at: Point }>(
	things: readonly Thing[],
	from: Point,
): readonly { readonly thing: Thing; readonly km: number }[] {
	return things.map((thing) => ({ thing, km: distanceKm(from, thing.at) })).sort((a, b) => a.km - b.km);
}

/** Post numbers that the data lack, and the one in them that means the same place. */
const SAME_POST: Readonly<Record<string, string>> = { '1000': '1001' };

/** Settlements made ready to be looked for. */
export type SettlementFinder = {
	/** What somebody typed: a name, a name and its municipality, or a post number; `key` when they have chosen one. */
	find(typed: string, key?: string): FoundPlace;
	/** The settlement of a municipality. */
	named(name: string, municipality: string): Settlement | undefined;
};

/** Makes settlements ready to be looked for. */
export function settlementFinder(all: readonly Settlement[]): SettlementFinder {
	const known = all.map((settlement) => ({
		settlement,
		written: asWritten(settlement.name),
		name: foldedWords(settlement.name).join(' '),
		municipality: foldedWords(settlement.municipality).join(' '),
	}));
	const list: List = {
		known,
		byWritten: Map.groupBy(known, (one) => one.written),
		byName: Map.groupBy(known, (one) => one.name),
	};
	const byKey = new Map(all.map((one) => [one.key, one]));
	const byPost = new Map(all.filter((one) => one.post !== '').map((one) => [one.post, one]));
	return {
		named: (name, municipality) => byKey.get(settlementKey(name, municipality)),
		find(typed, key) {
			const text = typed.slice(0, TYPED_MAX).trim();
			const chosen = key === undefined ? undefined : byKey.get(key);
			if (chosen) return { kind: 'found', settlement: chosen, others: [] };
			if (text === '') return { kind: 'nothing-typed' };
			const [, post, name] = /^(?:SI[ -]?)?(\d{4})\b\s*(.*)$/iu.exec(text) ?? [];
			const ofPost = post && byPost.get(SAME_POST[post] ?? post);
			if (ofPost) return { kind: 'found', settlement: ofPost, others: [] };
			return answer(list, (post ? name! : text).trim());
		},
	};
}

function answer(list: List, sought: string): FoundPlace {
	const words = foldedWords(sought).join(' ');
	if (words === '') return { kind: 'unknown' };
	const found = fitting(list, sought, words);
	const [only] = found;
	if (only && found.length === 1) return { kind: 'found', settlement: only.settlement, others: alike(list, only) };
	if (only) return which(found, false);
	const near = words.length < 4 ? [] : list.known.filter(({ name }) => oneSlip(name, words));
	return near.length > 0 ? which(near, true) : { kind: 'unknown' };
}

/** The first of some ways to understand a name under which there is anything at all. */
function fitting({ known, byWritten, byName }: List, sought: string, words: string): readonly Known[] {
	// Celje is a city and Čelje a village: who writes a name as it is written means that one.
	const whole = byWritten.get(asWritten(sought)) ?? byName.get(words);
	if (whole) return whole;
	const ways: readonly ((one: Known) => boolean)[] = [
		({ name, municipality }) => `${name} ${municipality}` === words,
		({ municipality }) => municipality === words,
		({ name }) => words.length >= 3 && name.startsWith(words),
		({ name }) => words.startsWith(`${name} `),
	];
	for (const fits of ways) {
		const found = known.filter(fits);
		if (found.length > 0) return found;
	}
	return [];
}

/** Places whose name begins with the whole name of this one, or folds to the same. */
function alike({ known }: List, { settlement, name }: Known): readonly Settlement[] {
	return largestFirst(
		known.filter((one) => one.settlement !== settlement && (one.name === name || one.name.startsWith(`${name} `))),
	).slice(0, ALIKE_MAX);
}

type List = {
	readonly known: readonly Known[];
	readonly byWritten: ReadonlyMap<string, readonly Known[]>;
	readonly byName: ReadonlyMap<string, readonly Known[]>;
};
type Known = {
	readonly settlement: Settlement;
	readonly written: string;
	readonly name: string;
	readonly municipality: string;
};
/** How many places that are called nearly the same are named beside the one that was found. */
const ALIKE_MAX = 6;

function which(found: readonly Known[], guessed: boolean): FoundPlace {
	const settlements = largestFirst(found).slice(0, OFFERED_MAX);
	return { kind: 'which', settlements, more: found.length > OFFERED_MAX, guessed };
}

function largestFirst(found: readonly Known[]): readonly Settlement[] {
	return found.map((one) => one.settlement).sort((a, b) => b.people - a.people);
}

/** What names a settlement in an address. */
export function settlementKey(name: string, municipality: string): string {
	return [name, municipality].map((part) => asWritten(part).replace(/[^\p{L}\p{N}]+/gu, '-')).join('--');
}

function asWritten(name: string): string {
	return name.trim().toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
}

/** Tells whether two words differ by one slip of the finger: a letter more, less, other, or two exchanged. */
export function oneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let from = 0;
	while (from < a.length && a[from] === b[from]) from += 1;
	if (a.length > b.length) return a.slice(from + 1) === b.slice(from);
	if (b.length > a.length) return b.slice(from + 1) === a.slice(from);
	if (a.slice(from + 1) === b.slice(from + 1)) return true;
	return a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
}
