import * as v from 'valibot';
import { CODE, ITEM, ITEMS, TEXT, WORDS } from './definition-words.ts';

// The parts a definition is made of, from a code to a guide. What is made of them stands in definition.ts.

const PROMPT = v.strictObject({
	/** A key that begins with `own-view` marks the person's own view of what is hard: it opens the case's record (B20). */
	key: CODE,
	/** What the worker may say aloud. */
	say: v.optional(WORDS),
	label: WORDS,
	hint: v.optional(WORDS),
	/** A text, ticks from the prompt's own list or one of the definition's, or the table of options. */
	kind: v.picklist(['text', 'ticks', 'options']),
	list: v.optional(v.picklist(['reasons', 'contents', 'outcomes', 'services', 'own'])),
	items: v.optional(ITEMS),
	/** What the person already told with their request stands beside it. */
	alreadyTold: v.optional(v.boolean()),
});

const TALK_PROMPT = v.strictObject({
	...PROMPT.entries,
	/** The step of the course that is worked on by it: what is said here is part of that step's record. */
	step: v.optional(CODE),
	/** Nothing is typed twice: what is said here begins the agreed task, or the client's own plan, when a case is opened. */
	becomes: v.optional(v.picklist(['agreed-task', 'own-plan'])),
});

export const GUIDE = v.strictObject({
	key: CODE,
	title: WORDS,
	/** How long it usually takes, minutes: an average shown beside the minutes, never a limit. */
	usualMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480))),
	parts: v.pipe(
		v.array(v.strictObject({ key: CODE, title: WORDS, about: v.optional(WORDS), prompts: v.array(TALK_PROMPT) })),
		v.minLength(1),
	),
});

export const OPTION = v.strictObject({
	key: CODE,
	group: v.picklist(['service', 'benefit', 'public-authority', 'outside']),
	title: WORDS,
	condition: WORDS,
	obligation: WORDS,
});

export const SITE = v.strictObject({
	key: CODE,
	kind: v.picklist(['office', 'online', 'field']),
	title: WORDS,
	address: v.nullable(TEXT),
	/** The settlement as the register of settlements has it, for distances; null where there is none. */
	settlement: v.nullable(TEXT),
	municipality: v.nullable(TEXT),
	phones: v.array(TEXT),
	hours: v.nullable(WORDS),
	link: v.nullable(TEXT),
});

export const CONTACT = v.strictObject({
	role: WORDS,
	name: v.nullable(TEXT),
	phone: v.nullable(TEXT),
	email: v.nullable(TEXT),
});

export const PLAN = v.strictObject({
	title: WORDS,
	/** Goals in the person's own words, or from the definition's list, or both. */
	goals: v.picklist(['own', 'listed', 'both']),
	/** One that is set only if the situation requires it asks what requires it. */
	listed: v.array(v.strictObject({ ...ITEM.entries, ifRequired: v.optional(v.boolean()) })),
	/** Capabilities a goal serves: each goal says which. */
	capabilities: ITEMS,
	/** A task agreed with the client comes before the plan. */
	agreedTask: v.boolean(),
	/** Whose plan it is. */
	madeBy: v.picklist(['together', 'client']),
});

/** A part of a case's course that begins on a day, with what is recorded at each meeting from then on. */
export const PHASE = v.strictObject({ ...ITEM.entries, prompts: v.array(PROMPT) });

export const COUNSELLING_KIND = v.strictObject({
	...ITEM.entries,
	/** Given in isolated cases: not without the reason why. */
	needsReason: v.boolean(),
	/** An open kind, which has to be said in words. */
	needsWords: v.optional(v.boolean()),
});
