import type { Chance } from './chance.ts';
import { FIRST_NAMES, PLACES, SURNAMES } from './words.ts';
import { FIRST_NAMES_CS, MEN_CS, SURNAMES_CS } from './words-cs.ts';

/** An invented person. */
export type DemoPerson = {
	readonly name: string;
	readonly phone: string;
	readonly email: string;
	readonly place: string;
	readonly birthYear: number;
	readonly sex: 'female' | 'male';
	readonly anonymous: boolean;
};

const MEN = new Set([
	'Tine',
	'Bogdan',
	'Ciril',
	'Žiga',
	'Jernej',
	'Luka',
	'Rok',
	'Gašper',
	'Anže',
	'Samo',
	'Igor',
	'Andrej',
	'Stane',
	'Blaž',
]);
const UNNAMED_EVERY = 7;
const CHILD_EVERY = 12;

/** What the nth invented person is called; one in seven does not say. */
export function nameOf(n: number): { readonly first: string; readonly last: string } {
	return {
		first: FIRST_NAMES[n % FIRST_NAMES.length]!,
		last: SURNAMES[Math.floor(n / FIRST_NAMES.length) % SURNAMES.length]!,
	};
}

/** The nth invented person; no two have the same name and telephone. */
export function aPerson(chance: Chance, n: number): DemoPerson {
	const anonymous = n % UNNAMED_EVERY === 3;
	const { first, last } = nameOf(n);
	const number = String(n).padStart(3, '0');
	const birthYear = chance.between(1942, 2007);
	return {
		name: anonymous ? '' : `${first} ${last}`,
		phone: anonymous ? '' : `041 000 ${number}`,
		email: anonymous || chance.odds(0.5) ? '' : `oseba${number}@primer.invalid`,
		place: chance.pick(PLACES),
		birthYear: n % CHILD_EVERY === 0 ? 2012 : birthYear,
		sex: MEN.has(first) ? 'male' : 'female',
		anonymous,
	};
}

/** The nth invented person of the Czech centre. There are no Czech places in the product: where they live is not told. */
export function aCzechPerson(chance: Chance, n: number): DemoPerson {
	const anonymous = n % UNNAMED_EVERY === 3;
	const first = FIRST_NAMES_CS[n % FIRST_NAMES_CS.length]!;
	const sex = MEN_CS.has(first) ? 'male' : 'female';
	const [ofWomen, ofMen] = SURNAMES_CS[Math.floor(n / FIRST_NAMES_CS.length) % SURNAMES_CS.length]!;
	const number = String(n).padStart(3, '0');
	return {
		name: anonymous ? '' : `${first} ${sex === 'male' ? ofMen : ofWomen}`,
		phone: anonymous ? '' : `+420 000 000 ${number}`,
		email: anonymous || chance.odds(0.5) ? '' : `klient${number}@priklad.invalid`,
		place: '',
		birthYear: chance.between(1950, 2005),
		sex,
		anonymous,
	};
}
