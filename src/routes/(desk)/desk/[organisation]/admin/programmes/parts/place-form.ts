import * as v from 'valibot';
import {
	choice,
	choices,
	commandId,
	line,
	optionalChoice,
	optionalLine,
	optionalNumber,
	optionalText,
	tick,
} from '#lib/kernel/fields.ts';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import type { Typed } from '#lib/programmes/edit.ts';
import { fieldName } from '#lib/programmes/fault-place.ts';
import type { Place } from '#lib/programmes/draft.ts';
import { nameOf, saidBy, type Field } from '#lib/programmes/section.ts';

const WORDS_MAX = 2000;
const FIGURE_MAX = 100_000;
/** The lists of a definition whose rows a field may name by their keys. */
export type Named = Pick<Definition, 'services' | 'course'>;
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map((one) => one.key);
type Entries = Record<string, v.GenericSchema<unknown>>;

/** The form of a place: its fields as a browser sends them. What is missing is no problem of the form; a draft keeps it. */
export function placeSchema(place: Place, named: Named) {
	const fields = place.fields.flatMap((field) => Object.entries(entriesOf(field, named)));
	const entries: Entries = Object.fromEntries(fields);
	return v.intersect([
		v.object({ command: commandId(), seen: optionalLine(40), marked: tick(), hasGroup: tick() }),
		v.object(entries),
	]);
}

function entriesOf(field: Field, named: Named): Entries {
	const name = fieldName(field);
	if (field.kind === 'words') {
		const said = field.long ? optionalText(WORDS_MAX) : optionalLine(WORDS_MAX);
		return Object.fromEntries(LANGUAGES.map((code) => [fieldName(field, code), said]));
	}
	if (field.kind === 'one') return { [name]: field.empty ? optionalChoice(field.options) : choice(field.options) };
	if (field.kind === 'many') return { [name]: choices(field.options) };
	if (field.kind === 'keys') return { [name]: choices(keysOf(named[field.of])) };
	if (field.kind === 'key') return { [name]: optionalChoice(keysOf(named[field.of])) };
	if (field.kind === 'number') return { [name]: optionalNumber({ min: 0, max: FIGURE_MAX }) };
	if (field.kind === 'yes') return { [name]: tick() };
	return { [name]: field.kind === 'lines' ? optionalText(WORDS_MAX) : optionalLine(500) };
}

/** What was typed, by the paths of the fields. */
export function typedFields(place: Place, input: Readonly<Record<string, unknown>>): Typed {
	const values = place.fields.map((field) => [field.at, valueOf(field, input)] as const);
	const group = place.section.group && place.rows.length === 0 ? { group: input.hasGroup === true } : {};
	return { ...Object.fromEntries(values), ...group };
}

function valueOf(field: Field, input: Readonly<Record<string, unknown>>): unknown {
	if (field.kind === 'words') return Object.fromEntries(LANGUAGES.map((code) => [code, input[fieldName(field, code)]]));
	const value = input[fieldName(field)];
	if (field.kind === 'lines') return linesOf(String(value ?? ''));
	if (field.kind === 'yes') return saidBy(field, value === true);
	return field.kind === 'number' ? (value ?? null) : value;
}

/** The lines of a text that say something. */
export function linesOf(text: string): readonly string[] {
	return text
		.split('\n')
		.map((one) => one.trim())
		.filter((one) => one !== '');
}

/** Which list a form is about. One that is not there cannot come from our form, and then nothing is there. */
const knownList = ({ lists }: Place) =>
	v.pipe(
		v.optional(v.any(), ''),
		v.transform((given): string => lists.map(nameOf).find((name) => name === given) ?? ''),
	);

/** The form that adds rows to a list, one a line. */
export const linesSchema = (place: Place) =>
	v.object({
		command: commandId(),
		of: knownList(place),
		lines: optionalText(WORDS_MAX * 10),
	});

/** The form that moves a row or takes it away. */
export const rowSchema = (place: Place) =>
	v.object({
		command: commandId(),
		of: knownList(place),
		seen: line(40),
		row: line(80),
		to: choice(['up', 'down', 'away']),
	});
