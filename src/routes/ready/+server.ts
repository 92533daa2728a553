import { isDatabaseAway } from '#lib/platform/outage.server.ts';
import { isReady, READINESS, readiness } from '#lib/platform/readiness.server.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import type { RequestHandler } from './$types';

const PLAIN = { 'content-type': 'text/plain' };
const LATER = { ...PLAIN, 'retry-after': '5' };

/** The process runs, reaches its database and can serve. The system page of an administrator says the same. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		const found = await readiness({ by: { kind: 'visitor' }, at: locals.now });
		await organisations(locals.now);
		if (isReady(found)) return new Response('ready', { headers: PLAIN });
		const missing = READINESS.filter((check) => !found[check]).join(', ');
		return new Response(`not ready: ${missing}`, { status: 503, headers: LATER });
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
		return new Response('the database is away', { status: 503, headers: LATER });
	}
};
