import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { listWaiting } from '#lib/intake/waiting-list.server.ts';
import type { WaitingKey } from '#lib/intake/waiting.ts';
import { isUuid } from '#lib/kernel/ids.ts';
import type { PageServerLoad } from './$types';

const CODE = /^[a-z0-9][a-z0-9.:-]{0,79}$/;

function keyIn(query: URLSearchParams): WaitingKey | undefined {
	const [id, since] = [query.get('after'), Number(query.get('since'))];
	return isUuid(id) && Number.isSafeInteger(since) ? { id, joinedAt: new Date(since) } : undefined;
}

function filterIn(query: URLSearchParams) {
	const code = (name: string) => {
		const given = query.get(name) ?? '';
		return CODE.test(given) ? { [name]: given } : {};
	};
	return { ...code('programme'), ...code('site'), ...(query.has('anywhere') ? { anywhere: true } : {}) };
}

export const load: PageServerLoad = async (event) => {
	const query = event.url.searchParams;
	const page = found(await listWaiting(workerAct(event), { filter: filterIn(query), after: keyIn(query) }));
	const next = new URLSearchParams(query);
	if (page.next) {
		next.set('after', page.next.id);
		next.set('since', String(page.next.joinedAt.getTime()));
	}
	return {
		...page,
		asked: { programme: query.get('programme'), site: query.get('site'), anywhere: query.has('anywhere') },
		next: page.next && `?${next}`,
	};
};
