import type { Uuid } from '#lib/kernel/ids.ts';
import type { Definition, Item, Option } from '#lib/programmes/definition.ts';
import type { Meeting } from './meeting.ts';

/** A step of the course as far as it has come: where it was worked on, and since when it is done. */
export type StepOfCourse = {
	readonly step: Item;
	/** The latest first. */
	readonly entries: readonly { readonly meetingId: Uuid; readonly at: Date; readonly words: string }[];
	readonly doneAt: Date | null;
	/** It was worked on again after it was done. */
	readonly returnedTo: boolean;
};

/** How far the course of a case has come, step by step, from what was recorded at its talks and meetings (C2). */
export function courseOf(definition: Definition, meetings: readonly Meeting[]): readonly StepOfCourse[] {
	const held = meetings
		.filter((meeting) => !meeting.voidedAt)
		.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
	return definition.course.map((step) => {
		const entries = held.flatMap((meeting) => {
			const words = wordsAt(definition, meeting, step.key);
			const worked = words !== '' || (meeting.codes['course'] ?? []).includes(step.key);
			return worked ? [{ meetingId: meeting.id, at: meeting.startedAt, words }] : [];
		});
		const doneAt = held.find((meeting) => meeting.codes['course-done']?.includes(step.key))?.startedAt ?? null;
		const returnedTo = doneAt !== null && entries.some((entry) => entry.at > doneAt);
		return { step, entries, doneAt, returnedTo };
	});
}

/** What was said of a step: in the form of a meeting, or at the prompts of a talk that belong to it. */
function wordsAt(definition: Definition, meeting: Meeting, step: string): string {
	const asked = definition.guide.parts.flatMap((part) =>
		part.prompts.filter((prompt) => prompt.step === step).map((prompt) => meeting.texts[part.key]?.[prompt.key] ?? ''),
	);
	return [...asked, meeting.texts['course']?.[step] ?? ''].filter((words) => words !== '').join('\n\n');
}

/** What a talk said that becomes something of the case: the latest word on it, and where it was said. */
export function saidThatBecomes(
	definition: Definition,
	talks: readonly Meeting[],
	what: 'agreed-task' | 'own-plan',
): { readonly words: string; readonly talk: Meeting } | undefined {
	const places = definition.guide.parts.flatMap((part) =>
		part.prompts.filter((prompt) => prompt.becomes === what).map((prompt) => ({ part: part.key, prompt: prompt.key })),
	);
	const latestFirst = talks
		.filter((talk) => !talk.voidedAt)
		.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
	for (const talk of latestFirst) {
		const said = places.map(({ part, prompt }) => talk.texts[part]?.[prompt] ?? '').filter((words) => words !== '');
		if (said.length > 0) return { words: said.join('\n\n'), talk };
	}
	return undefined;
}

/** An option that the person chose, and when: the first time it was. */
type ChosenOption = { readonly option: Option; readonly at: Date; readonly meetingId: Uuid };

/** The options of help that the person chose, in their talks and meetings, with what they ask and bring (P18). */
export function chosenOptions(definition: Definition, meetings: readonly Meeting[]): readonly ChosenOption[] {
	const prompts = definition.guide.parts
		.flatMap((part) => part.prompts)
		.filter((prompt) => prompt.kind === 'options')
		.map((prompt) => prompt.key);
	const fields = [...new Set(['options', ...prompts])];
	const earliestFirst = meetings
		.filter((meeting) => !meeting.voidedAt)
		.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
	return definition.options.flatMap((option) => {
		const first = earliestFirst.find((meeting) => fields.some((field) => meeting.codes[field]?.includes(option.key)));
		return first ? [{ option, at: first.startedAt, meetingId: first.id }] : [];
	});
}

/** How often each kind of counselling was given, in the order of the definition; kinds that were not given are left out. */
export function counsellingGiven(
	definition: Pick<Definition, 'counsellingKinds'>,
	meetings: readonly Pick<Meeting, 'counselling' | 'voidedAt'>[],
): readonly { readonly kind: Item; readonly times: number }[] {
	const given = meetings.filter((one) => !one.voidedAt).flatMap((one) => one.counselling.map(({ kind }) => kind));
	return definition.counsellingKinds
		.map((kind) => ({ kind, times: given.filter((one) => one === kind.key).length }))
		.filter(({ times }) => times > 0);
}
