import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = Readonly<Record<string, string>>;
type Themes = { light: Colours; darkByBrowser: Colours; darkByHand: Colours };
type Pair = readonly [front: string, back: string];

const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8');

const GROUNDS = ['ground', 'surface', 'sunken', 'hover'];
const INKS = ['ink', 'ink-soft', 'accent', 'accent-strong', 'notice-ink', 'urgent', 'urgent-soft-ink', 'calm-ink'];
const EDGES = [
	'line-strong',
	'accent',
	'accent-line',
	'notice-line',
	'urgent',
	'calm-line',
	'data-1',
	'data-2',
	'focus',
];

/** Words and what they stand on: at least 4.5 to 1 (WCAG 1.4.3). */
const WORDS: readonly Pair[] = [
	...GROUNDS.flatMap((back) => INKS.map((front) => [front, back] as const)),
	['accent-ink', 'accent'],
	['accent-ink', 'accent-strong'],
	['urgent-ink', 'urgent'],
	['urgent-ink', 'urgent-soft-ink'],
	['exit-ink', 'exit'],
	['exit-ink', 'ink-soft'],
	['accent-soft-ink', 'accent-soft'],
	['accent', 'accent-soft'],
	['accent-strong', 'accent-soft'],
	['ink', 'accent-soft'],
	['ink-soft', 'accent-soft'],
	['calm-ink', 'calm-soft'],
	['notice-ink', 'notice-soft'],
	['urgent-soft-ink', 'urgent-soft'],
	['urgent', 'urgent-soft'],
];
/** Edges and drawings that must be seen: at least 3 to 1 (WCAG 1.4.11). */
const DRAWN: readonly Pair[] = ['ground', 'surface', 'sunken'].flatMap((back) =>
	EDGES.map((front) => [front, back] as const),
);

describe('the colours', () => {
	test('each word and each edge can be told from its ground, in light and in dark', () => {
		expect(tooFaint(themesOf(css))).toEqual([]);
	});

	test('148 pairs are looked at', () => {
		expect(2 * (WORDS.length + DRAWN.length)).toBe(148);
	});

	test('a pair that is too faint is found', () => {
		const faint = css.replace('--ink-soft: #5a564b', '--ink-soft: #9a968b');
		expect(tooFaint(themesOf(faint))).toContain('light: ink-soft on ground 2.62 < 4.5');
	});

	test('an edge that is too faint in the dark is found', () => {
		const faint = css.replaceAll('--line-strong: #868b82', '--line-strong: #454a46');
		expect(tooFaint(themesOf(faint)).filter((fault) => fault.startsWith('dark: line-strong'))).toHaveLength(3);
	});
});

describe('the two dark lists', () => {
	test('are equal, and name each colour that the light one names', () => {
		expect(unequal(themesOf(css))).toEqual([]);
	});

	test('a colour changed in one of them is found', () => {
		const last = css.lastIndexOf('--sky: #1d262b');
		const changed = `${css.slice(0, last)}--sky: #1d262c${css.slice(last + '--sky: #1d262b'.length)}`;
		expect(unequal(themesOf(changed))).toEqual(['sky']);
	});

	test('a colour that is missing in the dark is found', () => {
		expect(unequal(themesOf(css.replace('--exit: #33312a;', '--exit: #33312a; --new: #123456;')))).toEqual(['new']);
	});
});

/** The three lists of colours in the tokens, as written. Every value counts for equality; only `#rrggbb` has a contrast. */
function themesOf(text: string): Themes {
	return {
		light: listAfter(text, ':root, [data-theme="light"] {'),
		darkByBrowser: listAfter(text, ':root:not([data-theme="light"]) {'),
		darkByHand: listAfter(text, '\n  [data-theme="dark"] {'),
	};
}

function listAfter(text: string, opening: string): Colours {
	const start = text.indexOf(opening);
	if (start < 0) throw new Error(`the tokens have no ${opening.trim()}`);
	const block = text.slice(start + opening.length, text.indexOf('}', start));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value!.trim()]),
	);
}

function unequal({ light, darkByBrowser, darkByHand }: Themes): string[] {
	const names = new Set([light, darkByBrowser, darkByHand].flatMap((list) => Object.keys(list)));
	return [...names].filter((name) => darkByBrowser[name] === undefined || darkByBrowser[name] !== darkByHand[name]);
}

function tooFaint({ light, darkByBrowser }: Themes): string[] {
	const faults: string[] = [];
	for (const [theme, colours] of [
		['light', light],
		['dark', darkByBrowser],
	] as const)
		for (const [pairs, least] of [
			[WORDS, 4.5],
			[DRAWN, 3],
		] as const)
			for (const [front, back] of pairs) {
				const found = contrast(colours[front], colours[back]);
				if (!(found >= least)) faults.push(`${theme}: ${front} on ${back} ${found.toFixed(2)} < ${least}`);
			}
	return faults;
}

function contrast(front: string | undefined, back: string | undefined): number {
	const [dark, light] = [luminance(front), luminance(back)].sort((a, b) => a - b);
	return (light! + 0.05) / (dark! + 0.05);
}

/** Relative luminance as WCAG 2 defines it; not a number for what is no colour, which no pair passes. */
function luminance(colour = ''): number {
	if (!/^#[\da-f]{6}$/i.test(colour)) return Number.NaN;
	const [red, green, blue] = [1, 3, 5]
		.map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
