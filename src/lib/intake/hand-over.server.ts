import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, type Result } from '#lib/kernel/result.ts';
import { makeOwn } from '#lib/access/access.server.ts';
import { caseUnderChange, type CaseUnderChange } from '#lib/cases/case-under-change.server.ts';
import type { HandoverTerms } from '#lib/cases/handover.ts';
import { keepHandoverTimes, offerDrafts } from '#lib/cases/handovers.server.ts';
import {
	HANDOVER_REFUSALS,
	passCase,
	passSubjects,
	type PassedFor,
	type Passing,
} from '#lib/cases/pass-case.server.ts';
import { giveAwayDrafts } from '#lib/identity/drafts.server.ts';
import { record } from '#lib/journal/journal.server.ts';
import { passTimes } from '#lib/meetings/pass-times.server.ts';
import { claim } from '#lib/platform/command.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { insertTaking } from './decisions.store.server.ts';
import { freeTime, takeOff } from './release-request.server.ts';
import { requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';

/** A handover as a form says it. */
type HandedOver = {
	readonly command: Uuid;
	readonly fromWorker: Uuid;
	readonly toWorker: Uuid;
	readonly terms: HandoverTerms;
};

/** Hands a case over to another worker, or lets somebody stand in for some days (W3). What goes along goes with it. */
export async function handOverCase(
	act: Act<Worker>,
	input: HandedOver & { caseId: Uuid },
): Promise<Result<{ handoverId: Uuid }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await caseUnderChange(tx, 'case.hand-over', input.caseId);
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'hand-over-case')) {
				const done = await passWholeCase(tx, found.value, passingOf(input));
				if (!done.ok) return done;
			}
			record(tx, { action: 'case.handed-over', subjects: [input.caseId, input.toWorker], record: input.command });
			return ok({ handoverId: input.command });
		},
		HANDOVER_REFUSALS,
	);
}

/** Hands a request over: the same, before there is a case. The time that was agreed goes along, or is free again and whoever asked is told. */
export async function handOverRequest(
	act: Act<Worker>,
	input: HandedOver & { requestId: Uuid; freeTime: boolean },
): Promise<Result<{ handoverId: Uuid }>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId, 'request.hand-over');
			if (!found.ok) return found;
			if (await claim(tx, input.command, 'hand-over-request')) {
				if (input.freeTime) await freeTime(tx, found.value);
				const done = await passWholeRequest(tx, found.value, passingOf(input));
				if (!done.ok) return done;
			}
			record(tx, { action: 'request.handed-over', subjects: [input.requestId, input.toWorker], record: input.command });
			return ok({ handoverId: input.command });
		},
		HANDOVER_REFUSALS,
	);
}

const passingOf = ({ command, fromWorker, toWorker, terms }: HandedOver): Passing => ({
	id: command,
	from: fromWorker,
	to: toWorker,
	terms,
});

/** A case with its appointments and drafts. Part of a use case that holds the case and journals. */
export async function passWholeCase(
	tx: Tx<Worker>,
	under: CaseUnderChange,
	passing: Passing,
): Promise<Result<undefined>> {
	const { facts, key } = under;
	if (facts.closedOn) return refuse('case-closed');
	const span = await passCase(tx, under, passing);
	if (!span.ok) return span;
	await sendAlong(tx, passing, {
		span: span.value,
		key,
		subject: facts.id,
		subjects: [facts.id, ...(facts.requestId ? [facts.requestId] : [])],
	});
	return ok();
}

/** A request with its appointments and drafts. Part of a use case that holds the request and journals. */
export async function passWholeRequest(
	tx: Tx<Worker>,
	under: Pick<RequestUnderWork, 'facts' | 'key'>,
	passing: Passing,
): Promise<Result<undefined>> {
	const { facts, key } = under;
	if (facts.outcome) return refuse('already-decided');
	if (facts.takenBy !== passing.from) return refuse('changed-meanwhile');
	const subjects = [facts.id, ...(facts.aboutPerson ? [facts.aboutPerson] : [])];
	const span = await passSubjects(tx, passing, { key, subjects, of: { caseId: null, requestId: facts.id } });
	if (!span.ok) return span;
	if (!span.value.to) {
		await takeOff(tx, facts);
		await insertTaking(tx, { id: passing.id, requestId: facts.id, worker: passing.to });
		await makeOwn(tx, passing.to, subjects);
	}
	await sendAlong(tx, passing, { span: span.value, key, subject: facts.id, subjects: [facts.id] });
	return ok();
}

async function sendAlong(
	tx: Tx<Worker>,
	{ id, from, to, terms }: Passing,
	along: { span: PassedFor; key: SubjectKey; subject: Uuid; subjects: readonly Uuid[] },
): Promise<void> {
	const times = await passTimes(tx, { from, to, subjects: along.subjects, span: along.span });
	await keepHandoverTimes(tx, id, times);
	// Drafts lie under their writer's own key: only who hands over themselves can give theirs away.
	if (!terms.withDrafts || tx.act.by.workerId !== from) return;
	await offerDrafts(tx, id, { key: along.key, drafts: await giveAwayDrafts(tx, along.subject) });
}
