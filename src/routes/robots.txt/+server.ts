import type { RequestHandler } from './$types';

/** Pages that are somebody's own, and those that only make sense on the way. */
const PERSONAL = [
	'/code',
	'/desk',
	'/ask/*/sent',
	'/ask/*/*/sent',
	'/how-am-i/',
	'/exit',
	'/closed',
	'/offline',
	'/unlock',
	'/invitation',
	'/set-up',
];

export const GET: RequestHandler = ({ url }) =>
	new Response(
		[
			'User-agent: *',
			...PERSONAL.map((path) => `Disallow: ${path}`),
			'',
			`Sitemap: ${url.origin}/sitemap.xml`,
			'',
		].join('\n'),
		{ headers: { 'content-type': 'text/plain; charset=utf-8' } },
	);
