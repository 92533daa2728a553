import type { Act, Worker } from '#lib/kernel/actor.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { newestMail, type OutboxMessage } from '#lib/vault/outbox.server.ts';

const SHOWN = 20;

/** The newest messages the organisation would send or has sent. Shown in the demo, where nothing leaves the machine. */
export async function listOutbox(act: Act<Worker>): Promise<Result<readonly OutboxMessage[]>> {
	const allowed = permitRole(act.by, 'outbox.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const messages = await newestMail(tx, SHOWN);
		record(tx, { action: 'outbox.listed', subjects: [act.by.organisationId] });
		return ok(messages);
	});
}
