import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { permitRole, teamOfProgramme, teamsHere } from '#lib/access/access.server.ts';
import { municipalityByCode } from '#lib/directory/settlements.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { Definition } from '#lib/programmes/definition.ts';
import { newestProgramme } from '#lib/programmes/programmes.server.ts';
import { criteriaOf, type RoutingRule } from './routing.ts';
import { endRule, insertRule, loadRules } from './routing.store.server.ts';

type Team = { readonly id: Uuid; readonly name: string };
/** The rules that hold, the teams, and the team that a programme's requests go to where no rule fits. */
type Routing = {
	readonly rules: readonly RoutingRule[];
	readonly teams: readonly Team[];
	readonly usual: Readonly<Record<string, Uuid | undefined>>;
};

/** Shows by which rules requests find their team. */
export async function listRouting(
	act: Act<Worker>,
	input: { programmes: readonly string[] },
): Promise<Result<Routing>> {
	const allowed = permitRole(act.by, 'routing.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const [rules, teams] = await Promise.all([loadRules(tx), teamsHere(tx)]);
		const usual = await Promise.all(
			input.programmes.map(async (key) => [key, await teamOfProgramme(tx, key)] as const),
		);
		record(tx, { action: 'routing.listed', subjects: [act.by.organisationId] });
		return ok({ rules, teams, usual: Object.fromEntries(usual) });
	});
}

/** Makes a rule: requests of a programme that fit all of it go to a team from now on. */
export async function makeRule(act: Act<Worker>, rule: RoutingRule): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'routing.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const checked = await check(tx, rule);
		if (!checked.ok) return checked;
		if (await claim(tx, rule.id, 'make-routing-rule')) await insertRule(tx, act.by.workerId, rule);
		record(tx, { action: 'routing.changed', subjects: [act.by.organisationId], record: rule.id });
		return ok();
	});
}

/** Ends a rule. Requests that came by it stay where they are. */
export async function endRoutingRule(act: Act<Worker>, input: { ruleId: Uuid }): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'routing.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		if (!(await endRule(tx, act.by.workerId, input.ruleId))) return refuse('not-found');
		record(tx, { action: 'routing.changed', subjects: [act.by.organisationId], record: input.ruleId });
		return ok();
	});
}

async function check(tx: Tx, rule: RoutingRule): Promise<Result<undefined>> {
	const [programme, teams] = await Promise.all([newestProgramme(tx, rule.programme), teamsHere(tx)]);
	if (!programme.ok) return programme;
	if (!teams.some((team) => team.id === rule.team)) return refuseField('team', 'choose-one');
	if (criteriaOf(rule).length === 0) return refuseField('field', 'choose-some');
	return checkOffered(programme.value.definition, rule);
}

function checkOffered(definition: Definition, rule: RoutingRule): Result<undefined> {
	const offers = (list: readonly { key: string }[], key: string | null) =>
		key === null || list.some((one) => one.key === key);
	if (!offers(definition.routedFields, rule.field)) return refuseField('field', 'choose-one');
	if (!offers(definition.sites, rule.site)) return refuseField('site', 'choose-one');
	if (!offers(definition.reasons, rule.reason)) return refuseField('reason', 'choose-one');
	if (rule.municipality !== null && !municipalityByCode(rule.municipality))
		return refuseField('municipality', 'choose-one');
	return rule.mode === null || definition.modes.includes(rule.mode) ? ok() : refuseField('mode', 'choose-one');
}
