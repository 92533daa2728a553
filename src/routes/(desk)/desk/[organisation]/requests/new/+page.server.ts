import * as v from 'valibot';
import {
	choice,
	choices,
	commandId,
	line,
	optionalChoice,
	optionalDay,
	optionalEmail,
	optionalLine,
	optionalPhone,
	optionalText,
} from '#lib/kernel/fields.ts';
import { dayOf } from '#lib/kernel/calendar-day.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { visitorAct, here, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { enterRequest, type NewRequest } from '#lib/intake/receive-request.server.ts';
import { AID_DECISIONS, PROPOSERS } from '#lib/intake/proposal.ts';
import { FOR_WHOM, URGENCIES } from '#lib/intake/request.ts';
import { CONTACT_RULES } from '#lib/people/person.ts';
import { MODES } from '#lib/programmes/definition.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MANY = v.pipe(
	v.optional(v.union([v.string(), v.array(v.string())]), []),
	v.transform((given) => (typeof given === 'string' ? [given] : given)),
);
const SCHEMA = v.object({
	command: commandId(),
	programme: line(60),
	forWhom: choice(FOR_WHOM),
	wayIn: optionalLine(60),
	urgency: choice(URGENCIES),
	mode: choice(MODES),
	reasons: MANY,
	words: optionalText(),
	place: optionalLine(),
	name: optionalLine(),
	phone: optionalPhone(),
	email: optionalEmail(),
	when: optionalLine(),
	rules: choices(CONTACT_RULES),
	interpreter: optionalLine(),
	aboutName: optionalLine(),
	aboutPhone: optionalPhone(),
	relation: optionalLine(),
	knows: optionalChoice(['yes', 'no', 'unsure']),
	organisation: optionalLine(),
	role: optionalLine(),
	proposer: optionalChoice(PROPOSERS),
	agreedOn: optionalDay(),
	fields: MANY,
	kind: optionalLine(60),
	appliedOn: optionalDay(),
	asked: optionalText(),
	decision: optionalChoice(AID_DECISIONS),
	decidedOn: optionalDay(),
	decidedWords: optionalText(),
});
type Entered = v.InferOutput<typeof SCHEMA>;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const programmes = (await publishedProgrammes(visitorAct(event), here(event).id)).filter(
		(one) => one.acceptsRequests,
	);
	const chosen = programmes.find((one) => one.key === event.url.searchParams.get('programme')) ?? programmes[0];
	const { definition } = chosen ?? {};
	return {
		command: newId(act.at),
		today: dayOf(act.at, here(event).timeZone),
		programmes: programmes.map(({ key, definition }) => ({ key, title: definition.title })),
		programme:
			chosen && definition
				? {
						key: chosen.key,
						ways: definition.waysIn.filter((way) => ['self', 'proposal', 'office', 'application'].includes(way.from)),
						modes: definition.modes,
						reasons: definition.reasons,
						fields: definition.routedFields,
						applications: definition.waysIn.flatMap((way) => way.applications ?? []),
					}
				: undefined,
	};
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => enterRequest(act, asRequest(input, event.locals.language)),
			goTo: ({ requestId }) => `/desk/${event.params.organisation}/requests/${requestId}`,
		}),
};

function asRequest(input: Entered, language: NewRequest['text']['language']): NewRequest {
	const { command, programme, forWhom, urgency, mode, reasons } = input;
	return {
		command,
		programme,
		forWhom,
		wayIn: input.wayIn || undefined,
		urgency,
		mode,
		onlineReason: undefined,
		site: undefined,
		anonymous: forWhom === 'self' && input.name === '',
		reasons,
		fields: input.fields,
		proposal:
			forWhom === 'proposal'
				? { proposer: input.proposer ?? 'professional', agreedOn: (input.knows === 'yes' && input.agreedOn) || null }
				: undefined,
		...asApplication(input),
		text: asText(input, language),
	};
}

/** The application that the request came of, if one was written down; half of one is for the use case to refuse. */
function asApplication(input: Entered): Pick<NewRequest, 'application' | 'decided'> {
	const { kind, appliedOn, asked, decision, decidedOn, decidedWords } = input;
	if (!kind && !appliedOn && asked === '') return {};
	const decided = decision && { decision, on: decidedOn ?? ('' as never), words: decidedWords };
	return { application: { kind, appliedOn: appliedOn ?? ('' as never), asked }, decided };
}

function asText(input: Entered, language: NewRequest['text']['language']): NewRequest['text'] {
	const { forWhom, words, place, name, phone, email, when, rules, interpreter } = input;
	const said = { words, place, name, phone, email, when, rules, interpreter, language };
	const somebodyElse = forWhom === 'other' || forWhom === 'proposal';
	const about = {
		name: input.aboutName,
		phone: input.aboutPhone,
		email: '',
		relation: input.relation,
		knows: input.knows ?? ('unsure' as const),
	};
	return {
		...said,
		about: somebodyElse ? about : null,
		proposer: forWhom === 'proposal' ? { organisation: input.organisation, role: input.role } : null,
	};
}
