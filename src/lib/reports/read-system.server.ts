import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { mailStanding, type MailStanding } from '#lib/identity/mail-standing.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { newestBatch, type SealedBatch } from '#lib/journal/seal-journal.server.ts';
import { lookUp, transaction } from '#lib/platform/database.server.ts';
import { diskRoom, readiness, type Readiness } from '#lib/platform/readiness.server.ts';
import { VERSION } from '#lib/platform/version.server.ts';
import { keyVersions, type KeyVersions } from '#lib/vault/vault.server.ts';
import { rootKeyStanding, type RootKeyStanding } from '#lib/vault/root-key.server.ts';

import {
	loadInstallationFacts,
	loadJobs,
	runAgain,
	type InstallationFacts,
	type QueuedJob,
} from './system.store.server.ts';

export type { QueuedJob } from './system.store.server.ts';

/** How the installation stands, in figures and names of kinds: nothing of anybody. */
type SystemStanding = {
	readonly product: string;
	readonly node: string;
	readonly installation: InstallationFacts;
	readonly readiness: Readiness;
	readonly disk: { readonly freeMb: number; readonly allMb: number } | undefined;
	readonly keys: KeyVersions;
	readonly rootKey: RootKeyStanding;
	readonly jobs: { readonly waiting: number; readonly underWay: number; readonly failed: readonly QueuedJob[] };
	/** The newest sealed batch of this organisation's journal. */
	readonly journal: SealedBatch | undefined;
	readonly outbox: MailStanding;
};

/** Reads how the installation stands, for an administrator. */
export async function readSystem(act: Act<Worker>): Promise<Result<SystemStanding>> {
	const allowed = permitRole(act.by, 'system.read');
	if (!allowed.ok) return allowed;
	const ready = await readiness(act);
	return lookUp(act, async (tx) => {
		const [installation, jobs, keys, journal, outbox] = await Promise.all([
			loadInstallationFacts(tx),
			loadJobs(tx),
			keyVersions(tx),
			newestBatch(tx),
			mailStanding(tx),
		]);
		return ok({
			product: VERSION,
			node: process.versions.node,
			installation,
			readiness: ready,
			disk: diskRoom(),
			keys,
			rootKey: rootKeyStanding(),
			jobs: {
				waiting: jobs.filter((job) => !job.underWay && job.attempts === 0).length,
				underWay: jobs.filter((job) => job.underWay).length,
				failed: jobs.filter((job) => !job.underWay && job.attempts > 0),
			},
			journal,
			outbox,
		});
	});
}

/** Has a job of the organisation that failed begin again at once. */
export async function retryJob(act: Act<Worker>, input: { job: string }): Promise<Result<undefined>> {
	const allowed = permitRole(act.by, 'system.change');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const task = await runAgain(tx, input.job);
		if (task === undefined) return refuse('changed-meanwhile');
		record(tx, { action: 'job.retried', subjects: [tx.organisationId], reason: task });
		return ok();
	});
}
