// Every page that is for everybody, as the site itself names them.
import { aCaller } from './http.fixtures.ts';
import type { RunningOpora } from './opora.fixtures.ts';

/** The addresses of the map of the site, each once, without their language. */
export async function pagesOf(opora: RunningOpora): Promise<readonly string[]> {
	const { text } = await aCaller(opora).get('/sitemap.xml');
	const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
	return [...new Set(paths)];
}

/** Public pages that no search engine shows, and those on the way to asking for help. */
export const ON_THE_WAY = [
	'/closed',
	'/offline',
	'/code',
	'/sign-in',
	'/nothing/here',
	'/p/csd-izmisljeno-polje',
	'/p/csd-izmisljeno-polje/prva-socialna-pomoc',
	'/p/krizove-centrum-smyslenka/krizova-intervence',
	'/ask/slovenska-karitas/blizu/who',
	'/ask/csd-izmisljeno-polje/prva-socialna-pomoc/who',
];
