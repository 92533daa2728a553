import { foldedWords } from '#lib/kernel/folding.ts';

/** The number of a case, as it was typed: `2026-0418`, `2026/418`, or only `418`, which is of this year. */
export function caseNumberIn(query: string, year: string): string | undefined {
	const [, typedYear = year, number] = /^(?:(\d{4})\s?[-/ ]\s?)?0*(\d{1,6})$/.exec(query.trim()) ?? [];
	return number && `${typedYear}-${number.padStart(4, '0')}`;
}

/** Whether a text has, for each word looked for, one that begins with it; letters as they are spoken, without their marks. */
export function hasWords(text: string, query: string): boolean {
	const words = foldedWords(text);
	return foldedWords(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}
