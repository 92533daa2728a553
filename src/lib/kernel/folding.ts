// Letters that lose nothing by NFD and still are one letter to whoever searches for a name.
const SAME: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', ø: 'o', ð: 'd', þ: 'th', ı: 'i' };

/** Folds a text for search: lower case, without diacritics, words of letters and digits. */
export function foldedWords(text: string): readonly string[] {
	const plain = text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đłßæøðþı]/g, (letter) => SAME[letter] ?? letter);
	return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The beginnings of a word, from its first letter to the whole. */
export function prefixes(word: string, longest = 12): readonly string[] {
	const letters = [...word].slice(0, longest);
	return letters.map((_, i) => letters.slice(0, i + 1).join(''));
}

/** The word with each single letter left out, and whole: two words that share one of these differ by one typing error. */
export function withOneLeftOut(word: string): readonly string[] {
	const letters = [...word];
	if (letters.length < 4) return [word];
	return [...new Set([word, ...letters.map((_, i) => letters.toSpliced(i, 1).join(''))])];
}

/** A telephone number as its digits with the country's prefix: `041 123 456` and `+386 41 123 456` are one number. Undefined when it cannot be one. */
export function phoneDigits(typed: string, countryPrefix: string): string | undefined {
	const digits = typed.replace(/[\s()./-]/g, '');
	if (!/^(\+|00)?\d{6,15}$/.test(digits)) return undefined;
	if (digits.startsWith('+')) return digits.slice(1);
	if (digits.startsWith('00')) return digits.slice(2);
	return digits.startsWith('0') ? countryPrefix + digits.slice(1) : countryPrefix + digits;
}
