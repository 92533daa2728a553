import type { IconName } from './icons.ts';

/** A number a person can call now. */
export type Helpline = {
	/** As it is written for the eye: `116 123`. */
	readonly number: string;
	readonly name: string;
	readonly hours: string;
	/** The number for when a life is in danger: the only one that may be red. */
	readonly danger?: boolean;
};

export type PlainLink = { readonly href: string; readonly label: string };

/** One entry of the desk's menu. */
export type NavItem = PlainLink & {
	readonly icon: IconName;
	readonly count?: number;
	readonly current?: Current;
};

/** The mark of an entry of the desk's menu: `page` on its own page, `true` on one below it. */
type Current = 'page' | 'true' | undefined;

/**
 * How the menu marks an entry. A page that stands below no entry by its address says `under` which it belongs: an export
 * of cases stands under the cases.
 */
export function currentAt(href: string, at: { home: string; path: string; under?: string | undefined }): Current {
	if (at.path === href) return 'page';
	if (href === at.home) return undefined;
	const place = at.under ? `${at.home}/${at.under}/` : at.path;
	return place.startsWith(`${href}/`) ? 'true' : undefined;
}

/** A text in which no telephone number is broken in two between two lines; a link that dials is kept whole by its style. */
export function unbroken(text: string): string {
	return text.replace(/(?<=[\d)]) (?=[\d(])/g, '\u00a0');
}

/** The address that dials a number. A nought in brackets after the number of a country is not dialled from abroad, nor with it. */
export function dial(number: string): string {
	return `tel:${number.replace(/^((?:\+|00).*?)\(0\)/, '$1').replace(/[^\d+]/g, '')}`;
}

/** Addresses of mail; they stand first, since they can begin with a number. */
const MAIL = String.raw`(?<![\p{L}\p{N}@])[^\s@,;:/<>()]+@[^\s@,;:/<>()?]+\.\p{L}{2,}`;
/** A digit with what may stand before it. */
const DIGIT = String.raw`[ \u00a0/-]?\d`;
const ABROAD = String.raw`(?:\+|00)`;
/** Numbers of Slovenia, of Czechia, and of anywhere with the number of the country, each as long as it has to be: two numbers, hours, days and accounts are none. */
const NUMBERS = [
	String.raw`(?:${ABROAD}386[ \u00a0/-]?(?:\(0\) ?)?|0)\d(?:${DIGIT}){7}(?!\d)`,
	String.raw`\(0\d\) ?\d(?:${DIGIT}){6}(?!\d)`,
	String.raw`\(0\d\d\) ?\d(?:${DIGIT}){5}(?!\d)`,
	String.raw`(?:${ABROAD}420[ \u00a0]?\d{3}[ \u00a0]?|\d{3}[ \u00a0])\d{3}[ \u00a0]?\d{3}(?!\d)`,
	String.raw`${ABROAD}[1-9](?:[ \u00a0]?\d){7,13}(?!${DIGIT})`,
].join('|');
const NUMBER = String.raw`(?<![\p{L}\d.,/-])(?:${NUMBERS})(?!@)`;
const REACHED = new RegExp(`${MAIL}|${NUMBER}`, 'gu');

/** What somebody wrote about how a person is reached, in pieces: numbers and addresses of mail with what dials or writes to them. */
export function reachPieces(written: string): readonly { readonly text: string; readonly href?: string }[] {
	const pieces: { text: string; href?: string }[] = [];
	let from = 0;
	for (const found of written.matchAll(REACHED)) {
		const [text] = found;
		if (found.index > from) pieces.push({ text: written.slice(from, found.index) });
		pieces.push(text.includes('@') ? { text, href: `mailto:${text}` } : { text: unbroken(text), href: dial(text) });
		from = found.index + text.length;
	}
	return from < written.length ? [...pieces, { text: written.slice(from) }] : pieces;
}
