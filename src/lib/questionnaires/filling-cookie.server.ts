import type { RouteEvent } from '#lib/identity/doorway.server.ts';
import { openEnvelope, sealEnvelope } from '#lib/vault/envelope.server.ts';

// Which filling a browser has open. The token is sealed, because it may be a code that opens the answers for thirty days, and
// whoever looks through the browser later shall not find that code.

const COOKIE = 'opora.how';
const PATH = '/how-am-i';
const OPEN_MS = 24 * 60 * 60 * 1000;

/** The token of the filling this browser has open. */
export function heldFilling(event: RouteEvent): string | undefined {
	return openEnvelope<string>('filling', event.cookies.get(COOKIE), event.locals.now);
}

/** Lets this browser hold a filling for a day from now, until it is closed. */
export function holdFilling(event: RouteEvent, token: string): void {
	const sealed = sealEnvelope('filling', token, new Date(event.locals.now.getTime() + OPEN_MS));
	event.cookies.set(COOKIE, sealed, {
		path: PATH,
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
	});
}

/** Lets go of the filling: the browser holds none any more. */
export function letGoOfFilling(event: RouteEvent): void {
	event.cookies.delete(COOKIE, { path: PATH });
}
