import type { RouteEvent } from '#lib/identity/doorway.server.ts';
import type { CarriedResult } from '#lib/questionnaires/carried-result.ts';
import { forgetUnsent, keepUnsent, newToken, readUnsent } from '#lib/vault/unsent.server.ts';

// What of a questionnaire's result goes along with a request that is still being written: kept like the request itself, sealed
// under a token in a cookie of the pages where it is asked for, and gone once it was sent or after a day.

const COOKIE = 'opora.along';
const KIND = 'along';

/** Lets what was ticked go along to the pages of one programme; with nothing ticked, nothing goes there any more. */
export async function carryAlong(
	event: RouteEvent,
	to: { address: string; carried: CarriedResult | undefined },
): Promise<void> {
	const { now } = event.locals;
	if (!to.carried) {
		event.cookies.delete(COOKIE, { path: to.address });
		return;
	}
	const token = newToken();
	await keepUnsent(token, KIND, { value: to.carried, at: now });
	event.cookies.set(COOKIE, token, {
		path: to.address,
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:',
	});
}

/** What goes along with the request of these pages; undefined when nothing does. */
export async function carriedAlong(event: RouteEvent): Promise<CarriedResult | undefined> {
	return readUnsent<CarriedResult>(event.cookies.get(COOKIE), KIND, event.locals.now);
}

/** Forgets it: the request was sent with it. */
export async function letGoOfCarried(event: RouteEvent, address: string): Promise<void> {
	await forgetUnsent(event.cookies.get(COOKIE), event.locals.now);
	event.cookies.delete(COOKIE, { path: address });
}
