import { IntlMessageFormat } from 'intl-messageformat';
import {
	LANGUAGES,
	choose,
	isLanguage,
	type ChosenWords,
	type Language,
	type LocalWords,
} from '#lib/kernel/local-words.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import cs from '../../../messages/cs.json' with { type: 'json' };
import en from '../../../messages/en.json' with { type: 'json' };
import sl from '../../../messages/sl.json' with { type: 'json' };

/** Every sentence of the interface has a key; the Slovenian catalogue names them all. */
export type MessageKey = keyof typeof sl;
export type MessageValues = Readonly<Record<string, string | number | Date>>;

const CATALOGUES: Readonly<Record<Language, Record<MessageKey, string>>> = {
	sl,
	cs: cs satisfies Record<MessageKey, string>,
	en: en satisfies Record<MessageKey, string>,
};
/** A part of a message that stands as it is, by the number its parser gives it. */
const LITERAL = 0;
const LOCALES: Readonly<Record<Language, string>> = { sl: 'sl-SI', cs: 'cs-CZ', en: 'en-GB' };

/** Everything a page needs to speak one language in one time zone. */
export type Words = {
	readonly language: Language;
	readonly timeZone: string;
	/** A sentence with its values filled in, plural and dual as the language has them. */
	t(key: MessageKey, values?: MessageValues): string;
	/** Words of a definition: in this language, or in the one they were written in. */
	local(words: LocalWords): ChosenWords;
	/** 22. 11. 2026 */
	day(day: CalendarDay | Date): string;
	/** nedelja, 22. november 2026 */
	longDay(day: CalendarDay | Date): string;
	/** 22. 11. */
	shortDay(day: CalendarDay | Date): string;
	/** 9.05 */
	time(moment: Date): string;
	number(figure: number): string;
	list(items: readonly string[]): string;
	/** Sorts texts as the language does. */
	compare(a: string, b: string): number;
};

type Say = (values?: MessageValues) => string;
const sayings: Readonly<Record<Language, Map<MessageKey, Say>>> = { sl: new Map(), cs: new Map(), en: new Map() };
const speakers = new Map<string, Words>();

/** The words of a language in a time zone. */
export function wordsIn(language: Language, timeZone = 'Europe/Ljubljana'): Words {
	const name = `${language}/${timeZone}`;
	const known = speakers.get(name);
	if (known) return known;
	const made = makeWords(language, timeZone);
	speakers.set(name, made);
	return made;
}

function makeWords(language: Language, timeZone: string): Words {
	const locale = LOCALES[language];
	const dates = (options: Intl.DateTimeFormatOptions) => {
		const ofMoment = new Intl.DateTimeFormat(locale, { ...options, timeZone });
		const ofDay = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
		return (day: CalendarDay | Date) =>
			unbroken(day instanceof Date ? ofMoment.format(day) : ofDay.format(new Date(`${day}T00:00:00Z`)));
	};
	const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
	const number = new Intl.NumberFormat(locale);
	const list = new Intl.ListFormat(locale, { type: 'conjunction' });
	const collator = new Intl.Collator(locale);
	return {
		language,
		timeZone,
		t: (key, values) => sayingOf(language, key)(values),
		local: (words) => choose(words, language),
		day: dates({ day: 'numeric', month: 'numeric', year: 'numeric' }),
		longDay: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
		shortDay: dates({ day: 'numeric', month: 'numeric' }),
		time: (moment) => (language === 'sl' ? time.format(moment).replace(':', '.') : time.format(moment)),
		number: (figure) => number.format(figure),
		list: (items) => list.format(items),
		compare: (a, b) => collator.compare(a, b),
	};
}

/** A date whose number stays with its month, and the month with its year, when the line ends there. */
function unbroken(date: string): string {
	return date.replace(/(\d\.) (?=\S)|(?<=\p{L}) (?=\d{4})/gu, '$1\u00a0');
}

function sayingOf(language: Language, key: MessageKey): Say {
	const known = sayings[language].get(key);
	if (known) return known;
	// Messages hold no markup: an angle bracket is an angle bracket.
	const format = new IntlMessageFormat(CATALOGUES[language][key], LOCALES[language], undefined, { ignoreTag: true });
	const say: Say = (values) => format.format(values) as string;
	// Most sentences have nothing to fill in: those are put together once.
	const asks = format.getAst().some((part) => part.type !== LITERAL);
	const text = asks ? '' : say();
	const made = asks ? say : () => text;
	sayings[language].set(key, made);
	return made;
}

/** Tells whether a text is the key of a message; for keys that are put together from codes. */
export function isMessageKey(text: string): text is MessageKey {
	return Object.hasOwn(sl, text);
}

/** The language a browser asks for first among ours; Slovenian when it asks for none of them. */
export function languageOfBrowser(header: string | null): Language {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => part.split(';q='))
		.map(([tag, weight]) => ({
			code: tag!.trim().slice(0, 2).toLowerCase(),
			weight: weight === undefined ? 1 : Number(weight),
		}))
		.filter(({ code, weight }) => weight > 0 && isLanguage(code))
		.sort((a, b) => b.weight - a.weight);
	return (wanted[0]?.code as Language | undefined) ?? LANGUAGES[0];
}
