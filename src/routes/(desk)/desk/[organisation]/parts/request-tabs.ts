import type { Words } from '#lib/platform/words.server.ts';
import { REQUEST_VIEWS } from '#lib/intake/request.ts';

/** Every list of requests, as tabs: the views, and the waiting list with how many are on it. */
export function requestTabs(desk: string, at: { current: string; waiting: number }, t: Words['t']) {
	const views = REQUEST_VIEWS.map((view) => ({
		href: `${desk}/requests?view=${view}`,
		label: t(`request.view.${view}`),
		current: view === at.current,
	}));
	const list = { href: `${desk}/requests/waiting`, label: t('waiting.title'), count: at.waiting };
	return [...views, { ...list, current: at.current === 'list' }];
}
