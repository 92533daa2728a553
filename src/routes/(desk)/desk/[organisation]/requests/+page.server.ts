import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listRequests } from '#lib/intake/read-requests.server.ts';
import { readWaitingCounts } from '#lib/intake/waiting-list.server.ts';
import { REQUEST_VIEWS } from '#lib/intake/request.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { PageServerLoad } from './$types';

function keyIn(query: URLSearchParams) {
	const [id, by] = [query.get('after'), Number(query.get('by'))];
	return isUuid(id) && Number.isSafeInteger(by) ? { id, respondBy: new Date(by) } : undefined;
}

const nextPage = ({ id, respondBy }: { id: string; respondBy: Date }, view: string) =>
	`?${new URLSearchParams({ view, after: id, by: String(respondBy.getTime()) })}`;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const view = REQUEST_VIEWS.find((one) => one === event.url.searchParams.get('view')) ?? 'waiting';
	const { rows, more } = found(await listRequests(act, { view, after: keyIn(event.url.searchParams) }));
	const waiting = found(await readWaitingCounts(act)).reduce((sum, one) => sum + one.count, 0);
	return { now: act.at, view, waiting, rows, next: more ? nextPage(rows.at(-1)!.facts, view) : undefined };
};
