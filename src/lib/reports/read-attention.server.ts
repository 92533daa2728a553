import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { mailStanding } from '#lib/identity/mail-standing.server.ts';
import { config } from '#lib/platform/config.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { listRetention } from '#lib/programmes/retention-periods.server.ts';
import { loadJobs } from './system.store.server.ts';

/** What waits for whoever looks after the organisation: how much of each kind, and nothing of anybody. */
export type Attention = {
	readonly failedJobs: number;
	/** Messages that wait, once the first has waited for long. In the demo none is sent. */
	readonly lateMail: number;
	/** Kinds of data of which nobody has decided how long they are kept, and no programme says. */
	readonly undecidedPeriods: number;
};

/** A mail server that was away is tried again within this time, milliseconds. */
const LATE_MS = 60 * 60_000;

/** Reads what waits for whoever looks after the organisation, as far as it is theirs to see. */
export async function readAttention(act: Act<Worker>): Promise<Attention> {
	const [system, retention] = await Promise.all([systemWaits(act), listRetention(act)]);
	const undecided = retention.ok
		? retention.value.filter((one) => !one.now && one.toCome.length === 0 && one.programmes.length === 0)
		: [];
	return { ...system, undecidedPeriods: undecided.length };
}

async function systemWaits(act: Act<Worker>): Promise<Omit<Attention, 'undecidedPeriods'>> {
	const nothing = { failedJobs: 0, lateMail: 0 };
	if (!permitRole(act.by, 'system.read').ok) return nothing;
	const found = await lookUp(act, async (tx) => {
		const [jobs, mail] = await Promise.all([loadJobs(tx), mailStanding(tx)]);
		const isLate = !config.demo && mail.since !== null && act.at.getTime() - mail.since.getTime() > LATE_MS;
		return ok({
			failedJobs: jobs.filter((job) => !job.underWay && job.attempts > 0).length,
			lateMail: isLate ? mail.waiting : 0,
		});
	});
	return found.ok ? found.value : nothing;
}
