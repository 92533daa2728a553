/** The languages the product speaks. A fourth is one file of messages and one line here. */
export const LANGUAGES = ['sl', 'cs', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words of a programme or an organisation: always in their first language, in others where somebody wrote them. */
export type LocalWords = { readonly [Code in Language]?: string };

/** Words in the language asked for, or in another one, and then which: the page says so. */
export type ChosenWords = { readonly text: string; readonly language: Language };

/** Chooses the wanted language, or else the first that has been written. */
export function choose(words: LocalWords, wanted: Language): ChosenWords {
	const language = [wanted, ...LANGUAGES].find((code) => words[code] !== undefined && words[code] !== '');
	return language ? { text: words[language]!, language } : { text: '', language: wanted };
}

/** Tells whether a text is the code of a language of ours. */
export function isLanguage(text: unknown): text is Language {
	return LANGUAGES.some((code) => code === text);
}
