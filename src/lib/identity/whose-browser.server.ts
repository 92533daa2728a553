import { openEnvelope, sealEnvelope } from '#lib/vault/envelope.server.ts';

/** The cookie that says who was last at the desk in a browser, sealed: whose a form is that comes after their session has ended. */
export const WHOSE_COOKIE = 'opora.whose';
/** How long a browser remembers it, seconds: a form that was left open over a holiday is still known to be theirs. */
export const WHOSE_SECONDS = 30 * 24 * 60 * 60;
// It is sealed anew when half of that is over.
const RENEWED_MS = (WHOSE_SECONDS * 1000) / 2;

type Whose = { readonly user: string; readonly since: number };

/** Who was last at the desk in this browser; undefined when nobody was, or its cookie is not one of ours. */
export function whoseBrowser(cookie: string | undefined, now: Date): string | undefined {
	return openEnvelope<Whose>('whose-browser', cookie, now)?.user;
}

/** The cookie for whoever is at the desk now; undefined while the one that is there says so already. */
export function notedAs(user: string, cookie: string | undefined, now: Date): string | undefined {
	const noted = openEnvelope<Whose>('whose-browser', cookie, now);
	if (noted?.user === user && now.getTime() - noted.since < RENEWED_MS) return undefined;
	const until = new Date(now.getTime() + WHOSE_SECONDS * 1000);
	return sealEnvelope('whose-browser', { user, since: now.getTime() } satisfies Whose, until);
}
