import * as v from 'valibot';
import { LANGUAGES } from '#lib/kernel/local-words.ts';
import type { AllWords, Form, Option, Question } from './instrument.ts';

// Reads a FHIR R4 Questionnaire: groups of choice questions, a short text for tables, their answers in contained value sets, other languages in the
// standard translation extension and in the designations of a value set, “why we ask” and the time asked about as display
// items. Whatever is not as it should be is said in a sentence that names the place.

const SHORT_TEXT = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText';
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';

const TEXT = v.pipe(v.string('is not a text'), v.trim(), v.minLength(1, 'is empty'));
const TRANSLATED = v.optional(
	v.object({
		extension: v.array(
			v.object({
				url: v.literal(TRANSLATION),
				extension: v.array(
					v.object({ url: v.string(), valueCode: v.optional(v.string()), valueString: v.optional(TEXT) }),
				),
			}),
		),
	}),
);
const DISPLAY = v.object({
	linkId: TEXT,
	type: v.literal('display'),
	text: TEXT,
	_text: TRANSLATED,
	extension: v.array(
		v.object({
			url: v.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'),
			valueCodeableConcept: v.object({
				coding: v.array(v.object({ system: TEXT, code: v.picklist(['help', 'inline']) })),
			}),
		}),
	),
});
const QUESTION = v.object({
	linkId: TEXT,
	extension: v.array(v.object({ url: TEXT, valueString: v.optional(TEXT), _valueString: TRANSLATED })),
	type: v.literal('choice'),
	text: TEXT,
	_text: TRANSLATED,
	repeats: v.optional(v.boolean()),
	answerValueSet: v.pipe(TEXT, v.startsWith('#', 'does not name a contained value set')),
	item: v.array(DISPLAY),
});
const GROUP = v.object({
	linkId: TEXT,
	type: v.literal('group'),
	text: TEXT,
	_text: TRANSLATED,
	item: v.pipe(v.array(QUESTION), v.minLength(1, 'has no question')),
});
const CONCEPT = v.object({
	code: v.pipe(TEXT, v.regex(/^[a-z][a-z0-9-]*$|^\d[a-z0-9-]*$/, 'is not a code')),
	display: TEXT,
	designation: v.array(v.object({ language: TEXT, value: TEXT })),
});
const VALUE_SET = v.object({
	resourceType: v.literal('ValueSet'),
	id: TEXT,
	compose: v.object({
		include: v.pipe(
			v.array(v.object({ concept: v.pipe(v.array(CONCEPT), v.minLength(2, 'has fewer than two answers')) })),
			v.length(1),
		),
	}),
});
const QUESTIONNAIRE = v.object({
	resourceType: v.literal('Questionnaire'),
	version: TEXT,
	language: v.literal('sl'),
	title: TEXT,
	_title: TRANSLATED,
	contained: v.array(VALUE_SET),
	item: v.pipe(v.array(GROUP), v.minLength(1, 'has no module')),
});
type Translated = v.InferOutput<typeof TRANSLATED>;

/** What was wrong with a file, in sentences. */
export type Faults = readonly string[];

/** Reads one Questionnaire resource, or says what is wrong with it. */
export function readQuestionnaire(json: unknown): { form: Form } | { faults: Faults } {
	const read = v.safeParse(QUESTIONNAIRE, json);
	if (!read.success) return { faults: faultsOf(read.issues) };
	const { version, title, _title, item, contained } = read.output;
	const faults: string[] = [];
	const lists = new Map(contained.map((set) => [set.id, optionsOf(set, faults)]));
	const words = (place: string, text: string, translated: Translated) => allWords(place, [text, translated], faults);
	const questions = item.flatMap((group) =>
		group.item.map((one) => questionOf(one, { module: group.linkId, lists, words, faults })),
	);
	const ids = [...item.map((group) => group.linkId), ...questions.map((one) => one.id)];
	for (const id of twice(ids)) faults.push(`The linkId "${id}" is there twice.`);
	const modules = item.map((group) => ({ id: group.linkId, title: words(group.linkId, group.text, group._text) }));
	const form = { version, title: words('title', title, _title), modules, questions };
	return faults.length > 0 ? { faults } : { form };
}

/** The sentences for what a schema refused: where it is, and what is wrong. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Faults {
	return issues.map((issue) => `${v.getDotPath(issue) ?? 'The file'}: ${issue.message}.`);
}

type Reading = {
	readonly module: string;
	readonly lists: ReadonlyMap<string, readonly Option[]>;
	readonly words: (place: string, text: string, translated: Translated) => AllWords;
	readonly faults: string[];
};

function questionOf(one: v.InferOutput<typeof QUESTION>, { module, lists, words, faults }: Reading): Question {
	const list = one.answerValueSet.slice(1);
	const options = lists.get(list);
	if (!options) faults.push(`${one.linkId}: there is no value set "${list}".`);
	const said = (control: 'help' | 'inline') => {
		const item = one.item.find((child) =>
			child.extension.some((extension) =>
				extension.valueCodeableConcept.coding.some((coding) => coding.code === control),
			),
		);
		return item && words(item.linkId, item.text, item._text);
	};
	const short = one.extension.find((extension) => extension.url === SHORT_TEXT);
	if (!short?.valueString) faults.push(`${one.linkId}: has no short text.`);
	const why = said('help');
	if (!why) faults.push(`${one.linkId}: does not say why it is asked.`);
	return {
		id: one.linkId,
		module,
		text: words(one.linkId, one.text, one._text),
		short: words(`${one.linkId}/short`, short?.valueString ?? one.text, short?._valueString),
		when: said('inline'),
		why: why ?? { sl: '', cs: '', en: '' },
		list,
		options: options ?? [],
		several: one.repeats ?? false,
	};
}

function optionsOf({ id, compose }: v.InferOutput<typeof VALUE_SET>, faults: string[]): readonly Option[] {
	const concepts = compose.include[0]!.concept;
	for (const code of twice(concepts.map((one) => one.code))) faults.push(`${id}: the answer "${code}" is there twice.`);
	return concepts.map(({ code, display, designation }) => {
		const words = Object.fromEntries([['sl', display], ...designation.map((one) => [one.language, one.value])]);
		return { code, words: complete(`${id}/${code}`, words, faults) };
	});
}

function allWords(place: string, [text, translated]: [string, Translated], faults: string[]): AllWords {
	const others = (translated?.extension ?? []).map(({ extension }) => [
		extension.find((one) => one.url === 'lang')?.valueCode ?? '',
		extension.find((one) => one.url === 'content')?.valueString ?? '',
	]);
	return complete(place, Object.fromEntries([['sl', text], ...others]), faults);
}

function complete(place: string, words: Record<string, string>, faults: string[]): AllWords {
	for (const language of LANGUAGES) if (!words[language]) faults.push(`${place}: has no words in "${language}".`);
	return { sl: words['sl'] ?? '', cs: words['cs'] ?? '', en: words['en'] ?? '' };
}

const twice = (all: readonly string[]) => [...new Set(all.filter((one, place) => all.indexOf(one) !== place))];
