import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { belongToTeams, moveToTeam, teamsHere, teamsOf } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { insertFields, insertRouting, loadFields, loadRules } from './routing.store.server.ts';
import { release } from './release-request.server.ts';
import { loadReasons } from './intake.store.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';
import { routeOf, type Route } from './routing.ts';

/** Hands a request to another team: by the worker's own judgement, or because it touches a special field (P13). It is nobody's there until somebody takes it. */
export async function routeRequest(
	act: Act<Worker>,
	input: { requestId: Uuid; team: Uuid; fields: readonly string[] },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await requestUnderWork(tx, input.requestId);
		if (!found.ok) return found;
		const { facts, definition } = found.value;
		if (facts.outcome) return refuse('already-decided');
		if (!input.fields.every((field) => definition.routedFields.some((one) => one.key === field)))
			return refuseField('fields', 'choose-some');
		if (!(await teamsHere(tx)).some((team) => team.id === input.team)) return refuseField('team', 'choose-one');
		await insertFields(tx, facts.id, { fields: input.fields, told: 'worker', by: act.by.workerId });
		await release(tx, found.value);
		await send(tx, found.value, await byRuleOrWorker(tx, found.value, input.team));
		record(tx, { action: 'request.routed', subjects: [input.requestId], reason: 'worker' });
		return ok();
	});
}

/** Where a worker sends a request for the field it touches, the rule for that field is why. */
async function byRuleOrWorker(tx: Tx, request: RequestUnderWork, team: Uuid): Promise<Route> {
	const route = await fieldRoute(tx, request);
	return route?.team === team ? route : { team, why: 'worker', rule: null };
}

/** Sends a request in whose talk a special field came up to the workers of that field; who led the talk still has it until they hand it over. Part of a use case that journals. */
export async function routeByField(
	tx: Tx<Worker>,
	request: RequestUnderWork,
	fields: readonly string[],
): Promise<void> {
	if (fields.length === 0) return;
	const { id } = request.facts;
	await insertFields(tx, id, { fields, told: 'talk', by: tx.act.by.workerId });
	const [route, teams] = await Promise.all([fieldRoute(tx, request), teamsOf(tx, id)]);
	if (!route || teams.includes(route.team)) return;
	await send(tx, request, route);
	record(tx, { action: 'request.routed', subjects: [id], reason: 'field' });
}

async function fieldRoute(tx: Tx, { facts, text }: RequestUnderWork): Promise<Route | undefined> {
	const [rules, fields, reasons] = await Promise.all([
		loadRules(tx, facts.programme),
		loadFields(tx, facts.id),
		loadReasons(tx, [facts.id]),
	]);
	const { municipality, site, mode } = facts;
	const asked = {
		fields,
		municipality,
		site,
		mode,
		language: text.language,
		reasons: reasons.map((one) => one.reason),
	};
	const route = routeOf(rules, asked, undefined);
	return route?.why === 'field' ? route : undefined;
}

async function send(tx: Tx<Worker>, { facts }: RequestUnderWork, route: Route): Promise<void> {
	await moveToTeam(tx, facts.id, route.team);
	if (facts.aboutPerson) await belongToTeams(tx, facts.aboutPerson, [route.team]);
	await insertRouting(tx, { ...route, id: newId(tx.act.at), requestId: facts.id, by: tx.act.by.workerId });
}
