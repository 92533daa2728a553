import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { inScope, type RequestScope } from './intake.store.server.ts';
import type { Leaving, WaitingCount, WaitingKey, WaitingPriority, WaitingReason, WaitingStay } from './waiting.ts';

const STAY = [
	's.id',
	's.request_id as requestId',
	's.joined_at as joinedAt',
	's.site',
	's.reason',
	's.priority',
	's.from_at as fromAt',
	's.put_by as putBy',
	's.to_at as toAt',
	's.left_why as leftWhy',
	's.left_by as leftBy',
] as const;

/** Since when somebody waits: written the first time, and only read ever after. */
export async function joinedAt(tx: Tx, requestId: Uuid): Promise<Date> {
	await tx.db
		.insertInto('waiting_entry')
		.values({ organisation_id: tx.organisationId, request_id: requestId, joined_at: tx.act.at })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'request_id']).doNothing())
		.execute();
	const row = await tx.db
		.selectFrom('waiting_entry')
		.select('joined_at')
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.executeTakeFirstOrThrow();
	return row.joined_at;
}

/** Of two forms sent at the same moment the one that was looked at first may be written last. */
const later = (a: Date, b: Date) => (a > b ? a : b);

export async function insertStay(
	tx: Tx,
	stay: {
		id: Uuid;
		requestId: Uuid;
		joinedAt: Date;
		programme: string;
		site: string | null;
		reason: WaitingReason;
		priority: WaitingPriority | null;
		by: Uuid;
	},
): Promise<void> {
	await tx.db
		.insertInto('waiting_stay')
		.values({
			organisation_id: tx.organisationId,
			id: stay.id,
			request_id: stay.requestId,
			joined_at: stay.joinedAt,
			programme: stay.programme,
			site: stay.site,
			reason: stay.reason,
			priority: stay.priority,
			from_at: later(tx.act.at, stay.joinedAt),
			put_by: stay.by,
		})
		.execute();
}

/** Ends the stay a request has at present; false where it has none. */
export async function endStay(
	tx: Tx,
	requestId: Uuid,
	left: { why: Leaving | 'moved'; by: Uuid; seal?: (stay: Uuid) => Sealed },
): Promise<boolean> {
	const [open] = await loadStays(tx, requestId, 1);
	if (!open || open.toAt) return false;
	await tx.db
		.updateTable('waiting_stay')
		.set({
			to_at: later(tx.act.at, open.fromAt),
			left_why: left.why,
			left_by: left.by,
			left_sealed: left.seal?.(open.id) ?? null,
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', open.id)
		.execute();
	return true;
}

/** The times a request was on the waiting list, newest first; one that goes on stands before all others. */
export async function loadStays(
	tx: Tx,
	requestId: Uuid,
	atMost = 50,
): Promise<(WaitingStay & { left_sealed: Sealed | null })[]> {
	return (await tx.db
		.selectFrom('waiting_stay as s')
		.select([...STAY, 's.left_sealed'])
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.request_id', '=', requestId)
		.orderBy(sql`s.to_at is null`, 'desc')
		.orderBy('s.from_at', 'desc')
		.orderBy('s.id', 'desc')
		.limit(atMost)
		.execute()) as (WaitingStay & { left_sealed: Sealed | null })[];
}

/** Which part of the waiting list: of a programme, and of a site of it; `anywhere` is for those who wait for whichever has room first. */
export type WaitingFilter = { readonly programme?: string; readonly site?: string; readonly anywhere?: boolean };

/** The question a page of the waiting list asks: those who have waited longest first. */
export function waitingPage(
	tx: Tx,
	list: { scope: RequestScope; filter: WaitingFilter },
	page: { after: WaitingKey | undefined; atMost: number },
) {
	const { programme, site, anywhere } = list.filter;
	let query = tx.db
		.selectFrom('waiting_stay as s')
		.select(STAY)
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.to_at', 'is', null)
		.where(inScope('s.request_id', list.scope))
		.orderBy('s.joined_at')
		.orderBy('s.request_id')
		.limit(page.atMost);
	if (programme) query = query.where('s.programme', '=', programme);
	if (site) query = query.where('s.site', '=', site);
	if (anywhere) query = query.where('s.site', 'is', null);
	const { after } = page;
	return after ? query.where(sql<boolean>`(s.joined_at, s.request_id) > (${after.joinedAt}, ${after.id})`) : query;
}

export async function loadWaiting(
	tx: Tx,
	list: { scope: RequestScope; filter: WaitingFilter },
	page: { after: WaitingKey | undefined; atMost: number },
): Promise<WaitingStay[]> {
	return (await waitingPage(tx, list, page).execute()) as WaitingStay[];
}

/** How many wait for each site of each programme. */
export async function countWaiting(tx: Tx, scope: RequestScope): Promise<WaitingCount[]> {
	const rows = await tx.db
		.selectFrom('waiting_stay as s')
		.select(['s.programme', 's.site'])
		.select((eb) => [eb.fn.countAll<string>().as('n'), eb.fn.min('s.joined_at').as('longestSince')])
		.where('s.organisation_id', '=', tx.organisationId)
		.where('s.to_at', 'is', null)
		.where(inScope('s.request_id', scope))
		.groupBy(['s.programme', 's.site'])
		.orderBy('s.programme')
		.orderBy('s.site')
		.limit(500)
		.execute();
	return rows.map(({ programme, site, n, longestSince }) => ({ programme, site, count: Number(n), longestSince }));
}
