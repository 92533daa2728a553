// @ts-check
// Works behind the public pages. It keeps one page, the one for when there is no network, with its styles, fonts and the one
// script (one can leave from it at once, too), and nothing else: never a page somebody looked at, never anything they wrote.
// A quick exit removes it with all it kept.
const KEPT = 'opora-offline';
const DAY_MS = 24 * 60 * 60 * 1000;
const worker = /** @type {any} */ (self);
const language = new URL(location.href).searchParams.get('lang') ?? 'sl';
const page = `/offline?lang=${language}`;
const ALWAYS = ['/door.js', '/favicon.svg'];
const OWN = /^\/_app\/immutable\/assets\/[^/]+\.(css|woff2)$/;

/** What a text names of ours: the styles of a page, the fonts of a style. @param {string} text */
const namedIn = (text) => {
	const addresses = [...text.matchAll(/(?:href=|url\()["']?([^"')>\s]+\.(?:css|woff2))/g)].map((match) => match[1]);
	return addresses
		.map((one) => new URL(one, `${location.origin}/_app/immutable/assets/`).pathname)
		.filter((one) => OWN.test(one));
};

/** Without cookies: the page is the same for everybody, and asking for it changes no one’s language. @param {string} path */
const ask = async (path) => {
	const answer = await fetch(path, { credentials: 'omit' });
	if (!answer.ok) throw new Error(path);
	return answer;
};

const keep = async () => {
	const answer = await ask(page);
	const styles = namedIn(await answer.clone().text());
	const sheets = await Promise.all(styles.map(async (path) => ({ path, answer: await ask(path) })));
	const fonts = (await Promise.all(sheets.map((sheet) => sheet.answer.clone().text()))).flatMap(namedIn);
	const files = await Promise.all(
		[...new Set(fonts), ...ALWAYS].map(async (path) => ({ path, answer: await ask(path) })),
	);
	await caches.delete(KEPT);
	const cache = await caches.open(KEPT);
	await Promise.all([{ path: page, answer }, ...sheets, ...files].map((one) => cache.put(one.path, one.answer)));
};

/** The kept page may be a day old: its numbers change seldom. */
const keepFresh = async () => {
	const kept = await caches.match(page, { cacheName: KEPT });
	const since = Date.parse(kept?.headers.get('date') ?? '');
	if (!(Date.now() - since < DAY_MS)) await keep();
};

worker.addEventListener('install', (/** @type {any} */ event) => {
	worker.skipWaiting();
	event.waitUntil(keep());
});
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin || /^\/(exit|closed|desk)(\/|$)/.test(pathname)) return;
	if (OWN.test(pathname))
		return event.respondWith(caches.match(request, { cacheName: KEPT }).then((kept) => kept ?? fetch(request)));
	if (ALWAYS.includes(pathname))
		return event.respondWith(fetch(request).catch(() => caches.match(request, { cacheName: KEPT })));
	if (request.mode !== 'navigate') return;
	event.respondWith(
		fetch(request)
			.then((answer) => (event.waitUntil(keepFresh().catch(() => {})), answer))
			.catch(async (error) => (await caches.match(page, { cacheName: KEPT })) ?? Promise.reject(error)),
	);
});
