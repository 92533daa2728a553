import * as v from 'valibot';

// What a definition is made of: codes, words in three languages, and lists of items that people choose from.

export const CODE = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
export const TEXT = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
export const WORDS = v.pipe(
	v.strictObject({ sl: v.optional(TEXT), cs: v.optional(TEXT), en: v.optional(TEXT) }),
	v.check((words) => Object.keys(words).length > 0, 'words-missing'),
);
export const MONTHS = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200));
/** As what a form of help is recorded: a meeting of a case, an event of a group, tutoring, or filled in by the person. */
export const RECORDED_AS = ['meeting', 'group-event', 'gathering', 'tutoring', 'questionnaire'] as const;
export type RecordedAs = (typeof RECORDED_AS)[number];
export const ITEM = v.strictObject({
	key: CODE,
	text: WORDS,
	hint: v.optional(WORDS),
});
const once = <Entry extends { readonly key: string }>(items: readonly Entry[]) =>
	new Set(items.map((item) => item.key)).size === items.length;
export const ITEMS = v.pipe(v.array(ITEM), v.check(once, 'key-twice'));
/** An item that may be of one kind of help alone; without that, of all. The desk offers what the engine runs. */
const ITEM_OF_HELP = v.strictObject({ ...ITEM.entries, belongsTo: v.optional(v.picklist(RECORDED_AS)) });
export const ITEMS_OF_HELP = v.pipe(v.array(ITEM_OF_HELP), v.check(once, 'key-twice'));
export const INDICATIONS = v.pipe(
	v.array(
		v.strictObject({
			...ITEM_OF_HELP.entries,
			/** How many members have to have put their distress into words; 1 without it. */
			membersMin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
		}),
	),
	v.check(once, 'key-twice'),
);
export const MEMBER_ROLES = v.pipe(
	v.array(
		v.strictObject({
			...ITEM.entries,
			/** False: they live with the family or have a say in it, and are asked for nothing themselves. */
			takesPart: v.optional(v.boolean()),
		}),
	),
	v.check(once, 'key-twice'),
);
