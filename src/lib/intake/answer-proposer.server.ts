import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { sendToPerson } from '#lib/people/send-to-person.server.ts';
import { transaction, type Tx } from '#lib/platform/database.server.ts';
import { saveProposerAnswer } from './proposal.store.server.ts';
import type { ProposerAnswer } from './proposal.ts';
import { askerOf, requestUnderWork, type RequestUnderWork } from './request-under-work.server.ts';

/**
 * Answers the proposer of a request, if somebody proposed it, without a word about the person: it was considered, or the
 * organisation cannot take it. What was said before stays. Part of a use case that journals.
 */
export async function tellProposer(
	tx: Tx<Worker>,
	request: RequestUnderWork,
	answer: Exclude<ProposerAnswer, 'accepted'>,
): Promise<void> {
	if (request.facts.forWhom !== 'proposal') return;
	const said = { requestId: request.facts.id, answer, by: tx.act.by.workerId, agreedOn: null, instead: false };
	if (await saveProposerAnswer(tx, said)) await sendToPerson(tx, askerOf(request), { kind: 'proposal-answered' });
}

/** Tells a proposer more than that the proposal was considered: what the person agreed on a day that they may be told. */
export async function answerProposer(
	act: Act<Worker>,
	input: { requestId: Uuid; answer: Exclude<ProposerAnswer, 'considered'>; agreedOn: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(act, async (tx) => {
		const found = await requestUnderWork(tx, input.requestId);
		if (!found.ok) return found;
		const { facts, today } = found.value;
		if (facts.forWhom !== 'proposal') return refuse('not-found');
		if (input.agreedOn > today) return refuseField('agreedOn', 'in-the-future');
		if (input.answer === 'accepted' && facts.initiative !== 'accepted') return refuse('needs-own-wish');
		await saveProposerAnswer(tx, { ...input, by: act.by.workerId, instead: true });
		await sendToPerson(tx, askerOf(found.value), { kind: 'proposal-answered' });
		record(tx, { action: 'proposer.answered', subjects: [input.requestId], reason: input.answer });
		return ok();
	});
}
