import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { countAtSites } from './site-figures.store.server.ts';

/** How many open requests name a site of a programme, and how many of them are on the waiting list. Without a site: wherever there is room. */
export type SiteFigures = {
	readonly programme: string;
	readonly site: string | null;
	readonly open: number;
	readonly waiting: number;
};

/** The figures of every site, for whoever looks after the programmes; figures only, so nothing is journaled. */
export async function readSiteFigures(act: Act<Worker>): Promise<Result<readonly SiteFigures[]>> {
	const allowed = permitRole(act.by, 'programme.change');
	return allowed.ok ? lookUp(act, async (tx) => ok(await countAtSites(tx))) : allowed;
}
