import * as v from 'valibot';
import {
	choice,
	choices,
	day,
	number,
	optionalChoice,
	optionalNumber,
	optionalText,
	time,
} from '#lib/kernel/fields.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { ATTENDANCES, MINUTES_MAX, type Attendance } from '#lib/meetings/meeting.ts';
import { counsellingFields, counsellingIn, type Counselling } from '#lib/meetings/meeting-guide.ts';
import { promptItems, type Definition, type Mode } from '#lib/programmes/definition.ts';
import { readForm, type Typed } from '#lib/platform/form.ts';
import type { Result } from '#lib/kernel/result.ts';

// The form of a talk is made from the guide of its programme: `text-<prompt>`, `tick-<prompt>`, `minutes-<part>`.

/** A talk as its form says it. */
type TypedTalk = {
	readonly startedOn: CalendarDay;
	readonly startedAt: string;
	readonly minutes: number;
	readonly mode: Mode;
	readonly site: string | undefined;
	readonly onlineReason: string | undefined;
	readonly attendance: Attendance;
	readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly codes: Readonly<Record<string, readonly string[]>>;
	readonly partMinutes: Readonly<Record<string, number>>;
	readonly fields: readonly string[];
	readonly counselling: readonly Counselling[];
};

type Read = Record<string, string | string[] | number | undefined>;

/** Reads the form of a talk by the guide of its definition. */
export function readTalk(definition: Definition, typed: Typed): Result<TypedTalk> {
	const read = readForm(typed, talkSchema(definition));
	if (!read.ok) return read;
	const given = read.value as Read;
	const { parts } = definition.guide;
	const prompts = (kind: 'text' | 'tick') => (part: (typeof parts)[number]) =>
		part.prompts.filter((prompt) => (prompt.kind === 'text') === (kind === 'text'));
	const texts = parts.map(
		(part) =>
			[
				part.key,
				Object.fromEntries(prompts('text')(part).map(({ key }) => [key, given[`text-${key}`] as string])),
			] as const,
	);
	const codes = parts.flatMap(prompts('tick')).map(({ key }) => [key, given[`tick-${key}`] as string[]] as const);
	const minutes = parts.flatMap(({ key }) =>
		given[`minutes-${key}`] === undefined ? [] : [[key, given[`minutes-${key}`] as number] as const],
	);
	return {
		ok: true,
		value: {
			startedOn: given['startedOn'] as CalendarDay,
			startedAt: given['startedAt'] as string,
			minutes: given['minutes'] as number,
			mode: given['mode'] as Mode,
			site: given['site'] as string | undefined,
			onlineReason: given['onlineReason'] as string | undefined,
			attendance: given['attendance'] as Attendance,
			texts: Object.fromEntries(texts),
			codes: Object.fromEntries(codes),
			partMinutes: Object.fromEntries(minutes),
			fields: given['fields'] as string[],
			counselling: counsellingIn(definition, given),
		},
	};
}

function talkSchema(definition: Definition): v.GenericSchema<object> {
	const prompts = definition.guide.parts.flatMap((part) => part.prompts);
	const fields = prompts.map((prompt) => {
		const codes = (promptItems(definition, prompt) ?? []).map((item) => item.key);
		return prompt.kind === 'text' ? [`text-${prompt.key}`, optionalText()] : [`tick-${prompt.key}`, choices(codes)];
	});
	const minutes = definition.guide.parts.map((part) => [
		`minutes-${part.key}`,
		optionalNumber({ min: 0, max: MINUTES_MAX }, 'minutes-unreal'),
	]);
	return v.object({
		...whenAndHow(definition),
		fields: choices(definition.routedFields.map((one) => one.key)),
		...counsellingFields(definition),
		...(Object.fromEntries([...fields, ...minutes]) as Record<string, v.GenericSchema>),
	});
}

/** When a meeting was, how long, where and who came: the same fields for a talk and for a meeting of a case. */
function whenAndHow(definition: Definition) {
	return {
		startedOn: day(),
		startedAt: time(),
		minutes: number({ min: 0, max: MINUTES_MAX }, 'minutes-unreal'),
		mode: choice(definition.modes),
		site: optionalChoice(definition.sites.map((site) => site.key)),
		onlineReason: optionalChoice(definition.onlineReasons.map((one) => one.key)),
		attendance: choice(ATTENDANCES),
	};
}
