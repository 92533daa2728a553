import { dayOf } from '#lib/kernel/calendar-day.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { belongToTeams, teamOfProgramme } from '#lib/access/access.server.ts';
import type { Organisation } from '#lib/directory/organisation.ts';
import { organisationHere } from '#lib/directory/organisations.server.ts';
import { municipalityOf } from '#lib/directory/settlements.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { treeLabel } from '#lib/people/person.ts';
import type { Mode, WayIn } from '#lib/programmes/definition.ts';
import { newestProgramme, type Programme } from '#lib/programmes/programmes.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { keepApplication } from './aid-application.server.ts';
import { insertRequest } from './intake.store.server.ts';
import { checkApplication, checkProposal, type Application, type DecidedAid, type Proposal } from './proposal.ts';
import { insertProposal } from './proposal.store.server.ts';
import { broughtByOf, ownWishOf, respondBy, waysFor, type ForWhom, type RequestText, type Urgency } from './request.ts';
import { routeOf, type Route } from './routing.ts';
import { insertFields, insertRouting, loadRules } from './routing.store.server.ts';

/** A request as somebody sends it or a worker writes it down. */
export type NewRequest = {
	readonly command: Uuid;
	readonly programme: string;
	readonly forWhom: ForWhom;
	/** The way in, when somebody chose it; else the one that fits. */
	readonly wayIn: string | undefined;
	readonly urgency: Urgency;
	readonly mode: Mode;
	readonly onlineReason: string | undefined;
	readonly site: string | undefined;
	readonly anonymous: boolean;
	readonly reasons: readonly string[];
	/** Special fields it touches, whose own workers do the service (P13). */
	readonly fields?: readonly string[] | undefined;
	/** Who proposes, and whether the person agreed; for proposals. */
	readonly proposal?: Proposal | undefined;
	/** The application for aid it came of, and what was decided about it; written down by a worker (B14). */
	readonly application?: Application | undefined;
	readonly decided?: DecidedAid | undefined;
	readonly text: RequestText;
};

/** A request that was kept: under which key its words lie, and by when it is to be answered. */
export type KeptRequest = { readonly key: SubjectKey; readonly respondBy: Date; readonly organisation: Organisation };

/** Keeps a request with everything it brings, and finds the team it goes to. Part of a use case that journals. */
export async function keepRequest<Who extends Actor>(
	tx: Tx<Who>,
	input: NewRequest,
	enteredBy: Uuid | null,
): Promise<Result<KeptRequest>> {
	const [programme, organisation, routed] = await Promise.all([
		newestProgramme(tx, input.programme),
		organisationHere(tx),
		findRoute(tx, input),
	]);
	if (!programme.ok) return programme;
	if (!programme.value.acceptsRequests || !routed || !organisation) return refuse('not-accepting');
	const way = check(programme.value, input, dayOf(tx.act.at, organisation.timeZone));
	if (!way.ok) return way;
	const key = await (await openVault(tx)).newKey('request', input.command);
	const { timeZone, country } = organisation;
	const by = respondBy(programme.value.definition, input.urgency, { at: tx.act.at, timeZone, country });
	await insertRequest(tx, {
		...whatWasAsked(input, programme.value, way.value),
		receivedAt: tx.act.at,
		respondBy: by,
		enteredBy,
		sealed: key.seal({ table: 'request_text', column: 'sealed', row: input.command }, input.text),
	});
	await goTo(tx, input, { route: routed, enteredBy });
	await keepWhatItBrings(tx, input, key);
	return ok({ key, respondBy: by, organisation });
}

async function findRoute(tx: Tx, input: NewRequest): Promise<Route | undefined> {
	const [rules, usual] = await Promise.all([loadRules(tx, input.programme), teamOfProgramme(tx, input.programme)]);
	const asked = {
		fields: input.fields ?? [],
		municipality: municipalityOf(input.text.place)?.code ?? null,
		site: input.site ?? null,
		reasons: input.reasons,
		language: input.text.language,
		mode: input.mode,
	};
	return routeOf(rules, asked, usual);
}

async function goTo(tx: Tx, input: NewRequest, to: { route: Route; enteredBy: Uuid | null }): Promise<void> {
	const { route, enteredBy: by } = to;
	await belongToTeams(tx, input.command, [route.team]);
	await insertRouting(tx, { ...route, id: newId(tx.act.at), requestId: input.command, by });
	await insertFields(tx, input.command, { fields: input.fields ?? [], told: 'request', by });
}

async function keepWhatItBrings(tx: Tx, input: NewRequest, key: SubjectKey): Promise<void> {
	if (input.forWhom === 'proposal')
		await insertProposal(tx, input.command, input.proposal ?? { proposer: 'professional', agreedOn: null });
	if (input.application) await keepApplication(tx, key, { ...input, application: input.application });
}

function whatWasAsked(input: NewRequest, { version }: Programme, way: WayIn) {
	const { command, programme, forWhom, urgency, mode, anonymous, reasons } = input;
	return {
		id: command,
		label: treeLabel(command),
		programme,
		version,
		wayIn: way.key,
		forWhom,
		urgency,
		mode,
		onlineReason: mode === 'online' ? (input.onlineReason ?? null) : null,
		site: input.site ?? null,
		municipality: municipalityOf(input.text.place)?.code ?? null,
		anonymous,
		needsOwnWish: ownWishOf(way, forWhom),
		needsNotice: way.needsNotice,
		reasons,
	};
}

function check({ definition }: Programme, input: NewRequest, today: ReturnType<typeof dayOf>): Result<WayIn> {
	const broughtBy = input.application && !input.wayIn ? 'application' : broughtByOf(definition, input.wayIn);
	const ways = waysFor(definition, input.forWhom, { mode: input.mode, broughtBy });
	const way = input.wayIn ? ways.find((one) => one.key === input.wayIn) : ways[0];
	if (!definition.modes.includes(input.mode)) return refuseField('mode', 'choose-one');
	if (!way) return refuse('not-accepting');
	const unknown = firstUnknown(definition, input);
	if (unknown) return unknown;
	const proposal = checkProposal(way, { forWhom: input.forWhom, proposal: input.proposal }, today);
	if (!proposal.ok) return proposal;
	const application = checkApplication(way, { application: input.application, decided: input.decided }, today);
	return application.ok ? ok(way) : application;
}

type Offered = Pick<Programme['definition'], 'reasons' | 'sites' | 'onlineReasons' | 'routedFields'>;

/** What was chosen has to be what the definition offers. */
function firstUnknown({ reasons, sites, onlineReasons, routedFields }: Offered, input: NewRequest) {
	const offers = (list: readonly { key: string }[], key: string) => list.some((one) => one.key === key);
	if (input.reasons.some((reason) => !offers(reasons, reason))) return refuseField('reasons', 'choose-some');
	if (input.site && !offers(sites, input.site)) return refuseField('site', 'choose-one');
	if (input.onlineReason && !offers(onlineReasons, input.onlineReason))
		return refuseField('onlineReason', 'choose-one');
	return (input.fields ?? []).some((field) => !offers(routedFields, field))
		? refuseField('fields', 'choose-some')
		: undefined;
}
