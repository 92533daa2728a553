import type { LocalWords } from '#lib/kernel/local-words.ts';
import type { Meeting } from '#lib/meetings/meeting.ts';
import { promptItems, type Definition } from '#lib/programmes/definition.ts';

/** Something that was said or ticked at a meeting: by what it was asked, in words, or as items of a list. */
type Said = { readonly asked: LocalWords; readonly words: string; readonly items: readonly LocalWords[] };
export type SaidPart = {
	readonly part: 'course' | 'phase' | 'counselling' | 'options';
	readonly said: readonly Said[];
};

/** What the form of a meeting recorded beyond when and how, part by part; parts of which nothing was said are left out. */
export function partsOf(definition: Definition, meeting: Meeting): readonly SaidPart[] {
	const parts: SaidPart[] = [
		{ part: 'course', said: courseSaid(definition, meeting) },
		{ part: 'phase', said: phaseSaid(definition, meeting) },
		{ part: 'counselling', said: counsellingSaid(definition, meeting) },
		{ part: 'options', said: meeting.kind === 'talk' ? [] : optionsSaid(definition, meeting) },
	];
	return parts.filter((one) => one.said.length > 0);
}

const only = (asked: LocalWords, words = '', items: readonly LocalWords[] = []): Said => ({ asked, words, items });

function courseSaid({ course }: Definition, { texts, codes }: Meeting): readonly Said[] {
	return course
		.filter((step) => codes['course']?.includes(step.key))
		.map((step) => only(step.text, texts['course']?.[step.key] ?? ''));
}

function phaseSaid(definition: Definition, { kind, texts, codes }: Meeting): readonly Said[] {
	const prompts = (definition.phases ?? []).flatMap((phase) => phase.prompts);
	return prompts.flatMap((prompt) => {
		const words = texts['phase']?.[prompt.key] ?? '';
		const ticked = prompt.kind === 'text' || kind === 'talk' ? [] : (codes[prompt.key] ?? []);
		const items = (promptItems(definition, prompt) ?? []).filter((item) => ticked.includes(item.key));
		return words === '' && items.length === 0
			? []
			: [
					only(
						prompt.label,
						words,
						items.map((item) => item.text),
					),
				];
	});
}

function counsellingSaid({ counsellingKinds }: Definition, { counselling }: Meeting): readonly Said[] {
	return counsellingKinds.flatMap((kind) =>
		counselling.filter((one) => one.kind === kind.key).map((one) => only(kind.text, one.words)),
	);
}

function optionsSaid({ options }: Definition, { codes }: Meeting): readonly Said[] {
	return options.filter((one) => codes['options']?.includes(one.key)).map((one) => only(one.title));
}
