import { ok } from '#lib/kernel/result.ts';
import { isDatabaseAway, lookUp } from '#lib/platform/database.server.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import type { RequestHandler } from './$types';

/** The process runs and reaches its database. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await lookUp({ by: { kind: 'visitor' }, at: locals.now }, async (tx) =>
			ok(await tx.db.selectFrom('installation').select('demo').execute()),
		);
		await organisations(locals.now);
		return new Response('ready', { headers: { 'content-type': 'text/plain' } });
	} catch (error) {
		if (!isDatabaseAway(error)) throw error;
		return new Response('the database is away', {
			status: 503,
			headers: { 'content-type': 'text/plain', 'retry-after': '5' },
		});
	}
};
