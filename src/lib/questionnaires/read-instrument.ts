import * as v from 'valibot';
import { faultsOf, readQuestionnaire, type Faults } from './read-questionnaire.ts';
import { VARIANTS, type Form, type Instrument, type Scale, type Scoring, type Trigger } from './instrument.ts';
import { READING } from './reading-links.ts';

// Reads the files of an instrument together: the questions of each variant and the scoring that belongs to them. One that
// contradicts the other is a fault, said in a sentence.

const TEXT = v.pipe(v.string('is not a text'), v.trim(), v.minLength(1, 'is empty'));
const WORDS = v.strictObject({ sl: TEXT, cs: TEXT, en: TEXT });
const BY_VARIANT = v.strictObject({ self: WORDS, close: WORDS });
const POINTS = v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(0, 'is below nothing'));
const LEADS_TO = { steps: v.array(TEXT), reading: v.array(v.picklist(READING, 'is not a text for reading')) };
const TRIGGER = { item: TEXT, codes: v.pipe(v.array(TEXT), v.minLength(1, 'names no answer')), ...LEADS_TO };
const HELP = v.strictObject({ title: BY_VARIANT, text: BY_VARIANT });
const SCALE = v.strictObject({
	key: TEXT,
	title: WORDS,
	parts: v.pipe(
		v.array(
			v.strictObject({ key: TEXT, title: WORDS, items: v.pipe(v.array(TEXT), v.minLength(1, 'has no question')) }),
		),
		v.minLength(1, 'has no part'),
	),
	bands: v.array(v.strictObject({ level: TEXT, from: POINTS, to: POINTS, meaning: BY_VARIANT, ...LEADS_TO })),
});
const SCORING = v.strictObject({
	instrument: TEXT,
	version: TEXT,
	name: WORDS,
	source: WORDS,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	unknownCodes: v.array(TEXT),
	missingRule: v.literal('not-scorable', 'is not a rule this product knows'),
	points: v.record(v.string(), v.record(v.string(), POINTS)),
	levels: v.pipe(v.array(v.strictObject({ key: TEXT, short: WORDS, title: WORDS })), v.minLength(2)),
	headlines: v.record(v.string(), BY_VARIANT),
	scales: v.pipe(v.array(SCALE), v.minLength(1, 'has no scale')),
	safety: v.array(v.strictObject({ ...TRIGGER, help: HELP })),
	also: v.array(v.strictObject(TRIGGER)),
	always: v.array(TEXT),
	steps: v.array(v.strictObject({ key: TEXT, title: BY_VARIANT, text: BY_VARIANT })),
});

/** The files of an instrument, as they were parsed. */
export type InstrumentFiles = { readonly self: unknown; readonly close: unknown; readonly scoring: unknown };

/** Reads an instrument, or says everything that is wrong with its files. */
export function readInstrument(files: InstrumentFiles): { instrument: Instrument } | { faults: Faults } {
	const forms = VARIANTS.map((variant) => readQuestionnaire(files[variant]));
	const scoring = v.safeParse(SCORING, files.scoring);
	const faults = [
		...forms.flatMap((read, place) => ('faults' in read ? read.faults.map((one) => `${VARIANTS[place]}: ${one}`) : [])),
		...(scoring.success ? [] : faultsOf(scoring.issues).map((one) => `scoring: ${one}`)),
	];
	const [self, close] = forms.map((read) => ('form' in read ? read.form : undefined));
	if (!self || !close || !scoring.success) return { faults };
	const instrument: Instrument = { forms: { self, close }, scoring: scoring.output };
	const together = contradictions(instrument);
	return together.length > 0 ? { faults: together } : { instrument };
}

function contradictions({ forms, scoring }: Instrument): Faults {
	return [
		...VARIANTS.filter((variant) => forms[variant].version !== scoring.version).map(
			(variant) => `${variant}: its version is not that of the scoring.`,
		),
		...variantFaults(forms, scoring),
		...scoring.scales.flatMap((scale) => scaleFaults(scale, forms.self, scoring)),
		...[...scoring.safety, ...scoring.also].flatMap((one) => triggerFaults(one, forms.self)),
		...nameFaults(scoring),
	];
}

/** Both variants ask the same, in the same order; only the second may add answers that say “I do not know”. */
function variantFaults({ self, close }: Instrument['forms'], scoring: Scoring): Faults {
	const ids = (form: Form) => form.questions.map((one) => `${one.id} (${one.list})`).join(', ');
	if (ids(self) !== ids(close)) return ['self and close do not ask the same questions in the same order.'];
	const codes = (form: Form, place: number) => form.questions[place]!.options.map((one) => one.code);
	return self.questions.flatMap((question, place) => {
		const known = (form: Form) => codes(form, place).filter((code) => !scoring.unknownCodes.includes(code));
		return known(self).join() === known(close).join()
			? []
			: [`${question.id}: its answers differ between self and close.`];
	});
}

function scaleFaults(scale: Scale, form: Form, scoring: Scoring): Faults {
	const items = scale.parts.flatMap((part) => part.items);
	const unknown = items.filter((id) => !form.questions.some((one) => one.id === id));
	if (unknown.length > 0) return unknown.map((id) => `${scale.key}: there is no question "${id}".`);
	const unscored = items.flatMap((id) => withoutPoints(id, form, scoring));
	if (unscored.length > 0) return unscored.map((one) => `${scale.key}: ${one} has no points.`);
	const max = maxOf(scale, form, scoring);
	const edges = scale.bands.map((band) => [band.from, band.to] as const);
	const begins = edges.every(([from], place) => from === (place === 0 ? 0 : edges[place - 1]![1] + 1));
	const ends = edges.every(([from, to]) => from <= to) && edges.at(-1)?.[1] === max;
	const levels = scoring.levels.map((level) => level.key).join();
	return [
		...(begins && ends ? [] : [`${scale.key}: its bands do not cover 0 to ${max} without gaps.`]),
		...(scale.bands.map((band) => band.level).join() === levels
			? []
			: [`${scale.key}: its bands are not the levels in order.`]),
	];
}

function withoutPoints(id: string, form: Form, scoring: Scoring): readonly string[] {
	const question = form.questions.find((one) => one.id === id)!;
	const codes = question.options.map((one) => one.code).filter((code) => !scoring.unknownCodes.includes(code));
	return codes
		.filter((code) => !Object.hasOwn(scoring.points[question.list] ?? {}, code))
		.map((code) => `${id}/${code}`);
}

/** The highest total a scale can reach. */
export function maxOf(scale: Scale, form: Form, scoring: Scoring): number {
	const most = (id: string) => {
		const list = form.questions.find((one) => one.id === id)?.list ?? '';
		return Math.max(0, ...Object.values(scoring.points[list] ?? {}));
	};
	return Math.max(...scale.parts.map((part) => part.items.reduce((sum, id) => sum + most(id), 0)));
}

function triggerFaults({ item, codes }: Trigger, form: Form): Faults {
	const question = form.questions.find((one) => one.id === item);
	if (!question) return [`There is no question "${item}" that could lead to anything.`];
	const unknown = codes.filter((code) => !question.options.some((one) => one.code === code));
	return unknown.map((code) => `${item}: there is no answer "${code}".`);
}

function nameFaults(scoring: Scoring): Faults {
	const named = [
		...scoring.always,
		...[...scoring.safety, ...scoring.also, ...scoring.scales.flatMap((scale) => scale.bands)].flatMap(
			(one) => one.steps,
		),
	];
	const steps = new Set(scoring.steps.map((step) => step.key));
	const levels = [...scoring.levels.map((level) => level.key), 'none'];
	return [
		...[...new Set(named)].filter((key) => !steps.has(key)).map((key) => `There is no step "${key}".`),
		...levels.filter((key) => !scoring.headlines[key]).map((key) => `There is no headline for "${key}".`),
	];
}
