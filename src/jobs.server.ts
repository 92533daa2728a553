import { system } from '#lib/kernel/actor.ts';
import { ok } from '#lib/kernel/result.ts';
import { organisations } from '#lib/directory/organisations.server.ts';
import { forgetOldTries } from '#lib/identity/attempts.server.ts';
import { forgetExpiredDrafts } from '#lib/identity/drafts.server.ts';
import { deleteEndedSessions } from '#lib/identity/sessions.server.ts';
import { makeJournalParts } from '#lib/journal/journal-parts.server.ts';
import { sealJournal } from '#lib/journal/seal-journal.server.ts';
import { lookUp } from '#lib/platform/database.server.ts';
import { enqueue, type Job } from '#lib/platform/jobs.server.ts';
import { forgetExpiredPrints, makePrint } from '#lib/reports/make-print.server.ts';
import { forgetExpiredExports, makeExport } from '#lib/reports/make-export.server.ts';
import { deliverMail } from '#lib/vault/outbox.server.ts';
import { forgetExpiredUnsent } from '#lib/vault/unsent.server.ts';

const HALF_A_MINUTE_MS = 30_000;

/** Everything the product does on its own, by the names under which it stands in the queue. */
export const JOBS: Readonly<Record<string, Job>> = {
	'send-mail': async ({ organisationId, id }, at) => {
		if (organisationId && id) await deliverMail(organisationId, id, at);
	},
	'make-export': async ({ organisationId, id }, at) => {
		if (organisationId && id) await makeExport(organisationId, id, at);
	},
	'make-print': async ({ organisationId, id }, at) => {
		if (organisationId && id) await makePrint(organisationId, id, at);
	},
	'seal-journal': sealAndAskAgain,
	'seal-journal-between': (_payload, at) => sealNow(at),
	'tidy-up': tidyUp,
};

/** When what runs by the clock does, as cron lines. Sealing also runs once between two minutes, so that no entry waits a minute. */
export const EVERY: Readonly<Record<string, string>> = { 'seal-journal': '* * * * *', 'tidy-up': '17 * * * *' };

async function sealAndAskAgain(_payload: unknown, at: Date): Promise<void> {
	await sealNow(at);
	const [first] = await organisations(at);
	if (!first) return;
	// A job that only waited would hold up whoever stops the product.
	await lookUp({ by: system(first.id), at }, async (tx) => {
		const runAt = new Date(at.getTime() + HALF_A_MINUTE_MS);
		enqueue(tx, 'seal-journal-between', { runAt, key: 'seal-journal-between' });
		return ok();
	});
}

async function sealNow(at: Date): Promise<void> {
	for (const { id } of await organisations(at)) {
		for (let sealed = await sealJournal({ by: system(id), at }); sealed.ok && sealed.value > 0;) {
			sealed = await sealJournal({ by: system(id), at });
		}
	}
}

async function tidyUp(_payload: unknown, at: Date): Promise<void> {
	await Promise.all([forgetExpiredUnsent(at), deleteEndedSessions(at), forgetOldTries(at), makeJournalParts(at)]);
	for (const { id } of await organisations(at)) {
		await Promise.all([forgetExpiredExports(id, at), forgetExpiredPrints(id, at)]);
		await lookUp({ by: system(id), at }, async (tx) => {
			await forgetExpiredDrafts(tx);
			return ok();
		});
	}
}
