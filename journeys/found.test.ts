import { expect, test } from 'vitest';
import { aCaller } from './http.fixtures.ts';
import { anOpora } from './opora.fixtures.ts';
import { pagesOf } from './public-pages.fixtures.ts';

const opora = anOpora();

const robotsTag = (html: string) => /<meta name="robots" content="([^"]*)"/.exec(html)?.[1];
const property = (html: string, name: string) =>
	new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];

test('what is somebody’s own is not for search engines', async () => {
	const visitor = aCaller(opora);
	const robots = (await visitor.get('/robots.txt')).text;
	for (const path of ['/code', '/desk', '/exit', '/closed', '/ask/*/*/sent'])
		expect(robots).toContain(`Disallow: ${path}\n`);
	expect(robots).toContain(`Sitemap: ${opora.address}/sitemap.xml`);
	for (const path of ['/code', '/closed', '/offline', '/sign-in', '/ask/slovenska-karitas/blizu/who'])
		expect([path, robotsTag((await visitor.get(path)).text)]).toEqual([path, 'noindex']);
});

test('the map of the site names every public page in its languages, and each is there and may be shown', async () => {
	const visitor = aCaller(opora);
	const { text, headers } = await visitor.get('/sitemap.xml');
	expect(headers.get('content-type')).toContain('xml');
	const pages = await pagesOf(opora);
	expect(pages).toEqual(expect.arrayContaining(['/', '/calm', '/reading/grief', '/p/slovenska-karitas/blizu']));
	for (const path of pages) {
		for (const code of ['sl', 'cs', 'en'])
			expect(text).toContain(`hreflang="${code}" href="${opora.address}${path}?lang=${code}"`);
		const page = await visitor.get(path);
		expect([path, page.status, robotsTag(page.text)]).toEqual([path, 200, undefined]);
	}
	for (const own of ['/code', '/desk', '/exit', '/sign-in']) expect(text).not.toContain(`${opora.address}${own}`);
});

test('a link sent to somebody shows the same on every page: no word of what it is about', async () => {
	const visitor = aCaller(opora);
	for (const path of [...(await pagesOf(opora)), '/code', '/ask/slovenska-karitas/blizu/who']) {
		const { text } = await visitor.get(path);
		const shown = ['og:title', 'og:description', 'og:image'].map((name) => property(text, name));
		expect([path, ...shown]).toEqual([path, 'Opora', 'Informacije in stiki', `${opora.address}/preview.png`]);
	}
	const picture = await sizeOf('/preview.png');
	expect(picture).toEqual([1200, 630]);
});

test('it can be put on a home screen under its name, and from the page about watched phones under a plain one', async () => {
	const visitor = aCaller(opora);
	for (const [page, language, name] of [
		['/', 'sl', 'Opora'],
		['/safe-browsing', 'sl', 'Zapiski'],
		['/safe-browsing', 'cs', 'Poznámky'],
		['/safe-browsing', 'en', 'Notes'],
	] as const) {
		const { text } = await visitor.get(`${page}?lang=${language}`);
		const address = /<link rel="manifest" href="([^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&');
		const answer = await visitor.get(address);
		expect(answer.headers.get('content-type')).toBe('application/manifest+json');
		const manifest = JSON.parse(answer.text);
		expect([manifest.name, manifest.short_name, manifest.start_url, manifest.display]).toEqual([
			name,
			name,
			'/',
			'standalone',
		]);
		if (name !== 'Opora') expect(answer.text).not.toMatch(/opora/i);
		for (const icon of manifest.icons) expect(await sizeOf(icon.src)).toEqual(icon.sizes.split('x').map(Number));
	}
});

/** How large a PNG is: its head says so. */
async function sizeOf(path: string): Promise<readonly number[]> {
	const answer = await fetch(new URL(path, opora.address));
	expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
	const bytes = Buffer.from(await answer.arrayBuffer());
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
