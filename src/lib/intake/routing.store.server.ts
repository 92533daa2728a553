import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Route, RoutingRule, Why } from './routing.ts';

const RULE = [
	'id',
	'programme',
	'team_id as team',
	'field',
	'municipality',
	'site',
	'reason',
	'language',
	'mode',
] as const;

/** The rules that hold now: of one programme, or of all. */
export async function loadRules(tx: Tx, programme?: string): Promise<RoutingRule[]> {
	let query = tx.db
		.selectFrom('routing_rule')
		.select(RULE)
		.where('organisation_id', '=', tx.organisationId)
		.where('ended_at', 'is', null);
	if (programme) query = query.where('programme', '=', programme);
	return (await query.orderBy('programme').orderBy('id').limit(500).execute()) as RoutingRule[];
}

/** One rule, also when it no longer holds. */
export async function loadRule(tx: Tx, id: Uuid): Promise<RoutingRule | undefined> {
	return (await tx.db
		.selectFrom('routing_rule')
		.select(RULE)
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.executeTakeFirst()) as RoutingRule | undefined;
}

export async function insertRule(tx: Tx, by: Uuid, rule: RoutingRule): Promise<void> {
	const { team, ...criteria } = rule;
	await tx.db
		.insertInto('routing_rule')
		.values({ organisation_id: tx.organisationId, ...criteria, team_id: team, made_by: by, made_at: tx.act.at })
		.execute();
}

/** Ends a rule; false when it had ended or never was. */
export async function endRule(tx: Tx, by: Uuid, id: Uuid): Promise<boolean> {
	const done = await tx.db
		.updateTable('routing_rule')
		.set({ ended_by: by, ended_at: tx.act.at })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function insertRouting(
	tx: Tx,
	routing: Route & { id: Uuid; requestId: Uuid; by: Uuid | null },
): Promise<void> {
	await tx.db
		.insertInto('request_routing')
		.values({
			organisation_id: tx.organisationId,
			id: routing.id,
			request_id: routing.requestId,
			team_id: routing.team,
			why: routing.why,
			rule_id: routing.rule,
			at: tx.act.at,
			routed_by: routing.by,
		})
		.execute();
}

type RoutingRow = {
	readonly id: Uuid;
	readonly team: Uuid;
	readonly why: Why;
	readonly rule: Uuid | null;
	readonly at: Date;
	readonly by: Uuid | null;
};

/** Where a request went, newest first. */
export async function loadRoutings(tx: Tx, requestId: Uuid): Promise<RoutingRow[]> {
	return (await tx.db
		.selectFrom('request_routing')
		.select(['id', 'team_id as team', 'why', 'rule_id as rule', 'at', 'routed_by as by'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(100)
		.execute()) as RoutingRow[];
}

export async function insertFields(
	tx: Tx,
	requestId: Uuid,
	told: { fields: readonly string[]; told: 'request' | 'talk' | 'worker'; by: Uuid | null },
): Promise<void> {
	if (told.fields.length === 0) return;
	const rows = told.fields.map((field) => ({
		organisation_id: tx.organisationId,
		request_id: requestId,
		field,
		told: told.told,
		recorded_by: told.by,
		recorded_at: tx.act.at,
	}));
	const insert = tx.db.insertInto('request_field').values(rows);
	// A visitor may insert and not look, so nothing is said about conflicts for them; a new request has none.
	await (tx.act.by.kind === 'visitor' ? insert : insert.onConflict((conflict) => conflict.doNothing())).execute();
}

export async function loadFields(tx: Tx, requestId: Uuid): Promise<string[]> {
	const rows = await tx.db
		.selectFrom('request_field')
		.select('field')
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.orderBy('recorded_at')
		.execute();
	return rows.map((row) => row.field);
}
