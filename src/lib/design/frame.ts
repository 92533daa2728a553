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

/** The address that dials a number. */
export function dial(number: string): string {
	return `tel:${number.replace(/[^\d+]/g, '')}`;
}
