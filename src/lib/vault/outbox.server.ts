import { system, type Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok } from '#lib/kernel/result.ts';
import { lookUp, type Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { enqueue } from '#lib/platform/jobs.server.ts';
import { sendMail, type Mail } from '#lib/platform/mail.server.ts';
import { insertMail, loadMail, loadNewestMail, loadStanding, markSent } from './outbox.store.server.ts';
import { openVault, type SubjectKey } from './vault.server.ts';

/** Puts a message in the outbox, sealed under the key of whom it is for, and has it sent. Only `people` and `identity` call this. */
export async function queueMail(tx: Tx, key: SubjectKey, message: { kind: string; mail: Mail }): Promise<Uuid> {
	const id = newId(tx.act.at);
	const sealed = key.seal({ table: 'outbox', column: 'sealed', row: id }, message.mail);
	await insertMail(tx, { id, subjectId: key.subjectId, kind: message.kind, sealed });
	enqueue(tx, 'send-mail', { id });
	return id;
}

/** Sends one message of the outbox; a job does it. In demo mode it stays in the outbox, where an administrator reads it. */
export async function deliverMail(organisationId: Uuid, id: Uuid, at: Date): Promise<void> {
	const act = { by: system(organisationId), at };
	const waiting = await lookUp(act, async (tx) => {
		const [vault, row] = await Promise.all([openVault(tx), loadMail(tx, id)]);
		if (!row || row.sent_at) return ok(undefined);
		return ok(
			vault.keyOf(row.subject_id, row.wrapped).open<Mail>({ table: 'outbox', column: 'sealed', row: id }, row.sealed),
		);
	});
	// Outside any transaction: a slow mail server must hold nothing. Ended in between, the message goes out twice rather than never.
	if (!waiting.ok || !waiting.value || !(await sendMail(waiting.value))) return;
	await lookUp(act, async (tx) => {
		await markSent(tx, id);
		return ok();
	});
}

/** How the organisation's mail stands: how many messages wait and since when; when the last one went out. */
export type OutboxStanding = {
	readonly waiting: number;
	readonly since: Date | null;
	readonly lastSent: Date | null;
};
/** How the organisation's mail stands. */
export const outboxStanding: (tx: Tx) => Promise<OutboxStanding> = loadStanding;

/** A message as the demo's outbox page shows it. */
export type OutboxMessage = Mail & {
	readonly id: Uuid;
	readonly kind: string;
	readonly queuedAt: Date;
	readonly sentAt: Date | null;
};

/** The newest messages of the organisation's outbox, or those before one of them. Journaled by whoever shows them. */
export async function newestMail(tx: Tx<Worker>, atMost: number, after?: Uuid): Promise<readonly OutboxMessage[]> {
	const [vault, rows] = await Promise.all([openVault(tx), loadNewestMail(tx, atMost, after)]);
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		queuedAt: row.queued_at,
		sentAt: row.sent_at,
		...vault
			.keyOf(row.subject_id, row.wrapped)
			.open<Mail>({ table: 'outbox', column: 'sealed', row: row.id }, row.sealed),
	}));
}
