import * as v from 'valibot';
import type { TypedTask } from '#lib/cases/agreed-task.ts';
import { choices, optionalNumber, optionalText } from '#lib/kernel/fields.ts';
import { ok, refuseFields, type FieldProblem, type Result } from '#lib/kernel/result.ts';
import { readForm, type Typed } from '#lib/platform/form.ts';
import { promptItems, type CounsellingKind, type Definition, type Phase } from '#lib/programmes/definition.ts';
import type { MeetingCodes, MeetingTexts } from './meeting.ts';

// What the form of a meeting asks by its programme, beyond when and how: the steps of the course, the prompts of the phase,
// counselling by kind, the options that were chosen, the agreed task. The guide is the record.

/** A kind of counselling that was given, with its words where there are any: why an escort, what "other" was. */
export type Counselling = { readonly kind: string; readonly words: string };

export type SaidAtMeeting = {
	/** By step of the course, what was worked on. */
	readonly steps: Readonly<Record<string, string>>;
	/** Steps that are done, for now: one may return to them. */
	readonly stepsDone: readonly string[];
	/** By prompt of the phase. */
	readonly texts: Readonly<Record<string, string>>;
	readonly codes: Readonly<Record<string, readonly string[]>>;
	readonly counselling: readonly Counselling[];
	readonly options: readonly string[];
	readonly task: TypedTask | undefined;
};

type Read = Readonly<Record<string, string | string[] | number | undefined>>;

/** Reads what the form of a meeting says beyond when and how, by its definition and the phase the case is in. */
export function readSaid(definition: Definition, phase: Phase | undefined, typed: Typed): Result<SaidAtMeeting> {
	const read = readForm(typed, saidSchema(definition, phase));
	if (!read.ok) return read;
	const given = read.value as Read;
	const text = (name: string) => (given[name] as string | undefined) ?? '';
	const codes = (name: string) => (given[name] as string[] | undefined) ?? [];
	const prompts = phase?.prompts ?? [];
	const basedOn = given['taskBasedOn'] as number | undefined;
	return ok({
		steps: Object.fromEntries(definition.course.map(({ key }) => [key, text(`course-${key}`)])),
		stepsDone: codes('course-done'),
		texts: Object.fromEntries(prompts.filter(isText).map(({ key }) => [key, text(`text-${key}`)])),
		codes: Object.fromEntries(prompts.filter((one) => !isText(one)).map(({ key }) => [key, codes(`tick-${key}`)])),
		counselling: counsellingIn(definition, given),
		options: codes('options'),
		task: basedOn === undefined ? undefined : { basedOn, words: text('task') },
	});
}

const isText = (prompt: { kind: string }) => prompt.kind === 'text';

function saidSchema(definition: Definition, phase: Phase | undefined): v.GenericSchema<object> {
	const course = definition.course.map(({ key }) => [`course-${key}`, optionalText()]);
	const prompts = (phase?.prompts ?? []).map((prompt) =>
		isText(prompt)
			? [`text-${prompt.key}`, optionalText()]
			: [`tick-${prompt.key}`, choices((promptItems(definition, prompt) ?? []).map((item) => item.key))],
	);
	const task: Record<string, v.GenericSchema> = definition.plan.agreedTask
		? { task: optionalText(), taskBasedOn: optionalNumber({ min: 0, max: 100_000 }) }
		: {};
	return v.object({
		...(Object.fromEntries([...course, ...prompts]) as Record<string, v.GenericSchema>),
		'course-done': choices(definition.course.map((one) => one.key)),
		...counsellingFields(definition),
		options: choices(definition.options.map((one) => one.key)),
		...task,
	});
}

/** The fields of counselling by kind: `counselling`, and `counselling-<kind>` for its words. */
export function counsellingFields({ counsellingKinds }: Definition): Record<string, v.GenericSchema> {
	const words = counsellingKinds.map(({ key }) => [`counselling-${key}`, optionalText()] as const);
	return { counselling: choices(counsellingKinds.map((one) => one.key)), ...Object.fromEntries(words) };
}

/** The kinds of counselling a form names; words without a tick name theirs too, so that nothing typed is lost. */
export function counsellingIn({ counsellingKinds }: Definition, given: Read): readonly Counselling[] {
	const ticked = given['counselling'] as readonly string[];
	return counsellingKinds
		.map(({ key }) => ({ kind: key, words: given[`counselling-${key}`] as string }))
		.filter(({ kind, words }) => ticked.includes(kind) || words !== '');
}

/** Decides whether counselling can be recorded as it was said: kinds of the programme, and none without the reason it needs (C7). The database refuses the same. */
export function checkCounselling({ counsellingKinds }: Definition, given: readonly Counselling[]): Result<undefined> {
	const problems = given.flatMap(({ kind, words }): FieldProblem[] => {
		const known = counsellingKinds.find((one) => one.key === kind);
		if (!known) return [{ field: 'counselling', problem: 'choose-some' }];
		return words === '' && needsWords(known)
			? [{ field: `counselling-${kind}`, problem: known.needsReason ? 'reason-missing' : 'write-something' }]
			: [];
	});
	return problems.length > 0 ? refuseFields(problems) : ok();
}

export const needsWords = (kind: CounsellingKind) => kind.needsReason || kind.needsWords === true;

/** Decides whether everything said at a meeting is of its programme. */
export function checkSaid(definition: Definition, said: SaidAtMeeting): Result<undefined> {
	const problems: FieldProblem[] = [];
	const known = (list: readonly { key: string }[], keys: readonly string[]) =>
		keys.every((key) => list.some((one) => one.key === key));
	if (!known(definition.course, [...Object.keys(said.steps), ...said.stepsDone]))
		problems.push({ field: 'course-done', problem: 'choose-some' });
	if (!known(definition.options, said.options)) problems.push({ field: 'options', problem: 'choose-some' });
	return problems.length > 0 ? refuseFields(problems) : checkCounselling(definition, said.counselling);
}

/** What was said as the record of the meeting holds it: sealed words by part, codes that can be counted. */
export function recordOf(said: SaidAtMeeting | undefined): { texts: MeetingTexts; codes: MeetingCodes } {
	if (!said) return { texts: {}, codes: {} };
	const worked = Object.keys(said.steps).filter((step) => said.steps[step] !== '' || said.stepsDone.includes(step));
	return {
		texts: { course: said.steps, phase: said.texts },
		codes: { ...said.codes, course: worked, 'course-done': said.stepsDone, options: said.options },
	};
}
