import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { CaseFilter, CaseKey, CaseOrder, ListedCase } from './case-list.ts';
import { selectFacts } from './cases.store.server.ts';

/** Whose cases a list shows: the worker's own, their teams', or all of the organisation. What is screened off is in none. */
export type CaseScope = 'own' | 'team' | 'organisation';

// As the index `case_met` has it.
const MET = sql<string>`c.met_or_never`;
const ORDERS: Readonly<Record<CaseOrder, { by: ReturnType<typeof sql>; way: 'asc' | 'desc'; kind: 'date' | 'text' }>> =
	{
		newest: { by: sql`c.opened_on`, way: 'desc', kind: 'date' },
		oldest: { by: sql`c.opened_on`, way: 'asc', kind: 'date' },
		number: { by: sql`c.number`, way: 'asc', kind: 'text' },
		'met-longest-ago': { by: MET, way: 'asc', kind: 'date' },
		'met-latest': { by: MET, way: 'desc', kind: 'date' },
	};

/** The cases of a list, from behind a place in it. */
export async function loadCasePage(
	tx: Tx,
	list: { scope: CaseScope; filter: CaseFilter },
	page: { after: CaseKey | undefined; atMost: number },
): Promise<ListedCase[]> {
	return (await casePage(tx, list, page).execute()) as ListedCase[];
}

/** How many cases a list has; counted no further than `atMost`. */
export async function countCases(
	tx: Tx,
	list: { scope: CaseScope; filter: CaseFilter },
	atMost: number,
): Promise<number> {
	const { filter } = list;
	let some = tx.db
		.selectFrom('case_ as c')
		.select('c.id')
		.where('c.organisation_id', '=', tx.organisationId)
		.where(visible(tx, list.scope));
	for (const condition of conditionsOf(tx, filter)) some = some.where(condition);
	const row = await tx.db
		.selectFrom(some.limit(atMost).as('some'))
		.select((eb) => eb.fn.countAll<string>().as('n'))
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

/** Whoever carries a case now. */
export async function loadCarriers(tx: Tx): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('case_worker')
		.select('worker_id')
		.distinct()
		.where('organisation_id', '=', tx.organisationId)
		.where('to_at', 'is', null)
		.limit(500)
		.execute();
	return rows.map((row) => row.worker_id);
}

/** The query of one page, for whoever runs it and for the test that looks at its plan. */
export function casePage(
	tx: Tx,
	list: { scope: CaseScope; filter: CaseFilter },
	page: { after: CaseKey | undefined; atMost: number },
) {
	const { by, way, kind } = ORDERS[list.filter.order];
	let query = selectFacts(tx)
		.select('c.last_met_on as lastMetOn')
		.where(visible(tx, list.scope))
		.orderBy(by, way)
		.orderBy('c.id', way)
		.limit(page.atMost);
	for (const condition of conditionsOf(tx, list.filter)) query = query.where(condition);
	if (!page.after) return query;
	const value = kind === 'date' ? sql`${page.after.value}::date` : sql`${page.after.value}`;
	const beyond = way === 'asc' ? sql`>` : sql`<`;
	return query.where(sql<boolean>`(${by}, c.id) ${beyond} (${value}, ${page.after.id}::uuid)`);
}

function conditionsOf(tx: Tx, filter: CaseFilter) {
	const states = {
		closed: sql<boolean>`c.closed_on is not null`,
		active: sql<boolean>`c.active_from is not null`,
		ready: sql<boolean>`(c.closed_on is null and c.active_from is null and c.unmet = 0)`,
		waiting: sql<boolean>`(c.closed_on is null and c.active_from is null and c.unmet > 0)`,
	};
	return [
		filter.programme === undefined ? [] : sql<boolean>`c.programme = ${filter.programme}`,
		filter.state === undefined ? [] : states[filter.state],
		filter.from === undefined ? [] : sql<boolean>`c.opened_on >= ${filter.from}::date`,
		filter.to === undefined ? [] : sql<boolean>`c.opened_on <= ${filter.to}::date`,
		filter.worker === undefined ? [] : carriedBy(tx, filter.worker),
	].flat();
}

const carriedBy = (tx: Tx, worker: Uuid) => sql<boolean>`c.id in (select w.case_id from case_worker as w
	where w.organisation_id = ${tx.organisationId} and w.worker_id = ${worker} and w.to_at is null)`;

function visible(tx: Tx, scope: CaseScope) {
	const worker = tx.act.by.kind === 'worker' ? tx.act.by.workerId : null;
	const granted = (relations: string) => sql<boolean>`c.id in (select g.subject_id from access.grant_ as g
		where g.organisation_id = ${tx.organisationId} and g.worker_id = ${worker} and g.relation in (${sql.raw(relations)}) and access.holds(g.relation, g.from_at, g.to_at))`;
	const own = granted(`'own', 'stand-in'`);
	const team = sql<boolean>`c.id in (select s.subject_id from access.subject_team as s join access.team_member as m
		on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
		where s.organisation_id = ${tx.organisationId} and m.worker_id = ${worker})`;
	const unscreened = sql<boolean>`not ${granted(`'screened'`)}`;
	if (scope === 'organisation') return unscreened;
	return scope === 'own'
		? sql<boolean>`(${own} and ${unscreened})`
		: sql<boolean>`((${own} or ${team}) and ${unscreened})`;
}
