import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { RequestFacts, RequestView } from './request.ts';

type NewRequest = Omit<
	RequestFacts,
	'respondedAt' | 'takenBy' | 'outcome' | 'initiative' | 'noticed' | 'aboutPerson' | 'firstTalkAt' | 'waitingSince'
> & {
	sealed: Sealed;
	reasons: readonly string[];
};

/** Everything a request brings; nothing is asked back, because a visitor may put in and not look. */
export async function insertRequest(tx: Tx, made: NewRequest): Promise<void> {
	const { organisationId: organisation_id } = tx;
	await tx.db
		.insertInto('request')
		.values({
			organisation_id,
			id: made.id,
			label: made.label,
			programme: made.programme,
			version: made.version,
			way_in: made.wayIn,
			for_whom: made.forWhom,
			urgency: made.urgency,
			received_at: made.receivedAt,
			respond_by: made.respondBy,
			mode: made.mode,
			online_reason: made.onlineReason,
			site: made.site,
			municipality: made.municipality,
			anonymous: made.anonymous,
			needs_own_wish: made.needsOwnWish,
			needs_notice: made.needsNotice,
			entered_by: made.enteredBy,
		})
		.execute();
	await tx.db
		.insertInto('request_text')
		.values({ organisation_id, request_id: made.id, sealed: made.sealed })
		.execute();
	const reasons = made.reasons.map((reason) => ({ organisation_id, request_id: made.id, reason }));
	if (reasons.length > 0) await tx.db.insertInto('request_reason').values(reasons).execute();
}

export async function insertCommand(tx: Tx, id: Uuid): Promise<void> {
	await tx.db
		.insertInto('command')
		.values({ organisation_id: tx.organisationId, id, kind: 'receive-request', at: tx.act.at })
		.execute();
}

const FACTS = [
	'r.id',
	'r.label',
	'r.programme',
	'r.version',
	'r.way_in as wayIn',
	'r.for_whom as forWhom',
	'r.urgency',
	'r.received_at as receivedAt',
	'r.respond_by as respondBy',
	'r.responded_at as respondedAt',
	'r.mode',
	'r.online_reason as onlineReason',
	'r.site',
	'r.municipality',
	'r.anonymous',
	'r.needs_own_wish as needsOwnWish',
	'r.needs_notice as needsNotice',
	'r.entered_by as enteredBy',
	'r.about_person as aboutPerson',
	'm.first_talk_at as firstTalkAt',
	'm.waiting_since as waitingSince',
	't.worker_id as takenBy',
	'o.kind as outcome',
	'i.answer as initiative',
] as const;

function facts(tx: Tx) {
	return (
		tx.db
			.selectFrom('request as r')
			// Whoever proposed somebody sees no mark.
			.leftJoin('request_mark as m', (join) =>
				join.onRef('m.organisation_id', '=', 'r.organisation_id').onRef('m.request_id', '=', 'r.id'),
			)
			.leftJoin('request_taking as t', (join) =>
				join
					.onRef('t.organisation_id', '=', 'r.organisation_id')
					.onRef('t.request_id', '=', 'r.id')
					.on('t.to_at', 'is', null),
			)
			.leftJoin('request_outcome as o', (join) =>
				join.onRef('o.organisation_id', '=', 'r.organisation_id').onRef('o.request_id', '=', 'r.id'),
			)
			.leftJoin('initiative_answer as i', (join) =>
				join.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.request_id', '=', 'r.id'),
			)
			.leftJoin('ex_officio_notice as n', (join) =>
				join.onRef('n.organisation_id', '=', 'r.organisation_id').onRef('n.request_id', '=', 'r.id'),
			)
			.select(FACTS)
			.select((eb) => eb('n.request_id', 'is not', null).as('noticed'))
			.where('r.organisation_id', '=', tx.organisationId)
	);
}

export async function loadRequest(tx: Tx, id: Uuid): Promise<RequestFacts | undefined> {
	return (await facts(tx).where('r.id', '=', id).executeTakeFirst()) as RequestFacts | undefined;
}

/**
 * Loads a request and holds it: whoever else decides about it waits. Whoever has its code cannot hold it and still may take
 * it back, so the hold leaves room for rows that refer to it; with more, the two would wait for each other. Both hold the
 * mark of the request before anything else of it.
 */
export async function lockRequest(tx: Tx, id: Uuid): Promise<RequestFacts | undefined> {
	await tx.db
		.selectFrom('request as r')
		.innerJoin('request_mark as m', (join) =>
			join.onRef('m.organisation_id', '=', 'r.organisation_id').onRef('m.request_id', '=', 'r.id'),
		)
		.select('r.id')
		.where('r.organisation_id', '=', tx.organisationId)
		.where('r.id', '=', id)
		.forNoKeyUpdate()
		.execute();
	return loadRequest(tx, id);
}

export type RequestScope = 'own' | 'team' | 'organisation';

/** Where in a list a page ends. */
export type RequestKey = { readonly id: Uuid; readonly respondBy: Date };

export async function loadRequests(
	tx: Tx,
	view: RequestView,
	page: { scope: RequestScope; after: RequestKey | undefined; atMost: number },
): Promise<RequestFacts[]> {
	const ids = (await requestPage(tx, view, page).execute()).map((row) => row.id);
	const found = new Map((await loadRequestsById(tx, ids)).map((facts) => [facts.id, facts]));
	return ids.flatMap((id) => found.get(id) ?? []);
}

/** The question a page of a list asks. It begins with the marks and looks up the rest row by row: joined, all that ever came would be read. */
export function requestPage(
	tx: Tx,
	view: RequestView,
	page: { scope: RequestScope; after: RequestKey | undefined; atMost: number },
) {
	const { after } = page;
	const query = marksIn(tx, view, page.scope).limit(page.atMost);
	if (view === 'ended') {
		const ended = query.orderBy('m.request_id', 'desc');
		return after ? ended.where('m.request_id', '<', after.id) : ended;
	}
	const open = query.orderBy('m.respond_by').orderBy('m.request_id');
	return after ? open.where(sql<boolean>`(m.respond_by, m.request_id) > (${after.respondBy}, ${after.id})`) : open;
}

/** How many requests a list has. */
export async function countRequests(tx: Tx, view: RequestView, scope: RequestScope): Promise<number> {
	const row = await tx.db
		.selectFrom(marksIn(tx, view, scope).as('some'))
		.select((eb) => eb.fn.countAll<string>().as('n'))
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

const TAKER = sql<Uuid | null>`(select t.worker_id from request_taking t
	where t.organisation_id = m.organisation_id and t.request_id = m.request_id and t.to_at is null)`;
// Whoever was answered and is on the waiting list waits for a place, not for somebody to take their request.
const NOT_ONLY_ON_THE_LIST = sql<boolean>`(m.waiting_since is null or (select r.responded_at from request r
	where r.organisation_id = m.organisation_id and r.id = m.request_id) is null)`;

function marksIn(tx: Tx, view: RequestView, scope: RequestScope) {
	const all = tx.db
		.selectFrom('request_mark as m')
		.select('m.request_id as id')
		.where('m.organisation_id', '=', tx.organisationId)
		.where('m.ended_at', view === 'ended' ? 'is not' : 'is', null)
		.where(inScope('m.request_id', scope));
	if (view === 'ended') return all;
	if (view === 'taken') return all.where(TAKER, 'is not', null);
	if (view === 'mine') return all.where(TAKER, '=', tx.act.by.kind === 'worker' ? tx.act.by.workerId : null);
	return all.where(TAKER, 'is', null).where(NOT_ONLY_ON_THE_LIST);
}

/** Whether a request is one of those a list may show. What is screened off is in nobody's list, not even in one of the whole organisation. */
export function inScope(request: 'm.request_id' | 's.request_id', scope: RequestScope) {
	const relation = sql<string>`access.relation_to(${sql.ref(request)})`;
	if (scope === 'organisation') return sql<boolean>`${relation} <> 'screened'`;
	return scope === 'own' ? sql<boolean>`${relation} = 'own'` : sql<boolean>`${relation} in ('own', 'team')`;
}

export async function loadRequestsOfPerson(tx: Tx, person: Uuid): Promise<RequestFacts[]> {
	return (await facts(tx)
		.where('r.about_person', 'in', sql<Uuid>`(select record from access.records_of(array[${person}::uuid]))`)
		.orderBy('r.id', 'desc')
		.limit(200)
		.execute()) as RequestFacts[];
}

export async function loadRequestsById(tx: Tx, ids: readonly Uuid[]): Promise<RequestFacts[]> {
	if (ids.length === 0) return [];
	return (await facts(tx)
		.where('r.id', 'in', [...new Set(ids)])
		.execute()) as RequestFacts[];
}

/** Requests that go by a label; several may. */
export async function loadIdsByLabel(tx: Tx, label: string): Promise<Uuid[]> {
	const rows = await tx.db
		.selectFrom('request')
		.select('id')
		.where('organisation_id', '=', tx.organisationId)
		.where('label', '=', label)
		.limit(200)
		.execute();
	return rows.map((row) => row.id);
}

/** The sealed words of requests with the keys they open under. */
export async function loadTexts(
	tx: Tx,
	ids: readonly Uuid[],
): Promise<{ request_id: Uuid; sealed: Sealed; wrapped: Buffer }[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('request_text as t')
		.innerJoin('subject_key as k', (join) =>
			join.onRef('k.organisation_id', '=', 't.organisation_id').onRef('k.subject_id', '=', 't.request_id'),
		)
		.select(['t.request_id', 't.sealed', 'k.wrapped'])
		.where('t.organisation_id', '=', tx.organisationId)
		.where('t.request_id', 'in', [...ids])
		.execute();
}

export async function loadReasons(tx: Tx, ids: readonly Uuid[]): Promise<{ request_id: Uuid; reason: string }[]> {
	if (ids.length === 0) return [];
	return tx.db
		.selectFrom('request_reason')
		.select(['request_id', 'reason'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', 'in', [...ids])
		.limit(5_000)
		.execute();
}

/** Stops the response clock, the first time somebody is answered. Travels with what ends the transaction. */
export function markResponded(tx: Tx, requestId: Uuid): void {
	tx.sendAlong(
		tx.db
			.updateTable('request')
			.set({ responded_at: tx.act.at })
			.where('organisation_id', '=', tx.organisationId)
			.where('id', '=', requestId)
			.where('responded_at', 'is', null)
			.compile(),
	);
}

export async function setAboutPerson(tx: Tx, requestId: Uuid, person: Uuid): Promise<void> {
	await tx.db
		.updateTable('request')
		.set({ about_person: person })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', requestId)
		.execute();
}
