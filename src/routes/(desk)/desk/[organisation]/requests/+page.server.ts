import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listRequests } from '#lib/intake/read-requests.server.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { PageServerLoad } from './$types';

const VIEWS = ['waiting', 'mine', 'ended'] as const;

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const view = VIEWS.find((one) => one === event.url.searchParams.get('view')) ?? 'waiting';
	const before = event.url.searchParams.get('before');
	const { rows, more } = found(await listRequests(act, { view, before: isUuid(before) ? before : undefined }));
	return { now: act.at, view, views: VIEWS, rows, next: more && view === 'ended' ? rows.at(-1)?.facts.id : undefined };
};
