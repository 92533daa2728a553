import { parseDay, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { blocksOf, type Block } from './markdown.server.ts';

/** What there is to read, in the order in which it is shown. */
export const READING = [
	'mental-distress',
	'relationships',
	'violence',
	'parenting',
	'grief',
	'addiction',
	'debts',
] as const;
type ReadingKey = (typeof READING)[number];

/** Where a text has something from: its name, and its address when it stands on the web. */
type Source = { readonly name: string; readonly address?: string };

/** A short text for somebody who has to live with something hard: what it is, what helps today, where to turn. */
type Reading = {
	readonly key: ReadingKey;
	readonly title: string;
	readonly summary: string;
	/** When somebody last read it through. */
	readonly reviewed: CalendarDay;
	readonly sources: readonly Source[];
	readonly blocks: readonly Block[];
};

const FILES = import.meta.glob<string>('/reading/*.md', { query: '?raw', import: 'default', eager: true });
const read = new Map<string, Reading>();

/** All texts in a language. */
export function allReading(language: Language): readonly Reading[] {
	return READING.map((key) => readingIn(key, language));
}

/** The text with this key; undefined when there is none. */
export function readingOf(key: string, language: Language): Reading | undefined {
	const known = READING.find((one) => one === key);
	return known && readingIn(known, language);
}

function readingIn(key: ReadingKey, language: Language): Reading {
	const name = `${key}.${language}`;
	const file = FILES[`/reading/${name}.md`];
	if (file === undefined) throw new Error(`There is no reading/${name}.md.`);
	const reading = read.get(name) ?? parseReading(key, file);
	read.set(name, reading);
	return reading;
}

/** Reads a file of `reading/`: what stands between the two lines of dashes, and the text below. Throws where it is not as it must be. */
export function parseReading(key: ReadingKey, file: string): Reading {
	const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file);
	if (!parts) throw new Error(`${key} does not begin with its title, between lines of dashes.`);
	const [, head, text] = parts as unknown as [string, string, string];
	const reviewed = parseDay(fieldOf(head, 'reviewed'));
	if (!reviewed) throw new Error(`${key} does not say on which day it was reviewed.`);
	return {
		key,
		title: fieldOf(head, 'title'),
		summary: fieldOf(head, 'summary'),
		reviewed,
		sources: sourcesIn(head),
		blocks: blocksOf(text),
	};
}

function fieldOf(head: string, name: string): string {
	const found = new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1]?.trim();
	if (!found) throw new Error(`A text lacks its ${name}.`);
	return found;
}

function sourcesIn(head: string): readonly Source[] {
	return [...head.matchAll(/^ {2}- (.+)$/gm)].map(([, line]) => {
		const [name, address] = line!.split(' | ') as [string, string?];
		if (address && !address.startsWith('https://')) throw new Error(`${address} is no address of a source.`);
		return { name, address };
	});
}
