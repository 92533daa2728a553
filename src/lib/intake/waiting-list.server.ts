import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { LocalWords } from '#lib/kernel/local-words.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { timeZoneHere } from '#lib/cases/case-under-change.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { lookUp, transaction, type Tx } from '#lib/platform/database.server.ts';
import { programmesHere } from '#lib/programmes/programmes.server.ts';
import { rowsOf, scopeOf, type RequestRow } from './read-requests.server.ts';
import { daysWaited, type WaitingCount, type WaitingKey, type WaitingStay } from './waiting.ts';
import { countWaiting, loadWaiting, type WaitingFilter } from './waiting.store.server.ts';

/** Somebody on the waiting list as the list shows them. */
type WaitingRow = { readonly stay: WaitingStay; readonly request: RequestRow; readonly days: number };
/** How many wait for a site, with its words. */
export type ShownCount = WaitingCount & { readonly title: LocalWords; readonly siteTitle: LocalWords | undefined };
type WaitingListPage = {
	readonly rows: readonly WaitingRow[];
	readonly next: WaitingKey | undefined;
	readonly counts: readonly ShownCount[];
};

const PAGE = 50;

/** Those who wait, as far as the worker may read their requests: the longest first, with how many wait for each site. */
export async function listWaiting(
	act: Act<Worker>,
	input: { filter: WaitingFilter; after: WaitingKey | undefined },
): Promise<Result<WaitingListPage>> {
	const allowed = permitRole(act.by, 'request.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const list = { scope: scopeOf(act.by), filter: input.filter };
		const [found, counts] = await Promise.all([
			loadWaiting(tx, list, { after: input.after, atMost: PAGE + 1 }),
			waitingCounts(tx),
		]);
		const rows = await withRequests(tx, found.slice(0, PAGE));
		const last = found.length > PAGE ? found[PAGE - 1] : undefined;
		record(tx, {
			action: 'request.listed',
			subjects: rows.flatMap(({ request }) => [request.facts.id, ...request.personIds]),
		});
		return ok({ rows, counts, next: last && { joinedAt: last.joinedAt, id: last.requestId } });
	});
}

/** How many wait for each site of each programme, as far as the worker may see; figures only, so nothing is journaled. */
export async function readWaitingCounts(act: Act<Worker>): Promise<Result<readonly ShownCount[]>> {
	const allowed = permitRole(act.by, 'request.list');
	return allowed.ok ? lookUp(act, async (tx) => ok(await waitingCounts(tx))) : allowed;
}

async function waitingCounts(tx: Tx<Worker>): Promise<readonly ShownCount[]> {
	const [counts, programmes] = await Promise.all([countWaiting(tx, scopeOf(tx.act.by)), programmesHere(tx)]);
	return counts.map((one) => {
		const definition = programmes.find((programme) => programme.key === one.programme)?.definition;
		const siteTitle = definition?.sites.find((site) => site.key === one.site)?.title;
		return { ...one, title: definition?.title ?? {}, siteTitle };
	});
}

async function withRequests(tx: Tx<Worker>, stays: readonly WaitingStay[]): Promise<readonly WaitingRow[]> {
	const [requests, timeZone] = await Promise.all([
		rowsOf(
			tx,
			stays.map((stay) => stay.requestId),
		),
		timeZoneHere(tx),
	]);
	const byId = new Map(requests.map((row) => [row.facts.id, row]));
	return stays.flatMap((stay) => {
		const request = byId.get(stay.requestId);
		return request ? [{ stay, request, days: daysWaited(stay.joinedAt, tx.act.at, timeZone) }] : [];
	});
}
