import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.server.ts';

const PAGE = `<!doctype html><p>${'čšž '.repeat(500)}</p>`;
const aPage = (headers: Record<string, string> = {}, status = 200) =>
	new Response(PAGE, { status, headers: { 'content-type': 'text/html', ...headers } });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test.each([
	['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
	['gzip', 'gzip', gunzipSync],
	['br;q=0, gzip', 'gzip', gunzipSync],
] as const)('for a browser that takes “%s” a page comes as %s, whole and shorter', async (accepted, way, open) => {
	for (let again = 0; again < 2; again += 1) {
		const answer = await compressed(aPage(), accepted);
		const bytes = await bytesOf(answer);
		expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([way, 'accept-encoding']);
		expect(open(bytes).toString()).toBe(PAGE);
		expect(bytes.length).toBeLessThan(PAGE.length / 10);
	}
});

test.each([
	['a browser that takes nothing', aPage(), null],
	['one that refuses', aPage(), 'br;q=0, gzip;q=0'],
	['a page that gives a cookie', aPage({ 'set-cookie': 'a=b' }), 'br'],
	['what is no page', aPage({ 'content-type': 'application/json' }), 'br'],
	['an error', aPage({}, 404), 'br'],
])('%s: it stays as it is', async (_, page, accepted) => {
	const answer = await compressed(page, accepted);
	expect(answer.headers.get('content-encoding')).toBeNull();
	expect((await bytesOf(answer)).toString()).toBe(PAGE);
});

test('what is kept of other pages never comes in place of this one', async () => {
	for (let number = 0; number < 250; number += 1) {
		const text = `<p>${number}</p>`;
		const page = new Response(text, { headers: { 'content-type': 'text/html' } });
		expect(brotliDecompressSync(await bytesOf(await compressed(page, 'br'))).toString()).toBe(text);
	}
});
