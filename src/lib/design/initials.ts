/** The letters that stand for a person who has no picture: of the first and of the last name. */
export function initialsOf(name: string): string {
	const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
	const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
	return ends.join('').toUpperCase() || '–';
}
