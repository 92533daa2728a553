import { sql, type RawBuilder } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ownSubjects, teamSubjects, unscreened, workerOf } from '#lib/access/whose-subjects.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { CaseFilter, CaseKey, CaseOrder, ListedCase } from './case-list.ts';
import { selectFacts } from './cases.store.server.ts';

/** Whose cases a list shows: the worker's own, their teams', or all of the organisation. What is screened off is in none. */
export type CaseScope = 'own' | 'team' | 'organisation';

// As the index `case_met` has it.
const MET = sql<string>`c.met_or_never`;
const OPENED = { by: sql`c.opened_on`, shown: sql`"openedOn"`, kind: 'date' } as const;
const LAST_MET = { by: MET, shown: sql`coalesce("lastMetOn", '0001-01-01'::date)`, kind: 'date' } as const;
/** What a list is sorted by: as its table has it, and as its page shows it. */
type Order = { readonly by: RawBuilder<unknown>; readonly shown: RawBuilder<unknown>; readonly kind: 'date' | 'text' };
const ORDERS: Readonly<Record<CaseOrder, Order & { readonly way: 'asc' | 'desc' }>> = {
	newest: { ...OPENED, way: 'desc' },
	oldest: { ...OPENED, way: 'asc' },
	number: { by: sql`c.number`, shown: sql`number`, way: 'asc', kind: 'text' },
	'met-longest-ago': { ...LAST_MET, way: 'asc' },
	'met-latest': { ...LAST_MET, way: 'desc' },
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
	let some = tx.db
		.selectFrom('case_ as c')
		.select('c.id')
		.where('c.organisation_id', '=', tx.organisationId)
		.limit(atMost);
	for (const condition of conditionsOf(tx, list.filter)) some = some.where(condition);
	const [all, few] = waysTo(tx, list.scope);
	const inAll = tx.db.selectFrom(some.where(all).as('many')).select('id');
	const counted = few ? inAll.unionAll(tx.db.selectFrom(some.where(few).as('few')).select('id')) : inAll;
	const row = await withTheirs(tx, list.scope)
		.selectFrom(counted.as('some'))
		.select((eb) => eb.fn.countAll<string>().as('n'))
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

/** At most so many workers are offered to choose from. */
const CARRIERS_MAX = 500;

/** Whoever carries a case now: from one worker straight to the next, past all the cases of the first. */
export async function loadCarriers(tx: Tx): Promise<Uuid[]> {
	const { rows } = await sql<{ worker_id: Uuid }>`with recursive carrier as (
			(select worker_id from case_worker where organisation_id = ${tx.organisationId} and to_at is null order by worker_id limit 1)
			union all
			select (select w.worker_id from case_worker w where w.organisation_id = ${tx.organisationId} and w.to_at is null
				and w.worker_id > carrier.worker_id order by w.worker_id limit 1)
			from carrier where carrier.worker_id is not null)
		select worker_id from carrier where worker_id is not null limit ${CARRIERS_MAX}`.execute(tx.db);
	return rows.map((row) => row.worker_id);
}

type List = { readonly scope: CaseScope; readonly filter: CaseFilter };
type Page = { readonly after: CaseKey | undefined; readonly atMost: number };

/**
 * The query of one page, for whoever runs it and for the test that looks at its plan. Whoever may see few cases gets them
 * by their ids, however many there are beside them; whoever may see many reads along the order, where the next is near.
 * The database decides which before it reads either.
 */
export function casePage(tx: Tx, list: List, page: Page) {
	const { shown, way } = ORDERS[list.filter.order];
	const [all, few] = waysTo(tx, list.scope);
	const many = pageOf(tx, list, page).where(all);
	if (!few) return many;
	const either = tx.db
		.selectFrom(pageOf(tx, list, page).where(few).as('few'))
		.selectAll()
		.unionAll(tx.db.selectFrom(many.as('many')).selectAll());
	return withTheirs(tx, list.scope)
		.selectFrom(either.as('page'))
		.selectAll('page')
		.orderBy(shown, way)
		.orderBy('page.id', way)
		.limit(page.atMost);
}

/** Up to how many cases, requests and persons a worker’s are few. */
const FEW = 50;

/** How cases are found: of all there are; and, where they may be few, by their ids. Of the two one finds nothing. */
function waysTo(tx: Tx, scope: CaseScope): [all: RawBuilder<boolean>, few?: RawBuilder<boolean>] {
	if (scope === 'organisation') return [unscreened(tx, ID)];
	const areFew = sql<boolean>`(select cardinality(ids) from theirs) <= ${FEW}`;
	return [
		sql<boolean>`(not ${areFew} and ${visible(tx, scope)})`,
		sql<boolean>`(${areFew} and c.id = any((select ids from theirs)::uuid[]) and ${unscreened(tx, ID)})`,
	];
}

/** What `waysTo` speaks of: asked once for both ways. */
const withTheirs = (tx: Tx, scope: CaseScope) =>
	scope === 'organisation' ? tx.db : tx.db.with('theirs', () => theirsOf(tx, scope));
const theirsOf = (tx: Tx, scope: Exclude<CaseScope, 'organisation'>) =>
	sql<{ ids: Uuid[] }>`(select array(${subjectsOf(tx, scope)}) as ids)`;

/** What is the worker’s own, or their teams’ too; no further than what is few. */
function subjectsOf(tx: Tx, scope: Exclude<CaseScope, 'organisation'>) {
	const own = ownSubjects(tx);
	const all = scope === 'own' ? own : sql`(${own}) union all (${firstOfTeams(tx)})`;
	return sql`${all} limit ${FEW + 1}`;
}

function pageOf(tx: Tx, list: List, page: Page) {
	const { by, way, kind } = ORDERS[list.filter.order];
	let query = selectFacts(tx)
		.select('c.last_met_on as lastMetOn')
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

// Each team is asked in the order of its index: in any other the database would read what belongs to all teams.
const firstOfTeams = (tx: Tx) => sql<Uuid>`select s.subject_id from access.team_member as m cross join lateral (
	select t.subject_id from access.subject_team as t where t.organisation_id = m.organisation_id and t.team_id = m.team_id
	order by t.subject_id limit ${FEW + 1}) as s
	where m.organisation_id = ${tx.organisationId} and m.worker_id = ${workerOf(tx)} and m.to_at is null`;
const ID = sql`c.id`;

function visible(tx: Tx, scope: Exclude<CaseScope, 'organisation'>) {
	const own = sql`c.id in (${ownSubjects(tx)})`;
	const theirs = scope === 'own' ? own : sql`(${own} or c.id in (${teamSubjects(tx)}))`;
	return sql<boolean>`(${theirs} and ${unscreened(tx, ID)})`;
}
