import type { Field, List } from './section.ts';

// What the sections of the editor are made of: kinds of field, items, and the prompts of a talk and of a phase.

const MODES = ['phone', 'office', 'home', 'online'];
export const words = (at: string, more: { long?: true; empty?: 'left-out' | 'null'; label?: string } = {}): Field => ({
	kind: 'words',
	at,
	...more,
});
export const one = (at: string, options: readonly string[]): Field => ({ kind: 'one', at, options });
export const many = (at: string, options: readonly string[]): Field => ({ kind: 'many', at, options });
export const modes = (at: string): Field => ({ ...many(at, MODES), say: 'modes' });
export const yes = (at: string): Field => ({ kind: 'yes', at });
/** A box that stands in a definition only where it is ticked. */
export const optionalYes = (at: string): Field => ({ kind: 'yes', at, empty: 'left-out' });
export const text = (at: string): Field => ({ kind: 'text', at, empty: 'null' });

export const ITEM: readonly Field[] = [
	words('text', { label: 'item' }),
	words('hint', { long: true, empty: 'left-out', label: 'hint' }),
];
/** An item that may belong to one kind of help alone. */
export const OF_HELP: readonly Field[] = [
	...ITEM,
	{
		kind: 'one',
		at: 'belongsTo',
		options: ['meeting', 'group-event', 'gathering', 'tutoring', 'questionnaire'],
		empty: 'left-out',
		label: 'belongs-to',
		say: 'forms-of-help.recorded-as',
	},
];
export const items = (at: string, more: Partial<List> = {}): List => ({ at, fields: ITEM, quick: true, ...more });
export const sentences = (at: string): List => ({
	at,
	fields: [words('', { long: true, label: 'sentence' })],
	keyless: true,
	quick: true,
});

/** A figure that a definition has only where it was given. */
export const optionalNumber = (at: string): Field => ({ kind: 'number', at, empty: 'left-out' });

const PROMPT: readonly Field[] = [
	words('label', { long: true }),
	words('say', { long: true, empty: 'left-out' }),
	words('hint', { long: true, empty: 'left-out' }),
	one('kind', ['text', 'ticks', 'options']),
	{ kind: 'one', at: 'list', options: ['own', 'reasons', 'contents', 'outcomes', 'services'], empty: 'left-out' },
];
const OWN_ITEMS = [items('items', { empty: 'left-out' })];
/** The prompts of a phase: what is recorded at each of its meetings. */
export const PHASE_PROMPTS: List = { at: 'prompts', fields: PROMPT, lists: OWN_ITEMS };
/** The prompts of a talk. What is said there may stand beside what was told before, and go on into the case. */
export const TALK_PROMPTS: List = {
	at: 'prompts',
	fields: [
		...PROMPT,
		optionalYes('alreadyTold'),
		{ kind: 'key', at: 'step', of: 'course', empty: 'left-out' },
		{ kind: 'one', at: 'becomes', options: ['agreed-task', 'own-plan'], empty: 'left-out' },
	],
	lists: OWN_ITEMS,
	// The person's own view of what is hard opens the record of their case (B20).
	mark: 'own-view',
};
