import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import { permitRole } from '#lib/access/access.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { newestMail, type OutboxMessage } from '#lib/vault/outbox.server.ts';

const PAGE = 20;

/** A page of the outbox, and behind which message the next one begins. */
type OutboxPage = { readonly messages: readonly OutboxMessage[]; readonly next: Uuid | undefined };

/** The messages the organisation would send or has sent, newest first. Shown in the demo, where nothing leaves the machine. */
export async function listOutbox(
	act: Act<Worker>,
	{ after }: { after?: Uuid | undefined } = {},
): Promise<Result<OutboxPage>> {
	const allowed = permitRole(act.by, 'outbox.list');
	if (!allowed.ok) return allowed;
	return transaction(act, async (tx) => {
		const found = await newestMail(tx, PAGE + 1, after);
		const messages = found.slice(0, PAGE);
		record(tx, { action: 'outbox.listed', subjects: [act.by.organisationId] });
		return ok({ messages, next: found.length > PAGE ? messages.at(-1)?.id : undefined });
	});
}
