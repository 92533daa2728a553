import type { Language } from '#lib/kernel/local-words.ts';
import type { Reading } from './reading-links.ts';

// What a questionnaire is, once its files have been read. The files themselves are data that a professional edits.

/** About whom it is filled in: about oneself, or about somebody close. */
export const VARIANTS = ['self', 'close'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Words in every language of the product. */
export type AllWords = Readonly<Record<Language, string>>;
type WordsByVariant = Readonly<Record<Variant, AllWords>>;

export type Option = { readonly code: string; readonly words: AllWords };
export type Question = {
	readonly id: string;
	readonly module: string;
	readonly text: AllWords;
	/** In a few words, for a table. */
	readonly short: AllWords;
	/** Which time it asks about. */
	readonly when: AllWords | undefined;
	readonly why: AllWords;
	/** The name of its list of answers, which the points go by. */
	readonly list: string;
	readonly options: readonly Option[];
	readonly several: boolean;
};
/** The questions as one variant puts them, in order. */
export type Form = {
	readonly version: string;
	readonly title: AllWords;
	readonly modules: readonly { readonly id: string; readonly title: AllWords }[];
	readonly questions: readonly Question[];
};

export type Band = {
	readonly level: string;
	/** The first and the last total of the band. */
	readonly from: number;
	readonly to: number;
	readonly meaning: WordsByVariant;
	readonly steps: readonly string[];
	readonly reading: readonly Reading[];
};
/** A scale has one part or several; with several, the part with the larger total decides. */
export type Scale = {
	readonly key: string;
	readonly title: AllWords;
	readonly parts: readonly { readonly key: string; readonly title: AllWords; readonly items: readonly string[] }[];
	readonly bands: readonly Band[];
};
/** What certain answers lead to besides the scales. */
export type Trigger = {
	readonly item: string;
	readonly codes: readonly string[];
	readonly steps: readonly string[];
	readonly reading: readonly Reading[];
};
/** Answers that put help first, whatever the totals. */
export type SafetyRule = Trigger & { readonly help: { readonly title: WordsByVariant; readonly text: WordsByVariant } };
export type NextStep = { readonly key: string; readonly title: WordsByVariant; readonly text: WordsByVariant };

export type Scoring = {
	readonly instrument: string;
	readonly version: string;
	readonly name: AllWords;
	readonly source: AllWords;
	/** How long it takes, minutes. */
	readonly minutes: number;
	/** Answers that say “I do not know”: they give no points and count as missing. */
	readonly unknownCodes: readonly string[];
	/** A scale of which one answer is missing is not scored. There is no other rule yet. */
	readonly missingRule: 'not-scorable';
	/** The points of each answer, by the list the answer is in. */
	readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** The levels, lowest first. */
	readonly levels: readonly { readonly key: string; readonly short: AllWords; readonly title: AllWords }[];
	/** The first sentence of a result by the highest level reached; `none` when no scale could be scored. */
	readonly headlines: Readonly<Record<string, WordsByVariant>>;
	readonly scales: readonly Scale[];
	readonly safety: readonly SafetyRule[];
	readonly also: readonly Trigger[];
	/** Steps that every result has. */
	readonly always: readonly string[];
	readonly steps: readonly NextStep[];
};

export type Instrument = { readonly forms: Readonly<Record<Variant, Form>>; readonly scoring: Scoring };
