import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import type { SiteFigures } from './site-figures.ts';
import { countAtSites } from './site-figures.store.server.ts';

/** The figures of every site, for whoever looks after the programmes; figures only, so nothing is journaled. */
export async function readSiteFigures(act: Act<Worker>): Promise<Result<readonly SiteFigures[]>> {
	const allowed = permitRole(act.by, 'programme.change');
	return allowed.ok ? lookUp(act, async (tx) => ok(await countAtSites(tx))) : allowed;
}
