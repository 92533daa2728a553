import { LANGUAGES } from '#lib/kernel/local-words.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { READING } from '#lib/directory/reading.server.ts';
import { visitorAct } from '#lib/identity/doorway.server.ts';
import { publishedProgrammes } from '#lib/programmes/programmes.server.ts';
import type { RequestHandler } from './$types';

const PAGES = [
	'/',
	'/how-am-i',
	'/near',
	'/ask',
	'/reading',
	'/calm',
	'/safe-browsing',
	'/leaving',
	'/privacy',
	'/accessibility',
	'/about',
];

/** Every page a search engine may show, each in its languages. */
export const GET: RequestHandler = async (event) => {
	const [all, programmes] = await Promise.all([
		organisations(event.locals.now),
		publishedProgrammes(visitorAct(event)),
	]);
	const paths = [
		...PAGES,
		...READING.map((key) => `/reading/${key}`),
		// Those that are only there to show the product are invented, and nobody should find them.
		...all
			.filter(({ about }) => about.invented !== true)
			.flatMap(({ id, slug }) => [
				`/p/${slug}`,
				...programmes.filter((one) => one.organisationId === id).map(({ key }) => `/p/${slug}/${key}`),
			]),
	];
	return new Response(sitemapOf(paths.map((path) => event.url.origin + path)), {
		headers: { 'content-type': 'application/xml; charset=utf-8' },
	});
};

function sitemapOf(addresses: readonly string[]): string {
	const entries = addresses.flatMap((address) => LANGUAGES.map((code) => entryOf(address, code)));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...entries,
		'</urlset>',
		'',
	].join('\n');
}

function entryOf(address: string, language: string): string {
	const others = LANGUAGES.map(
		(code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${address}?lang=${code}"/>`,
	);
	return `<url><loc>${address}?lang=${language}</loc>${others.join('')}<xhtml:link rel="alternate" hreflang="x-default" href="${address}"/></url>`;
}
