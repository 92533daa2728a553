import type { RequestHandler } from './$types';

/** Where somebody lands who leaves in a hurry: a page about the weather, of each language's country. */
const ELSEWHERE = {
	sl: 'https://www.vreme.si/',
	cs: 'https://www.chmi.cz/',
	en: 'https://www.metoffice.gov.uk/',
} as const;

/** Leaves at once: what the site stored in the browser is cleared, and Back finds nothing in the cache. */
export const GET: RequestHandler = ({ locals }) =>
	new Response(null, {
		status: 303,
		headers: {
			location: ELSEWHERE[locals.language],
			'clear-site-data': '"cache", "cookies", "storage"',
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
		},
	});
