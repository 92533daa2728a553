import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import { checkDecision, type AidDecision, type Application, type DecidedAid } from './proposal.ts';
import { insertAidDecision, insertApplication, loadApplication } from './proposal.store.server.ts';
import { requestUnderWork } from './request-under-work.server.ts';

const askedPlace = (request: Uuid) => ({ table: 'aid_application', column: 'sealed', row: request });
const decidedPlace = (request: Uuid) => ({ table: 'aid_decision', column: 'sealed', row: request });

/** An application for aid as the page of its request shows it: what was asked, and what was decided once it is known (B14). */
export type ShownApplication = Application & { readonly decided: DecidedAid | undefined };

/** Keeps the application that a request came of, with what was decided about it if that is known. Part of a use case that journals. */
export async function keepApplication(
	tx: Tx,
	key: SubjectKey,
	given: { command: Uuid; application: Application; decided?: DecidedAid | undefined },
): Promise<void> {
	const { command: requestId, application, decided } = given;
	const { kind, appliedOn, asked } = application;
	await insertApplication(tx, { requestId, kind, appliedOn, sealed: key.seal(askedPlace(requestId), { asked }) });
	if (decided && tx.act.by.kind === 'worker')
		await keepDecision(tx, key, { ...decided, requestId, by: tx.act.by.workerId });
}

async function keepDecision(
	tx: Tx,
	key: SubjectKey,
	decided: DecidedAid & { requestId: Uuid; by: Uuid },
): Promise<void> {
	const { requestId, decision, on: decidedOn, words, by } = decided;
	const sealed = words === '' ? null : key.seal(decidedPlace(requestId), { words });
	await insertAidDecision(tx, { requestId, decision, decidedOn, by, sealed });
}

/** Records what was decided about the application a request came of, once (B14). */
export async function recordAidDecision(
	act: Act<Worker>,
	input: DecidedAid & { requestId: Uuid },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const row = await loadApplication(tx, input.requestId);
			if (!row) return refuse('not-found');
			const checked = checkDecision({ appliedOn: row.applied_on as CalendarDay }, input, found.value.today);
			if (!checked.ok) return checked;
			await keepDecision(tx, found.value.key, { ...input, by: act.by.workerId });
			record(tx, { action: 'request.aid-decided', subjects: [input.requestId], reason: input.decision });
			return ok();
		},
		{ aid_decision_pkey: 'already-stated' },
	);
}

/** The application a request came of, opened; undefined for all others. Journaled by whoever shows it. */
export async function applicationOf(tx: Tx, requestId: Uuid, key: SubjectKey): Promise<ShownApplication | undefined> {
	const row = await loadApplication(tx, requestId);
	if (!row) return undefined;
	const { asked } = key.open<{ asked: string }>(askedPlace(requestId), row.sealed);
	const words = row.decided ? key.open<{ words: string }>(decidedPlace(requestId), row.decided).words : '';
	return {
		kind: row.kind,
		appliedOn: row.applied_on as CalendarDay,
		asked,
		decided: row.decision
			? { decision: row.decision as AidDecision, on: row.decided_on as CalendarDay, words }
			: undefined,
	};
}
