import * as v from 'valibot';
import { parseDay, parseTime, type CalendarDay } from './calendar-day.ts';
import { foldedWords } from './folding.ts';
import { isUuid, type Uuid } from './ids.ts';
import type { ProblemKey } from './problems.ts';

// The kinds of field a form can have. Each takes what a browser sends (a text, several, or nothing) and gives a value or a
// problem that has its sentence in every language. Nothing here writes or asks anybody.

/** How long a line may be, characters. */
export const LINE_MAX = 200;
/** How long a text may be, characters: some fifteen pages. */
export const TEXT_MAX = 20_000;

const problem = (key: ProblemKey) => key;
// Control characters but for tab and line breaks, and halves of surrogate pairs: nobody types them, and no page shows them.
const UNREADABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** Whether a text holds only what can be kept and shown. */
export const isReadable = (text: string) => !UNREADABLE.test(text);

const one = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), ''),
	v.transform((given) => (typeof given === 'string' ? given : (given.at(-1) ?? '')).replace(/\r\n?/g, '\n').trim()),
	v.check(isReadable, problem('cannot-be-read')),
);

/** A line that may be left empty. */
export const optionalLine = (max = LINE_MAX) =>
	v.pipe(
		one,
		v.transform((text) => text.replace(/\s+/g, ' ')),
		v.maxLength(max, problem('too-long')),
	);
/** A line that has to say something. */
export const line = (max = LINE_MAX) => v.pipe(optionalLine(max), v.minLength(1, problem('write-something')));
/** A text that may be left empty. */
export const optionalText = (max = TEXT_MAX) => v.pipe(one, v.maxLength(max, problem('too-long')));
/** A text that has to say something. */
export const text = (max = TEXT_MAX) => v.pipe(optionalText(max), v.minLength(1, problem('write-something')));

/** One of some codes. */
export const choice = <const Code extends string>(codes: readonly Code[]) =>
	v.pipe(
		one,
		v.check((code) => codes.includes(code as Code), problem('choose-one')),
		v.transform((code) => code as Code),
	);
/** One of some codes, or none. */
export const optionalChoice = <const Code extends string>(codes: readonly Code[]) =>
	v.pipe(
		one,
		v.check((code) => code === '' || codes.includes(code as Code), problem('choose-one')),
		v.transform((code) => (code === '' ? undefined : (code as Code))),
	);
/** Any number of some codes, each once. Codes that are not offered are a problem: they cannot come from our form. */
export const choices = <const Code extends string>(codes: readonly Code[]) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => [...new Set(typeof given === 'string' ? [given] : given)].filter((code) => code !== '')),
		v.check((given) => given.every((code) => codes.includes(code as Code)), problem('choose-some')),
		v.transform((given) => given as Code[]),
	);
/** Any number of ticked values, each once: codes of a definition, which the use case knows. */
export const ticked = () =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((given) => [...new Set(typeof given === 'string' ? [given] : given)].filter((code) => code !== '')),
	);
/** Any number of ticked ids, each once. What is no id cannot come from our form, and is left out. */
export const tickedIds = () =>
	v.pipe(
		ticked(),
		v.transform((given) => given.filter((one): one is Uuid => isUuid(one))),
	);
/** A box that is ticked or not. */
export const tick = () =>
	v.pipe(
		one,
		v.transform((given) => given !== ''),
	);

/** A day, as a date field sends it. */
export const day = () =>
	v.pipe(
		one,
		v.check((given) => parseDay(given) !== undefined, problem('day-unreal')),
		v.transform((given) => given as CalendarDay),
	);
/** A day, or none. */
export const optionalDay = () =>
	v.pipe(
		one,
		v.check((given) => given === '' || parseDay(given) !== undefined, problem('day-unreal')),
		v.transform((given) => (given === '' ? undefined : (given as CalendarDay))),
	);
/** A time of day, `HH:MM`. */
export const time = () =>
	v.pipe(
		one,
		v.check((given) => parseTime(given) !== undefined, problem('time-unreal')),
		v.transform((given) => parseTime(given)!),
	);

/** A whole number within bounds, or none. */
export const optionalNumber = (bounds: { min: number; max: number }, key: ProblemKey = 'number-unreal') =>
	v.pipe(
		one,
		v.check(
			(given) =>
				given === '' || (/^\d{1,9}$/.test(given) && Number(given) >= bounds.min && Number(given) <= bounds.max),
			problem(key),
		),
		v.transform((given) => (given === '' ? undefined : Number(given))),
	);
/** A whole number within bounds. */
export const number = (bounds: { min: number; max: number }, key: ProblemKey = 'number-unreal') =>
	v.pipe(
		optionalNumber(bounds, key),
		v.check((given) => given !== undefined, problem(key)),
		v.transform((given) => given!),
	);

/** An e-mail address, or none. Only its shape is looked at. */
export const optionalEmail = () =>
	v.pipe(
		optionalLine(),
		v.check((given) => given === '' || isEmail(given), problem('email-unreal')),
	);
/** An e-mail address. */
export const email = () => v.pipe(line(), v.check(isEmail, problem('email-unreal')));
/** A telephone number, or none: at least six digits, as people write them. */
export const optionalPhone = () =>
	v.pipe(
		optionalLine(40),
		v.check((given) => given === '' || isPhone(given), problem('phone-unreal')),
	);

/** The id a form carries, so that sending it twice does things once. */
export const commandId = () =>
	v.pipe(
		one,
		v.check((given: string) => isUuid(given), problem('cannot-be-read')),
		v.transform((given) => given as Uuid),
	);
/** An id of ours. */
export const id = commandId;
/** An id of ours, or none. */
export const optionalId = () =>
	v.pipe(
		one,
		v.check((given) => given === '' || isUuid(given), problem('choose-one')),
		v.transform((given) => (given === '' ? undefined : (given as Uuid))),
	);
/** An id of ours that has to be chosen. */
export const chosenId = () =>
	v.pipe(
		optionalId(),
		v.check((given) => given !== undefined, problem('choose-one')),
		v.transform((given) => given!),
	);
/** Whatever was typed, unlooked at: a password. */
export const secret = (max = LINE_MAX) =>
	v.pipe(
		v.optional(v.string(problem('cannot-be-read')), ''),
		v.maxLength(max, problem('too-long')),
		v.minLength(1, problem('write-something')),
	);

function isEmail(given: string): boolean {
	return /^[^\s@<>(),;:"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(given);
}

function isPhone(given: string): boolean {
	return (
		/^\+?[\d\s()./-]+$/.test(given) && given.replace(/\D/g, '').length >= 6 && given.replace(/\D/g, '').length <= 15
	);
}

/** A part of an address made of a name: `Center Vzorec` becomes `center-vzorec`. */
export const slug = () =>
	v.pipe(
		line(60),
		v.transform((text) => foldedWords(text).join('-')),
		v.regex(/^[a-z0-9][a-z0-9-]{1,59}$/, problem('slug-unreal')),
	);
