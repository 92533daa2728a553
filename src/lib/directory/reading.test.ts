import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../kernel/local-words.ts';
import { ROUTES } from '../journal/routes.ts';
import { blocksOf, type Block, type Piece } from './markdown.server.ts';
import { allReading, parseReading, READING, readingOf } from './reading.server.ts';
import helplines from '../../../data/helplines.json' with { type: 'json' };

const FOLDER = new URL('../../../reading', import.meta.url).pathname;
/** Numbers that stand in the texts and are no helplines of every page: each was looked up where it comes from. */
const ONLY_IN_TEXTS = ['0801155', '0801200', '800350000'];

const wordsOf = (pieces: readonly Piece[]): string =>
	pieces.map((one) => (one.kind === 'words' ? one.text : wordsOf(one.pieces))).join('');
const linesOf = (block: Block): readonly (readonly Piece[])[] => (block.kind === 'list' ? block.items : [block.pieces]);
const linksIn = (pieces: readonly Piece[]): readonly { href: string; words: string }[] =>
	pieces.flatMap((one) => {
		if (one.kind === 'words') return [];
		const below = linksIn(one.pieces);
		return one.kind === 'link' ? [{ href: one.href, words: wordsOf(one.pieces) }, ...below] : below;
	});

describe.each(LANGUAGES)('the texts in %s', (language) => {
	test.each(READING)('%s says in 350 to 600 words what it is, what helps today, when and where to turn [A3]', (key) => {
		const { blocks, title, summary } = readingOf(key, language)!;
		const lines = blocks.flatMap(linesOf).map(wordsOf);
		const count = lines.join(' ').split(/\s+/).length;
		expect(count).toBeGreaterThanOrEqual(350);
		expect(count).toBeLessThanOrEqual(600);
		expect(blocks.filter((one) => one.kind === 'heading')).toHaveLength(4);
		expect(blocks.at(-1)!.kind === 'paragraph' || blocks.at(-1)!.kind === 'list').toBe(true);
		expect(title.length).toBeLessThan(40);
		expect(summary.length).toBeGreaterThan(40);
	});

	test('every telephone number is one we know, and rings where it says', () => {
		const known = [...helplines.map(({ number }) => number.replaceAll(' ', '')), ...ONLY_IN_TEXTS];
		for (const { key, blocks } of allReading(language)) {
			const calls = blocks
				.flatMap(linesOf)
				.flatMap(linksIn)
				.filter(({ href }) => href.startsWith('tel:'));
			expect(calls.length, key).toBeGreaterThan(1);
			for (const { href, words } of calls) {
				expect(words.replaceAll(' ', ''), key).toBe(href.slice(4));
				expect(known, key).toContain(href.slice(4));
			}
			// A number is never left as bare words that a phone cannot dial.
			const bare = blocks
				.flatMap(linesOf)
				.flatMap((pieces) => pieces.filter((one) => one.kind === 'words').map((one) => one.text));
			expect(bare.join(' '), key).not.toMatch(/\b\d{3} \d{2,3}\b/);
		}
	});

	test('every link leads to a page there is', () => {
		const pages = Object.keys(ROUTES).map((route) => route.replace(/\/\([a-z]+\)/g, '') || '/');
		for (const { key, blocks } of allReading(language))
			for (const { href } of blocks.flatMap(linesOf).flatMap(linksIn)) {
				if (href.startsWith('tel:')) continue;
				const page = href.startsWith('/reading/') ? '/reading/[text]' : href;
				expect(pages, `${key}: ${href}`).toContain(page);
				if (page !== href) expect(READING, key).toContain(href.slice('/reading/'.length));
			}
	});
});

test('there is a file for each text and language, and no other', () => {
	const wanted = READING.flatMap((key) => LANGUAGES.map((language) => `${key}.${language}.md`));
	expect(readdirSync(FOLDER).toSorted()).toEqual(wanted.toSorted());
});

test('what nobody wrote is not there', () => {
	expect(readingOf('nothing', 'sl')).toBeUndefined();
	expect(readingOf('__proto__', 'sl')).toBeUndefined();
	expect(readingOf('../grief', 'sl')).toBeUndefined();
});

describe('a text may be only words:', () => {
	test.each([
		['HTML in a line', 'Pokličite <b>zdaj</b>.'],
		['HTML of its own', '<div class="x">Tu.</div>'],
		['a script', '<script>alert(1)</script>'],
		['a comment', '<!-- skrito -->'],
		['a picture', '![Drevo](/tree.png)'],
		['a link that runs', '[Sem](javascript:alert)'],
		['a link to elsewhere', '[Sem](https://elsewhere.invalid)'],
		['a bare address', 'Glejte https://elsewhere.invalid.'],
		['code', 'Vpišite `rm`.'],
		['the title of the page', '# Naslov'],
		['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
		['a list in a list', '- ena\n  - dve'],
	])('%s is refused', (_, markdown) => {
		expect(() => blocksOf(markdown)).toThrow(/may not hold/);
	});

	test('words, weight, lists and links within the site are read', () => {
		expect(blocksOf('## Kaj\n\nTo je **zelo** [blizu](/calm).\n\n- ena\n- [112](tel:112)')).toEqual([
			{ kind: 'heading', pieces: [{ kind: 'words', text: 'Kaj' }] },
			{
				kind: 'paragraph',
				pieces: [
					{ kind: 'words', text: 'To je ' },
					{ kind: 'strong', pieces: [{ kind: 'words', text: 'zelo' }] },
					{ kind: 'words', text: ' ' },
					{ kind: 'link', href: '/calm', pieces: [{ kind: 'words', text: 'blizu' }] },
					{ kind: 'words', text: '.' },
				],
			},
			{
				kind: 'list',
				ordered: false,
				items: [
					[{ kind: 'words', text: 'ena' }],
					[{ kind: 'link', href: 'tel:112', pieces: [{ kind: 'words', text: '112' }] }],
				],
			},
		]);
	});
});

test.each([
	['its head', 'title: A'],
	['its day', '---\ntitle: A\nsummary: B\nreviewed: 2026-02-31\n---\nC'],
	['its summary', '---\ntitle: A\nreviewed: 2026-02-01\n---\nC'],
	['a true address', '---\ntitle: A\nsummary: B\nreviewed: 2026-02-01\nsources:\n  - X | http://x\n---\nC'],
])('a file that lacks %s is refused', (_, file) => {
	expect(() => parseReading('grief', file)).toThrow();
});
