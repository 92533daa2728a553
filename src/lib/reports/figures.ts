import type { LocalWords } from '#lib/kernel/local-words.ts';
import { GRADES, LIVES } from '#lib/cases/case.ts';
import { PROVIDERS, TOWARDS } from '#lib/cases/beyond.ts';
import { STEP_UP_REASONS } from '#lib/cases/way.ts';
import { promptItems, type Definition } from '#lib/programmes/definition.ts';
import { modesOfMeetings } from '#lib/programmes/modes.ts';

// The figures of a programme: every coded field of its requests, cases and meetings, by the lists of its definition. Which
// rows a figure counts is said once, in the store: the count and the rows it opens come of the same question.

/** What a figure counts: each row of its kind once, however many records lead to it. */
export type Unit = 'request' | 'case' | 'person' | 'meeting';
/** What happened in the period: requests that came, cases opened, work done, cases closed. */
export const FIGURE_GROUPS = ['came', 'opened', 'held', 'closed'] as const;
type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** Words of a definition, or the key of a sentence of the interface. */
export type Said = { readonly words: LocalWords } | { readonly say: string };
type FigureItem = { readonly code: string; readonly label: Said };
export type Figure = {
	/** Its name in an address. */
	readonly key: string;
	/** The question it is counted by; for what is ticked in a talk, `ticked` with the prompt. */
	readonly source: Source;
	readonly prompt?: string;
	readonly unit: Unit;
	readonly group: FigureGroup;
	readonly title: Said;
	readonly items: readonly FigureItem[];
};

/** Stands for rows of which nothing is recorded. */
export const NOT_RECORDED = '-';
/** The one code of a figure that counts all there is. */
export const ALL = 'all';

/** Every question there is, with what it counts and when it happened. */
const SOURCES = {
	'all-came': { unit: 'request', group: 'came' },
	'ways-in': { unit: 'request', group: 'came' },
	applications: { unit: 'request', group: 'came' },
	reasons: { unit: 'request', group: 'came' },
	'asked-modes': { unit: 'request', group: 'came' },
	'request-outcomes': { unit: 'request', group: 'came' },
	declined: { unit: 'request', group: 'came' },
	'first-talk': { unit: 'request', group: 'came' },
	'all-opened': { unit: 'case', group: 'opened' },
	indications: { unit: 'case', group: 'opened' },
	'target-groups': { unit: 'person', group: 'opened' },
	'project-goals': { unit: 'case', group: 'opened' },
	'given-services': { unit: 'case', group: 'opened' },
	'all-held': { unit: 'meeting', group: 'held' },
	services: { unit: 'meeting', group: 'held' },
	forms: { unit: 'meeting', group: 'held' },
	modes: { unit: 'meeting', group: 'held' },
	'online-reasons': { unit: 'meeting', group: 'held' },
	counselling: { unit: 'meeting', group: 'held' },
	ticked: { unit: 'meeting', group: 'held' },
	life: { unit: 'case', group: 'held' },
	'stepped-up': { unit: 'case', group: 'held' },
	advocacy: { unit: 'case', group: 'held' },
	mediated: { unit: 'case', group: 'held' },
	'all-closed': { unit: 'case', group: 'closed' },
	'closing-reasons': { unit: 'case', group: 'closed' },
	outcomes: { unit: 'case', group: 'closed' },
	grades: { unit: 'case', group: 'closed' },
} as const satisfies Record<string, { unit: Unit; group: FigureGroup }>;
export type Source = keyof typeof SOURCES;

/** How the keys of figures begin that count what is ticked in a talk. */
const TICKED = 'guide-';

/** What the figure with this key counts; undefined where there is none. */
export function unitOf(key: string): Unit | undefined {
	if (key.startsWith(TICKED)) return SOURCES.ticked.unit;
	return Object.hasOwn(SOURCES, key) ? SOURCES[key as Source].unit : undefined;
}

/** Of requests that have no outcome yet, and of those that have had no talk. */
export const STILL_OPEN = 'open';
export const NOT_YET = 'not-yet';
const OUTCOMES = ['accepted', 'concluded', 'routed', 'declined-by-person', 'declined', 'withdrawn'] as const;
const TALKED = ['talked', NOT_YET] as const;

/** What counts everything of a group. */
export const TOTALS: readonly Source[] = ['all-came', 'all-opened', 'all-held', 'all-closed'];

/** The figures of a programme, by the versions of its definition: what an older one listed is counted under its words there. */
export function figuresOf(versions: readonly Definition[]): readonly Figure[] {
	const found = new Map<string, Figure>();
	for (const figure of versions.flatMap(figuresOfOne)) {
		const known = found.get(figure.key);
		const items = [...(known?.items ?? []), ...figure.items];
		const once = [...new Map(items.toReversed().map((one) => [one.code, one])).values()].toReversed();
		found.set(figure.key, { ...(known ?? figure), items: once });
	}
	const order = Object.keys(SOURCES);
	return [...found.values()].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
}

function figuresOfOne(definition: Definition): readonly Figure[] {
	const all = TOTALS.map((key) => figure(key, [{ code: ALL, label: { say: `figure.${key}` } }]));
	const given = [...ofRequests(definition), ...ofCases(definition), ...ofMeetings(definition), ...ofGuide(definition)];
	return [...all, ...given.filter((one) => one.items.length > 0)];
}

function ofRequests({ waysIn, reasons, modes, reasonsToDecline }: Definition): readonly Figure[] {
	return [
		figure('ways-in', listed(waysIn)),
		figure('applications', listed(waysIn.flatMap((one) => one.applications ?? []))),
		figure('reasons', listed(reasons)),
		figure('asked-modes', coded(modes, 'desk.mode')),
		figure('request-outcomes', [
			...coded(OUTCOMES, 'request.outcome'),
			{ code: STILL_OPEN, label: { say: 'figure.still-open' } },
		]),
		figure('declined', listed(reasonsToDecline)),
		figure('first-talk', coded(TALKED, 'figure.first-talk')),
	];
}

function ofCases(definition: Definition): readonly Figure[] {
	const { indications, targetGroups, projectGoals, reasonsToClose, outcomes } = definition;
	const chosen = definition.conditions.some((one) => one.forServices) ? definition.services : [];
	return [
		figure('indications', listed(indications)),
		figure('target-groups', listed(targetGroups)),
		figure('project-goals', listed(projectGoals)),
		figure('given-services', listed(chosen)),
		figure('life', coded(LIVES, 'review.life')),
		figure('stepped-up', definition.stepUp ? coded(STEP_UP_REASONS, 'step-up.reason') : []),
		figure('advocacy', definition.advocacyActs ? coded(TOWARDS, 'advocacy.towards') : []),
		figure('mediated', definition.mediatedContacts ? coded(PROVIDERS, 'mediated.provider') : []),
		figure('closing-reasons', listed(reasonsToClose)),
		figure('outcomes', listed(outcomes)),
		figure('grades', coded(GRADES, 'grade')),
	];
}

function ofMeetings(definition: Definition): readonly Figure[] {
	const { services, formsOfHelp, onlineReasons, counsellingKinds } = definition;
	return [
		figure('services', listed(services)),
		figure('forms', listed(formsOfHelp.filter((one) => one.recordedAs === 'meeting'))),
		figure('modes', coded(modesOfMeetings(definition), 'desk.mode')),
		figure('online-reasons', listed(onlineReasons)),
		figure('counselling', listed(counsellingKinds)),
	];
}

/** What is ticked in a talk, prompt by prompt: contents given, outcomes, options chosen. */
function ofGuide(definition: Definition): readonly Figure[] {
	const prompts = definition.guide.parts.flatMap((part) => part.prompts);
	return prompts
		.filter((prompt) => prompt.kind !== 'text')
		.map((prompt) => ({
			...figure('ticked', listed(promptItems(definition, prompt) ?? [])),
			key: `${TICKED}${prompt.key}`,
			prompt: prompt.key,
			title: { words: prompt.label },
		}));
}

type Listed = { readonly key: string; readonly text: LocalWords };
const listed = (items: readonly Listed[]): readonly FigureItem[] =>
	items.map(({ key, text }) => ({ code: key, label: { words: text } }));

/** Codes of ours, whose words begin with a key. */
const coded = (codes: readonly string[], start: string): readonly FigureItem[] =>
	codes.map((code) => ({ code, label: { say: `${start}.${code}` } }));

function figure(source: Source, items: readonly FigureItem[]): Figure {
	return { key: source, source, ...SOURCES[source], title: { say: `figure.${source}` }, items };
}
