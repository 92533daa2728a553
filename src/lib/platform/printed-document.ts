import type { ChosenWords, Language } from '../kernel/local-words.ts';

/** A document as it is laid out on paper: everything in it is words, whatever they look like. */
export type PrintedDocument = {
	readonly language: Language;
	readonly title: string;
	readonly organisation: { readonly name: string; readonly contact: readonly string[] };
	/** What it is about: a term and its words, line by line. */
	readonly about: readonly PrintedFact[];
	readonly sections: readonly PrintedSection[];
	/** Under each line for a signature. */
	readonly signatures: readonly string[];
	/** What whoever pays wants to read, word for word. */
	readonly statement: readonly ChosenWords[];
	readonly footer: string;
};
export type PrintedFact = readonly [term: string, words: string];
export type PrintedSection = { readonly title: string; readonly parts: readonly PrintedPart[] };
export type PrintedPart =
	| { readonly kind: 'text' | 'quote' | 'heading'; readonly text: string }
	| { readonly kind: 'facts'; readonly rows: readonly PrintedFact[] }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
