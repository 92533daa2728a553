import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Pages that are the same for everybody come again and again: what was compressed once is kept for the next.
const REMEMBERED_MAX = 200;
const remembered = new Map<string, Promise<Buffer>>();

const WAYS = {
	br: (text: string) =>
		promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) as Promise<Buffer>,
	gzip: (text: string) => promisify(gzip)(text) as Promise<Buffer>,
} as const;

/**
 * A page in fewer bytes, where the browser takes them. Only for pages that are the same for everybody: where something
 * secret stands beside something a stranger chose, the length of an answer tells of the secret.
 */
export async function compressed(page: Response, accepted: string | null): Promise<Response> {
	const way = (['br', 'gzip'] as const).find((one) =>
		new RegExp(`\\b${one}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepted ?? ''),
	);
	const html = page.headers.get('content-type')?.startsWith('text/html');
	if (!way || !html || page.status !== 200 || page.headers.has('set-cookie')) return page;
	const text = await page.text();
	const headers = new Headers(page.headers);
	headers.set('content-encoding', way);
	headers.set('vary', 'accept-encoding');
	headers.delete('content-length');
	headers.delete('etag');
	return new Response(new Uint8Array(await once(way, text)), { status: page.status, headers });
}

function once(way: keyof typeof WAYS, text: string): Promise<Buffer> {
	const key = `${way} ${createHash('sha256').update(text).digest('base64')}`;
	const known = remembered.get(key) ?? WAYS[way](text);
	remembered.delete(key);
	remembered.set(key, known);
	if (remembered.size > REMEMBERED_MAX) remembered.delete(remembered.keys().next().value!);
	return known;
}
