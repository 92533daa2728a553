import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords, phoneDigits, prefixes, withOneLeftOut } from './folding.ts';

const letters = fc.constantFrom(...'abcčćdďđeéěfghijklmnňoópqrřsštťuúůvwxyýzž');
const words = fc.string({ unit: letters, minLength: 1, maxLength: 15 });

describe('folding for search', () => {
	test.each([
		['Čučnik', ['cucnik']],
		['Žiga Škrjanc', ['ziga', 'skrjanc']],
		['Růžena Dvořáková', ['ruzena', 'dvorakova']],
		['Ďurica Ťažký Ňorek', ['durica', 'tazky', 'norek']],
		['Đorđe Łukasz Weiß', ['dorde', 'lukasz', 'weiss']],
		['Vida Zgledna-Hribar', ['vida', 'zgledna', 'hribar']],
		['  ', []],
	])('“%s” folds to %j', (name, folded) => {
		expect(foldedWords(name)).toEqual(folded);
	});

	test('folds what is folded to itself, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const once = foldedWords(text);
				expect(foldedWords(once.join(' '))).toEqual(once);
			}),
			{ numRuns: 1000 },
		);
	});

	test('is the same for upper and lower case, and however the marks are written', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 4 }), (some) => {
				const name = some.join(' ');
				const folded = foldedWords(name);
				expect(folded).toHaveLength(some.length);
				expect(foldedWords(name.toUpperCase())).toEqual(folded);
				expect(foldedWords(name.normalize('NFD'))).toEqual(folded);
				expect(folded.join('')).toMatch(/^[a-z]*$/);
			}),
		);
	});
});

test('a word begins with each of its beginnings, and the longest is as long as asked', () => {
	fc.assert(
		fc.property(words, fc.integer({ min: 1, max: 20 }), (word, longest) => {
			const found = prefixes(word, longest);
			expect(found.every((one) => word.startsWith(one))).toBe(true);
			expect(found.map((one) => one.length)).toEqual(
				Array.from({ length: Math.min(longest, word.length) }, (_, i) => i + 1),
			);
		}),
	);
});

describe('two words that differ by one typing error share a form', () => {
	const long = fc.string({ unit: letters, minLength: 5, maxLength: 12 });
	const share = (a: string, b: string) => withOneLeftOut(a).some((form) => withOneLeftOut(b).includes(form));

	test('a letter mistyped', () => {
		fc.assert(
			fc.property(long, fc.nat(11), letters, (word, at, letter) => {
				expect(share(word, [...word].with(at % word.length, letter).join(''))).toBe(true);
			}),
		);
	});

	test('a letter forgotten', () => {
		fc.assert(
			fc.property(long, fc.nat(11), (word, at) => {
				expect(share(word, [...word].toSpliced(at % word.length, 1).join(''))).toBe(true);
			}),
		);
	});

	test('short words are only themselves: every one of them would be like every other', () => {
		expect(withOneLeftOut('ana')).toEqual(['ana']);
		expect(share('ana', 'iva')).toBe(false);
	});
});

describe('a telephone number', () => {
	test.each(['041 123 456', '041/123-456', '+386 41 123 456', '00386 41 123 456', '(041) 123.456', '41 123 456'])(
		'%s is one number, however it is written',
		(typed) => {
			expect(phoneDigits(typed, '386')).toBe('38641123456');
		},
	);

	test.each(['12345', '1234567890123456', 'pokličite sestro', '+', '', '041 123 45x'])('“%s” is none', (typed) => {
		expect(phoneDigits(typed, '386')).toBeUndefined();
	});
});
