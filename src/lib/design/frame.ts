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
	readonly current?: boolean;
};

/** The address that dials a number. */
export function dial(number: string): string {
	return `tel:${number.replace(/[^\d+]/g, '')}`;
}
