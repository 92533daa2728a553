import * as v from 'valibot';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';

/** The countries there are helplines of. */
export const COUNTRIES = ['si', 'cz'] as const;
export type Country = (typeof COUNTRIES)[number];

/** A number somebody can call at once, with its words in every language they were written in. */
export type HelplineEntry = {
	readonly country: Country;
	/** As it is written for the eye: `116 123`. */
	readonly number: string;
	/** For when a life is in danger. */
	readonly danger: boolean;
	readonly name: LocalWords;
	readonly hours: LocalWords;
};
/** One that an organisation added, changed for itself, or keeps off its own pages. */
export type OwnHelpline = HelplineEntry & { readonly id: Uuid; readonly shown: boolean };

/** The most lines an organisation may have of its own: who needs help must not have to read a telephone book. */
export const OWN_HELPLINES_MAX = 40;

/** A number as it is written for the eye, from what somebody typed; undefined when it cannot be dialled. */
export function helplineNumber(typed: string): string | undefined {
	const number = typed
		.replace(/[().\-/\s]+/g, ' ')
		.replace(/^\+ /, '+')
		.trim();
	return NUMBER.test(number) ? number : undefined;
}
const NUMBER = /^\+?\d[\d ]{1,19}$/;

/** Two ways to write one number are one number. */
export function dialled(number: string): string {
	return number.replaceAll(' ', '');
}

/**
 * The lines of a country as an organisation's pages show them: first those for a life in danger, then the organisation's in its
 * order, then what remains of the installation's. An own line stands in place of the installation's of that number. A line
 * for a life in danger is never missing, whatever an organisation keeps off its pages.
 */
export function linesOf(
	country: Country,
	from: { readonly installation: readonly HelplineEntry[]; readonly own: readonly OwnHelpline[] },
): readonly HelplineEntry[] {
	const own = from.own.filter((one) => one.country === country);
	const installation = from.installation.filter((one) => one.country === country);
	const vital = new Set(installation.filter((one) => one.danger).map((one) => dialled(one.number)));
	const shown = own
		.filter((one) => one.shown)
		.map(({ number, name, hours, danger }) => ({
			country,
			number,
			name,
			hours,
			danger: danger || vital.has(dialled(number)),
		}));
	const replaced = new Set(shown.map((one) => dialled(one.number)));
	const hidden = new Set(own.filter((one) => !one.shown).map((one) => dialled(one.number)));
	const rest = installation.filter(
		(one) => !replaced.has(dialled(one.number)) && (one.danger || !hidden.has(dialled(one.number))),
	);
	const all = [...rest.filter((one) => one.danger), ...shown, ...rest.filter((one) => !one.danger)];
	return [...all.filter((one) => one.danger), ...all.filter((one) => !one.danger)];
}

/** The ids in their new order, when one of them moves up or down; undefined where there is nowhere to move to. */
export function reordered(
	ids: readonly Uuid[],
	move: { readonly id: Uuid; readonly to: 'up' | 'down' },
): readonly Uuid[] | undefined {
	const from = ids.indexOf(move.id);
	const to = move.to === 'up' ? from - 1 : from + 1;
	if (from < 0 || to < 0 || to >= ids.length) return undefined;
	return ids.with(from, ids[to]!).with(to, ids[from]!);
}

const WORDS = v.pipe(
	v.strictObject({
		sl: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
		cs: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
		en: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
	}),
	v.check((words) => Object.keys(words).length > 0, 'words in at least one language'),
);
const LINES = v.pipe(
	v.array(
		v.strictObject({
			country: v.picklist(COUNTRIES),
			number: v.pipe(v.string(), v.regex(NUMBER, 'a number of digits and spaces')),
			danger: v.optional(v.boolean(), false),
			name: WORDS,
			hours: WORDS,
		}),
	),
	v.minLength(1),
	v.maxLength(200),
	v.check(
		(lines) => new Set(lines.map((one) => `${one.country} ${dialled(one.number)}`)).size === lines.length,
		'each number once in a country',
	),
	v.check(
		(lines) =>
			COUNTRIES.every((country) => {
				const there = lines.filter((one) => one.country === country);
				return there.length === 0 || there.some((one) => one.danger);
			}),
		'in each country a line for a life in danger',
	),
);

/** Reads the helplines of a file, with every fault found, as sentences. */
export function readHelplines(
	data: unknown,
): { readonly lines: readonly HelplineEntry[] } | { readonly faults: readonly string[] } {
	const read = v.safeParse(LINES, data);
	if (read.success) return { lines: read.output };
	return {
		faults: read.issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': ')),
	};
}
