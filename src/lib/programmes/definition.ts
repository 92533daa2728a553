import * as v from 'valibot';
import { CONTACT, COUNSELLING_KIND, GUIDE, OPTION, PHASE, PLAN, SITE } from './definition-parts.ts';
import {
	CODE,
	INDICATIONS,
	ITEM,
	ITEMS,
	ITEMS_OF_HELP,
	MEMBER_ROLES,
	MONTHS,
	RECORDED_AS,
	WORDS,
} from './definition-words.ts';
import { faultOf, languageFaults, type DefinitionFault } from './faults.ts';

// A programme as data a social worker can read (decision 1). No functions; conditions and features come from a closed
// vocabulary. Everything people read is in Slovenian, Czech and English; codes are English and name no programme.

/** Where a talk takes place. */
export const MODES = ['phone', 'online', 'office', 'home'] as const;
const MODE = v.picklist(MODES);

const WAY_IN = v.strictObject({
	key: CODE,
	text: WORDS,
	/** Who brings it: the person, somebody near, a proposer by profession or as a volunteer, the office itself, an application, a questionnaire's result. */
	from: v.picklist(['self', 'proposal', 'office', 'application', 'questionnaire']),
	/** Somebody near may come this way for the person, too. */
	alsoForAnother: v.boolean(),
	/** The modes this way belongs to; empty = any. */
	modes: v.array(MODE),
	/** Whether the person's own wish is there, or has to be recorded before a talk or before a case. */
	ownWish: v.picklist(['given', 'before-talk', 'before-case']),
	/** The person has to be informed first, on one of two grounds. */
	needsNotice: v.boolean(),
	/** For what one applies, where the way in is an application. */
	applications: v.optional(ITEMS),
});

const CONDITION = v.strictObject({
	key: CODE,
	text: WORDS,
	/** Said to the worker who records it: what has to be heard or seen. */
	hint: v.optional(WORDS),
	/** Whose it is: each client's, each family member's, or the case's as a whole. */
	party: v.picklist(['each-client', 'each-member', 'case']),
	/** What kind of fact it is; the engine has a page for each kind. */
	kind: v.picklist(['statement', 'assessment', 'agreement', 'key-actors', 'collaborators']),
	forms: v.pipe(v.array(v.picklist(['oral', 'written'])), v.minLength(1)),
	/** Stating it sets the agreed period of inclusion. */
	setsPeriod: v.boolean(),
	/** Only where one of these kinds of service is given (O4, O5); without it, in every case. */
	forServices: v.optional(v.pipe(v.array(CODE), v.minLength(1))),
	/** How many people it names at least, where it is about key actors or collaborators; 1 without it. */
	namesMin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
});

const FORM_OF_HELP = v.strictObject({
	key: CODE,
	text: WORDS,
	detail: v.optional(WORDS),
	modes: v.array(MODE),
	recordedAs: v.picklist(RECORDED_AS),
});

export const DEFINITION = v.strictObject({
	/** The shape of this data; pure upcasters open older ones. */
	shape: v.literal(1),
	key: CODE,
	kind: v.picklist(['programme', 'project', 'service']),
	/** The language the definition was written in: the one it is complete in. */
	language: v.picklist(['sl', 'cs', 'en']),
	title: WORDS,
	summary: WORDS,
	motto: v.nullable(WORDS),
	values: v.array(WORDS),
	purpose: v.array(WORDS),
	forWhom: v.array(WORDS),
	/** No referral, diagnosis or fee is asked for. */
	openToAnyone: v.boolean(),
	/** Why somebody comes to the service; one may need the distress of several members of a family. */
	indications: INDICATIONS,
	targetGroups: ITEMS_OF_HELP,
	projectGoals: ITEMS_OF_HELP,
	contents: ITEMS,
	formsOfHelp: v.array(FORM_OF_HELP),
	services: ITEMS_OF_HELP,
	counsellingKinds: v.array(COUNSELLING_KIND),
	/** What is done on the client's behalf towards others is recorded act by act. */
	advocacyActs: v.optional(v.boolean()),
	topics: ITEMS,
	reasons: ITEMS,
	modes: v.pipe(v.array(MODE), v.minLength(1)),
	onlineReasons: ITEMS,
	waysIn: v.pipe(v.array(WAY_IN), v.minLength(1)),
	conditions: v.array(CONDITION),
	unit: v.pipe(v.array(v.picklist(['person', 'family'])), v.minLength(1)),
	memberRoles: MEMBER_ROLES,
	team: v.strictObject({ minimum: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)), text: WORDS }),
	meetings: v.strictObject({
		/** The most meetings a case may have; null = no limit. Contacts never count. */
		limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
		/** What counts towards the limit and is numbered. */
		counting: v.array(v.picklist(['talk', 'meeting'])),
	}),
	/** The steps of a course, in order: a crisis intervention goes through them. */
	course: ITEMS,
	/** The phases of a case, the first from its beginning; without them a case has none. */
	phases: v.optional(v.array(PHASE)),
	guide: GUIDE,
	plan: PLAN,
	/** What a talk or a whole course may lead to, recorded. */
	outcomes: ITEMS_OF_HELP,
	agreement: v.strictObject({
		title: WORDS,
		form: v.picklist(['oral', 'written', 'either']),
		period: v.picklist(['required', 'optional', 'none']),
	}),
	duration: v.strictObject({
		text: WORDS,
		reviewEveryDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400))),
	}),
	methods: v.array(WORDS),
	providers: ITEMS,
	educationAndSupervision: v.array(WORDS),
	documentation: v.array(WORDS),
	reportSet: v.array(CODE),
	/** By when a request is answered: working days after it came. 0 = the same day (decision 33). */
	clock: v.strictObject({
		urgentWorkingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
		ordinaryWorkingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
	}),
	/** How long what was told is kept, in months: of a request after it ended, of a case after its closure; and on what ground. */
	retention: v.optional(v.strictObject({ requestMonths: MONTHS, caseMonths: MONTHS, ground: WORDS })),
	/** Whether somebody who gives no name may be included under a pseudonym (A4). */
	pseudonymMayBeIncluded: v.boolean(),
	reasonsToDecline: ITEMS,
	reasonsToClose: ITEMS,
	options: v.array(OPTION),
	/** Fields whose own workers do this service themselves: requests are routed to them. */
	routedFields: ITEMS,
	/** Contacts with other providers are mediated with the person's agreement. */
	mediatedContacts: v.boolean(),
	/** More intensive treatment that a case can step up into. */
	stepUp: v.nullable(WORDS),
	sites: v.array(SITE),
	contacts: v.array(CONTACT),
	links: v.array(v.strictObject({ text: WORDS, href: v.pipe(v.string(), v.url()) })),
	/** The co-funding statement, word for word as the funder wants it. */
	funding: v.nullable(v.strictObject({ statement: v.array(WORDS), year: v.nullable(v.pipe(v.number(), v.integer())) })),
	/** Requests come in through the product; else the page only says when and where help is given. */
	acceptsRequests: v.boolean(),
});

export type Definition = v.InferOutput<typeof DEFINITION>;
export type Item = v.InferOutput<typeof ITEM>;
/** An item that may be of one kind of help alone. */
export type ItemOfHelp = Definition['outcomes'][number];
export type Mode = (typeof MODES)[number];
export type WayIn = Definition['waysIn'][number];
export type Condition = Definition['conditions'][number];
export type Guide = Definition['guide'];
export type Phase = NonNullable<Definition['phases']>[number];
export type CounsellingKind = Definition['counsellingKinds'][number];
export type GuidePart = Guide['parts'][number];
export type Prompt = GuidePart['prompts'][number];
export type Option = Definition['options'][number];
export type Site = Definition['sites'][number];
export type FormOfHelp = Definition['formsOfHelp'][number];

/** Reads a definition from data, with every fault found: of shape, and of what refers to something that is not there. */
export function readDefinition(
	data: unknown,
): { readonly definition: Definition } | { readonly faults: readonly DefinitionFault[] } {
	const read = v.safeParse(DEFINITION, data);
	if (!read.success) return { faults: read.issues.map(faultOf) };
	const faults = crossFaults(read.output);
	return faults.length > 0 ? { faults } : { definition: read.output };
}

function crossFaults(definition: Definition): readonly DefinitionFault[] {
	return [
		...settingFaults(definition),
		...conditionFaults(definition),
		...guideFaults(definition),
		...languageFaults(definition, definition.language),
		...declineFaults(definition),
		...keyed(definition)
			.filter(([, keys]) => new Set(keys).size !== keys.length)
			.map(([at]) => ({ at, fault: 'key-twice' as const })),
	];
}

function settingFaults({ plan, agreement, conditions, modes, onlineReasons, waysIn }: Definition): DefinitionFault[] {
	const faults: DefinitionFault[] = [];
	if (plan.goals !== 'own' && plan.listed.length === 0) faults.push({ at: 'plan.listed', fault: 'goals-list-empty' });
	const setsPeriod = conditions.some((one) => one.setsPeriod || one.kind === 'agreement');
	if (agreement.period !== 'none' && conditions.length > 0 && !setsPeriod)
		faults.push({ at: 'agreement.period', fault: 'period-set-by-nothing' });
	for (const [i, { from, applications = [] }] of waysIn.entries()) {
		const at = `waysIn.${i}.applications`;
		if (from === 'application' && applications.length === 0) faults.push({ at, fault: 'application-list-missing' });
		if (from !== 'application' && applications.length > 0) faults.push({ at, fault: 'application-list-needless' });
	}
	if (!modes.includes('online') && onlineReasons.length > 0)
		faults.push({ at: 'onlineReasons', fault: 'online-reasons-without-online' });
	return faults;
}

function conditionFaults({ conditions, services, unit }: Definition): readonly DefinitionFault[] {
	const known = new Set(services.map((one) => one.key));
	return conditions.flatMap((one, i) => [
		...(one.party === 'each-member' && !unit.includes('family')
			? [{ at: `conditions.${i}.party`, fault: 'members-without-families' as const }]
			: []),
		...((one.forServices ?? []).every((key) => known.has(key))
			? []
			: [{ at: `conditions.${i}.forServices`, fault: 'service-unknown' as const }]),
	]);
}

function guideFaults(definition: Definition): readonly DefinitionFault[] {
	const places = [
		...definition.guide.parts.map((part, i) => ({ at: `guide.parts.${i}`, prompts: part.prompts })),
		...(definition.phases ?? []).map((phase, i) => ({ at: `phases.${i}`, prompts: phase.prompts })),
	];
	return places.flatMap(({ at, prompts }) =>
		prompts.flatMap((prompt: Prompt, j) => promptFaults(definition, prompt, `${at}.prompts.${j}`)),
	);
}

function promptFaults(definition: Definition, prompt: Prompt, at: string): DefinitionFault[] {
	const { course, plan } = definition;
	const faults: DefinitionFault[] = [];
	if (promptItems(definition, prompt) === undefined) faults.push({ at: `${at}.list`, fault: 'prompt-list-empty' });
	if (prompt.step && !course.some((step) => step.key === prompt.step))
		faults.push({ at: `${at}.step`, fault: 'step-unknown' });
	if (prompt.becomes === 'agreed-task' && !plan.agreedTask)
		faults.push({ at: `${at}.becomes`, fault: 'becomes-nothing' });
	if (prompt.becomes === 'own-plan' && plan.madeBy !== 'client')
		faults.push({ at: `${at}.becomes`, fault: 'becomes-nothing' });
	return faults;
}

/** Taking an active role is possible and never asked for: its lack is no ground to refuse anybody (P10). */
const NOT_ACTIVE = /activ|passiv|motivat|cooperat|effort/;

function declineFaults({ reasonsToDecline }: Definition): DefinitionFault[] {
	return reasonsToDecline.flatMap((reason, i) =>
		NOT_ACTIVE.test(reason.key) ? [{ at: `reasonsToDecline.${i}`, fault: 'active-role-asked' as const }] : [],
	);
}

function keyed(definition: Definition): readonly (readonly [string, readonly string[]])[] {
	const { waysIn, conditions, formsOfHelp, options, sites, guide, phases = [], plan, counsellingKinds } = definition;
	const lists = {
		waysIn,
		conditions,
		formsOfHelp,
		options,
		sites,
		'guide.parts': guide.parts,
		'guide.prompts': guide.parts.flatMap((part) => part.prompts),
		phases,
		'phases.prompts': phases.flatMap((phase) => phase.prompts),
		'plan.listed': plan.listed,
		counsellingKinds,
	};
	return Object.entries(lists).map(([name, list]) => [name, list.map((one) => one.key)] as const);
}

/** What a prompt lets one tick; an empty list for a text; undefined when the definition names a list it lacks. */
export function promptItems(definition: Definition, prompt: Prompt): readonly Item[] | undefined {
	if (prompt.kind === 'text') return [];
	if (prompt.kind === 'options') {
		return definition.options.length > 0
			? definition.options.map(({ key, title }) => ({ key, text: title }))
			: undefined;
	}
	const list = prompt.list === 'own' ? (prompt.items ?? []) : prompt.list ? definition[prompt.list] : [];
	return list.length > 0 ? list : undefined;
}
