import type { Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { teamsHere } from '#lib/access/access.server.ts';
import type { Handover } from '#lib/cases/handover.ts';
import { handoversOfRequest } from '#lib/cases/handovers.server.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { namesOf } from '#lib/identity/workers.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { openVault, type SubjectKey } from '#lib/vault/vault.server.ts';
import { applicationOf, type ShownApplication } from './aid-application.server.ts';
import { staysOf, type ShownStay } from './join-waiting-list.server.ts';
import { additionsOf, type Addition } from './own-additions.server.ts';
import { loadProposal, loadProposerAnswer } from './proposal.store.server.ts';
import type { Proposal, ProposerAnswer } from './proposal.ts';
import type { RequestFacts } from './request.ts';
import type { RoutingRule, Why } from './routing.ts';
import { loadFields, loadRoutings, loadRule, loadRules } from './routing.store.server.ts';
import { takingsOf, type ShownTaking } from './takings.server.ts';

/** A time a request went to a team, and why: the rule as it is, with its place in words. */
type ShownRouting = {
	readonly id: Uuid;
	readonly at: Date;
	readonly team: string;
	readonly why: Why;
	readonly by: Uuid | null;
	readonly rule: (Omit<RoutingRule, 'municipality'> & { readonly municipality: string | null }) | undefined;
};
/** A special field a request touches, and the team whose workers do it; undefined where no rule names one. */
type TouchedField = { readonly key: string; readonly team: string | undefined };

/** What came with a request and what became of it on its way, besides its words. */
export type RequestCourse = {
	readonly proposal: Proposal | undefined;
	readonly proposerAnswer: { readonly answer: ProposerAnswer; readonly at: Date } | undefined;
	readonly application: ShownApplication | undefined;
	readonly additions: readonly Addition[];
	/** Newest first. */
	readonly routings: readonly ShownRouting[];
	readonly fields: readonly TouchedField[];
	/** For each special field of the programme, the team its requests go to. */
	readonly fieldTeams: Readonly<Record<string, string>>;
	readonly teams: readonly { readonly id: Uuid; readonly name: string }[];
	/** Who had it from when to when, newest first. */
	readonly takings: readonly ShownTaking[];
	/** The times somebody stood in for whoever had it, newest first. */
	readonly standIns: readonly Handover[];
	/** The times it was on the waiting list, newest first. */
	readonly stays: readonly ShownStay[];
	/** The names of whom it speaks of. */
	readonly colleagues: ReadonlyMap<Uuid, string>;
};

/** The course of a request, for its page, which journals. */
export async function courseOf(tx: Tx<Worker>, facts: RequestFacts): Promise<RequestCourse> {
	const { id } = facts;
	const key = (await (await openVault(tx)).keysOf([id])).get(id);
	const [proposal, proposerAnswer, application, additions, routings, fields, fieldTeams, teams, hands] =
		await Promise.all([
			loadProposal(tx, id),
			loadProposerAnswer(tx, id),
			key && applicationOf(tx, id, key),
			additionsOf(tx, id, key),
			shownRoutings(tx, id),
			loadFields(tx, id),
			teamsOfFields(tx, facts.programme),
			teamsHere(tx),
			throughHands(tx, id, key),
		]);
	const named = [...routings.map((one) => one.by), ...hands.named].filter((id) => id !== null);
	const touched = fields.map((field) => ({ key: field, team: fieldTeams[field] }));
	return {
		proposal,
		proposerAnswer,
		application,
		additions,
		routings,
		fields: touched,
		fieldTeams,
		teams,
		takings: hands.takings,
		standIns: hands.standIns,
		stays: hands.stays,
		colleagues: await namesOf(tx, named),
	};
}

/** Who had a request, who stood in and when it waited, with whom these name. */
async function throughHands(tx: Tx, id: Uuid, key: SubjectKey | undefined) {
	const [takings, stays, handovers] = await Promise.all([
		takingsOf(tx, id, key),
		staysOf(tx, id, key),
		handoversOfRequest(tx, id),
	]);
	const standIns = handovers.filter((one) => one.toOn !== null);
	const named = [
		...takings.flatMap((one) => [one.worker, one.by]),
		...stays.flatMap((one) => [one.putBy, one.leftBy]),
		...standIns.map((one) => one.toWorker),
	];
	return { takings, stays, standIns, named };
}

/** For each special field of a programme, the name of the team its requests go to. */
async function teamsOfFields(tx: Tx, programme: string): Promise<Readonly<Record<string, string>>> {
	const [rules, teams] = await Promise.all([loadRules(tx, programme), teamsHere(tx)]);
	const named = rules.flatMap(({ field, team }) => {
		const name = teams.find((one) => one.id === team)?.name;
		return field && name ? [[field, name] as const] : [];
	});
	// The older rule stands, as it does where requests are routed.
	return Object.fromEntries(named.toReversed());
}

async function shownRoutings(tx: Tx, requestId: Uuid): Promise<readonly ShownRouting[]> {
	const [rows, teams] = await Promise.all([loadRoutings(tx, requestId), teamsHere(tx)]);
	return Promise.all(
		rows.map(async ({ id, at, team, why, rule, by }) => ({
			id,
			at,
			why,
			by,
			team: teams.find((one) => one.id === team)?.name ?? '',
			rule: rule ? withPlace(await loadRule(tx, rule)) : undefined,
		})),
	);
}

function withPlace(rule: RoutingRule | undefined): ShownRouting['rule'] {
	return rule && { ...rule, municipality: municipalityByCode(rule.municipality)?.name ?? null };
}
