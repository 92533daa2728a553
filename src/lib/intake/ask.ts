import * as v from 'valibot';
import {
	choice,
	choices,
	line,
	optionalChoice,
	optionalDay,
	optionalEmail,
	optionalLine,
	optionalPhone,
	optionalText,
} from '#lib/kernel/fields.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import { ok, refuseField, type Result } from '#lib/kernel/result.ts';
import { readForm, type Typed } from '#lib/platform/form.ts';
import { CONTACT_RULES, type ContactRule } from '#lib/people/person.ts';
import type { Definition, Mode } from '#lib/programmes/definition.ts';
import { checkProposal, PROPOSERS, type Proposal } from './proposal.ts';
import { URGENCIES, waysFor, type ForWhom, type RequestText, type Urgency } from './request.ts';

// Asking for help, one question on a page. Each page is a schema; what was typed is kept as it was typed, so that every page
// can be gone back to.

export const ASK_STEPS = ['who', 'about', 'weighs', 'how', 'reach'] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** What somebody has typed so far. The id makes sending it twice one request; `sent` is all that is left afterwards. */
export type Asking = {
	readonly command: Uuid;
	readonly answers: Partial<Readonly<Record<AskStep, Typed>>>;
	readonly sent?: true;
	/** What they come from: the result of a questionnaire recommends the programme (B14). */
	readonly broughtBy?: 'questionnaire';
};

const KNOWS = ['yes', 'no', 'unsure'] as const;
/** The rules somebody can set when they ask. */
export const RULES_ASKED = [
	'no-voicemail',
	'no-service-name',
	'withheld-number',
] as const satisfies readonly ContactRule[];
const WHEN = ['no-phone', 'mornings-only', 'afternoons-only'] as const satisfies readonly ContactRule[];
export const WHEN_ASKED = ['any', ...WHEN] as const;

/** Tells whether a text is the name of a page. */
export function isAskStep(text: string): text is AskStep {
	return ASK_STEPS.some((step) => step === text);
}

/** For whom it is, as far as it was said. */
export function askedFor(asking: Asking | undefined): ForWhom | undefined {
	const given = asking?.answers.who?.['forWhom'];
	return given === 'self' || given === 'other' || given === 'proposal' ? given : undefined;
}

/** Whom one can ask for in a programme: proposals only where the programme takes them. */
export function forWhomOffered(definition: Definition): readonly Exclude<ForWhom, 'ex-officio'>[] {
	const offered = (forWhom: ForWhom) =>
		definition.modes.some((mode) => waysFor(definition, forWhom, { mode }).length > 0);
	return (['self', 'other', 'proposal'] as const).filter(offered);
}

/** The pages of this request, in order. */
export function stepsOf(asking: Asking | undefined): readonly AskStep[] {
	return askedFor(asking) === 'self' || askedFor(asking) === undefined
		? ASK_STEPS.filter((step) => step !== 'about')
		: ASK_STEPS;
}

/** The first page that has not been answered; undefined when all have. */
export function firstOpen(definition: Definition, asking: Asking | undefined): AskStep | undefined {
	return stepsOf(asking).find(
		(step) => !asking?.answers[step] || !readForm(asking.answers[step], schemaOf(definition, step, asking)).ok,
	);
}

/** Reads one page. */
export function readStep(
	definition: Definition,
	step: AskStep,
	given: { asking: Asking; typed: Typed; today: CalendarDay },
): Result<unknown> {
	const read = readForm(given.typed, schemaOf(definition, step, given.asking));
	if (!read.ok || askedFor(given.asking) !== 'proposal') return read;
	if (step === 'about') return checkAgreement(definition, read.value as Answers['about'], given.today);
	const { phone, email } = read.value as { phone: string; email: string };
	return step === 'reach' && phone === '' && email === '' ? refuseField('phone', 'contact-missing') : read;
}

function checkAgreement(definition: Definition, about: Answers['about'], today: CalendarDay): Result<unknown> {
	const way = definition.waysIn.find((one) => one.key === about.wayIn);
	return way ? checkProposal(way, { forWhom: 'proposal', proposal: proposalOf(about) }, today) : ok();
}

/** Who proposes, and since when the person agrees: a day counts only from somebody who says that they do. */
function proposalOf({ proposer, agreedOn, knows }: Answers['about']): Proposal {
	return { proposer: proposer ?? 'professional', agreedOn: (knows === 'yes' && agreedOn) || null };
}

function schemaOf(definition: Definition, step: AskStep, asking: Asking | undefined): v.GenericSchema<object> {
	if (step === 'who') return v.object({ forWhom: choice(forWhomOffered(definition)) });
	if (step === 'about') return askedFor(asking) === 'proposal' ? proposalSchema(definition) : ABOUT;
	if (step === 'weighs') return weighsSchema(definition);
	return step === 'how' ? howSchema(definition) : REACH;
}

const ABOUT = v.object({
	aboutName: optionalLine(),
	aboutPhone: optionalPhone(),
	relation: line(),
	knows: choice(KNOWS),
});
const REACH = v.object({
	name: optionalLine(),
	phone: optionalPhone(),
	email: optionalEmail(),
	whenRule: optionalChoice(WHEN_ASKED),
	when: optionalLine(),
	rules: choices(RULES_ASKED),
	interpreter: optionalLine(),
});

function proposalSchema(definition: Definition) {
	const ways = definition.waysIn.filter((way) => way.from === 'proposal').map((way) => way.key);
	return v.object({
		...ABOUT.entries,
		relation: optionalLine(),
		wayIn: choice(ways),
		agreedOn: optionalDay(),
		proposer: choice(PROPOSERS),
		organisation: line(),
		role: line(),
	});
}

function weighsSchema(definition: Definition) {
	return v.object({
		reasons: choices(definition.reasons.map((one) => one.key)),
		fields: choices(definition.routedFields.map((one) => one.key)),
		words: optionalText(),
		urgency: choice(URGENCIES),
	});
}

function howSchema(definition: Definition) {
	return v.object({
		mode: choice(definition.modes),
		onlineReason: optionalChoice(definition.onlineReasons.map((one) => one.key)),
		site: optionalChoice(definition.sites.filter((site) => site.kind === 'office').map((site) => site.key)),
		place: optionalLine(),
	});
}

/** What of a request the person themselves gives. */
export type AskedRequest = {
	readonly command: Uuid;
	readonly forWhom: ForWhom;
	readonly wayIn: string | undefined;
	readonly urgency: Urgency;
	readonly mode: Mode;
	readonly onlineReason: string | undefined;
	readonly site: string | undefined;
	readonly anonymous: boolean;
	readonly reasons: readonly string[];
	readonly fields: readonly string[];
	readonly proposal: Proposal | undefined;
	readonly text: RequestText;
};

type Answers = {
	who: { forWhom: ForWhom };
	about: {
		aboutName: string;
		aboutPhone: string;
		relation: string;
		knows: (typeof KNOWS)[number];
		wayIn?: string;
		agreedOn?: CalendarDay;
		proposer?: Proposal['proposer'];
		organisation?: string;
		role?: string;
	};
	weighs: { reasons: string[]; fields: string[]; words: string; urgency: Urgency };
	how: { mode: Mode; onlineReason: string | undefined; site: string | undefined; place: string };
	reach: {
		name: string;
		phone: string;
		email: string;
		whenRule: (typeof WHEN_ASKED)[number] | undefined;
		when: string;
		rules: ContactRule[];
		interpreter: string;
	};
};

/** The whole request from its pages; undefined while one is missing. */
export function askedRequest(definition: Definition, asking: Asking, language: Language): AskedRequest | undefined {
	if (firstOpen(definition, asking)) return undefined;
	const page = <Step extends AskStep>(step: Step) => {
		const read = readForm(asking.answers[step] ?? {}, schemaOf(definition, step, asking));
		return read.ok ? (read.value as Answers[Step]) : undefined;
	};
	const [who, about, weighs, how, reach] = [page('who')!, page('about'), page('weighs')!, page('how')!, page('reach')!];
	return {
		command: asking.command,
		forWhom: who.forWhom,
		wayIn: who.forWhom === 'proposal' ? about?.wayIn : wayBroughtBy(definition, asking, how.mode),
		urgency: weighs.urgency,
		mode: how.mode,
		onlineReason: how.mode === 'online' ? how.onlineReason : undefined,
		site: how.mode === 'office' ? how.site : undefined,
		anonymous: who.forWhom === 'self' && reach.name === '',
		reasons: weighs.reasons,
		fields: weighs.fields,
		proposal: who.forWhom === 'proposal' && about ? proposalOf(about) : undefined,
		text: { ...textOf(weighs, how, reach), language, ...aboutOf(who.forWhom, about) },
	};
}

/** The way in of somebody whom a result brought; undefined for all others, and where the programme has none. */
function wayBroughtBy(definition: Definition, asking: Asking, mode: Mode): string | undefined {
	const { broughtBy } = asking;
	const forWhom = askedFor(asking);
	return broughtBy && forWhom ? waysFor(definition, forWhom, { mode, broughtBy })[0]?.key : undefined;
}

function textOf(weighs: Answers['weighs'], how: Answers['how'], reach: Answers['reach']) {
	const { name, phone, email, when, interpreter } = reach;
	const rules = [...reach.rules, ...WHEN.filter((rule) => rule === reach.whenRule)];
	return {
		words: weighs.words,
		place: how.place,
		name,
		phone,
		email,
		when,
		interpreter,
		rules: CONTACT_RULES.filter((rule) => rules.includes(rule)),
	};
}

function aboutOf(forWhom: ForWhom, about: Answers['about'] | undefined): Pick<RequestText, 'about' | 'proposer'> {
	if (forWhom === 'self' || !about) return { about: null, proposer: null };
	const person = {
		name: about.aboutName,
		phone: about.aboutPhone,
		email: '',
		relation: about.relation,
		knows: about.knows,
	};
	return {
		about: person,
		proposer: forWhom === 'proposal' ? { organisation: about.organisation ?? '', role: about.role ?? '' } : null,
	};
}
