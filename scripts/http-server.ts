// The http server around the built application: it says the protocol, and puts the headers that are always there on every answer.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { config } from '../src/lib/platform/config.server.ts';

const PROTOCOL = 'x-opora-protocol';
const ALWAYS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
	'content-security-policy':
		"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
	'x-frame-options': 'DENY',
};
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

type Application = { readonly handler: (...of: unknown[]) => void };

/** Serves the built application on a port. Rejects with the code of the system when it cannot listen. */
export async function serveHttp(port: number): Promise<Server> {
	const protocol = new URL(process.env.ORIGIN!).protocol.slice(0, -1);
	// The adapter believes only this header. It is written here on every request, so nobody can send it.
	process.env.PROTOCOL_HEADER = PROTOCOL;
	// What may be sent at all; a form without a file is refused at a megabyte.
	process.env.BODY_SIZE_LIMIT ??= String(config.fileFormBytesMax);
	const headers = Object.entries(protocol === 'https' ? { ...ALWAYS, ...HTTPS_ONLY } : ALWAYS);
	// The port first: where it is taken, the application has not begun to work yet.
	const application = Promise.withResolvers<Application>();
	const server = createServer(async (request, response) => {
		const { handler } = await application.promise;
		request.headers[PROTOCOL] = protocol;
		for (const [name, value] of headers) response.setHeader(name, value);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});
	server.listen(port);
	await Promise.race([
		once(server, 'listening'),
		once(server, 'error').then(([error]) => Promise.reject(error as Error)),
	]);
	application.resolve((await import('../build/handler.js' as string)) as Application);
	return server;
}

/** Stops taking requests, ends those under way within the grace, then lets the application close what it holds. */
export async function stopHttp(server: Server, reason: string, graceMs = 5_000): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), graceMs).unref();
	await closed;
	for (const close of process.listeners('sveltekit:shutdown' as never) as unknown as ((reason: string) => unknown)[])
		await close(reason);
}
