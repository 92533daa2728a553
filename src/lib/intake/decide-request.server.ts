import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { ok, refuse, refuseField, type Result } from '#lib/kernel/result.ts';
import { record } from '#lib/journal/journal.server.ts';
import { endStanding } from '#lib/meetings/appointments.server.ts';
import { meetingsOf } from '#lib/meetings/meetings-of.server.ts';
import { transaction } from '#lib/platform/database.server.ts';
import { tellProposer } from './answer-proposer.server.ts';
import { insertAnswer, insertNotice } from './initiative.store.server.ts';
import { insertOutcome } from './decisions.store.server.ts';
import { outcomeTextPlace, requestUnderWork } from './request-under-work.server.ts';

const DECIDED = {
	request_outcome_pkey: 'already-decided',
	initiative_answer_pkey: 'already-answered',
	ex_officio_notice_pkey: 'already-stated',
} as const;

/** Records what the person themselves said to an initiative of somebody else (P7, B15). Declining ends the request, as an outcome like any other. */
export async function answerInitiative(
	act: Act<Worker>,
	input: { requestId: Uuid; answer: 'accepted' | 'declined'; on: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const { facts, today } = found.value;
			if (facts.outcome) return refuse('already-decided');
			if (facts.needsOwnWish === 'given') return refuse('not-found');
			if (facts.initiative) return refuse('already-answered');
			if (input.on > today) return refuseField('on', 'in-the-future');
			await insertAnswer(tx, { ...input, by: act.by.workerId });
			if (input.answer === 'declined') {
				await endStanding(tx, input.requestId, { state: 'cancelled', cancelledBy: 'person' });
				await insertOutcome(tx, { requestId: input.requestId, kind: 'declined-by-person', by: act.by.workerId });
			}
			// The same words at the same moment, whichever the person said: nothing can be read from them.
			await tellProposer(tx, found.value, 'considered');
			record(tx, { action: 'request.answered-by-person', subjects: [input.requestId], reason: input.answer });
			return ok();
		},
		DECIDED,
	);
}

/** On which ground a centre acts by its office (P8): information that binds it, or its judgement while exercising a public authority. */
export const NOTICE_BASES = ['binding-information', 'judged-in-public-authority'] as const;

/** Records that the person was informed that the office acts, when, and on which ground (P8). */
export async function recordNotice(
	act: Act<Worker>,
	input: { requestId: Uuid; basis: (typeof NOTICE_BASES)[number]; on: CalendarDay },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const { facts, today } = found.value;
			if (facts.outcome) return refuse('already-decided');
			if (!facts.needsNotice) return refuse('not-found');
			if (input.on > today) return refuseField('on', 'in-the-future');
			await insertNotice(tx, { ...input, by: act.by.workerId });
			record(tx, { action: 'request.noticed', subjects: [input.requestId], reason: input.basis });
			return ok();
		},
		DECIDED,
	);
}

/** Declines a request on the organisation's side, with a reason of the programme's list and words where they help. */
export async function declineRequest(
	act: Act<Worker>,
	input: { requestId: Uuid; reason: string; note: string },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			const { facts, definition, key } = found.value;
			if (facts.outcome) return refuse('already-decided');
			if (!definition.reasonsToDecline.some((one) => one.key === input.reason))
				return refuseField('reason', 'choose-one');
			await endStanding(tx, input.requestId, { state: 'cancelled', cancelledBy: 'organisation' });
			const sealed = input.note === '' ? undefined : key.seal(outcomeTextPlace(input.requestId), { note: input.note });
			await insertOutcome(tx, {
				requestId: input.requestId,
				kind: 'declined',
				by: act.by.workerId,
				reason: input.reason,
				sealed,
			});
			await tellProposer(tx, found.value, 'declined');
			record(tx, { action: 'request.declined', subjects: [input.requestId], reason: input.reason });
			return ok();
		},
		DECIDED,
	);
}

/** Ends a request after its talks, with an agreement on further cooperation or without one (P12): no case has to come of it. */
export async function concludeRequest(
	act: Act<Worker>,
	input: { requestId: Uuid; agreement: 'agreed' | 'none'; note: string },
): Promise<Result<undefined>> {
	return transaction(
		act,
		async (tx) => {
			const found = await requestUnderWork(tx, input.requestId);
			if (!found.ok) return found;
			if (found.value.facts.outcome) return refuse('already-decided');
			const talks = await meetingsOf(tx, { requestId: input.requestId });
			if (!talks.some((talk) => talk.attendance === 'came' && !talk.voidedAt)) return refuse('needs-talk');
			await endStanding(tx, input.requestId, { state: 'cancelled', cancelledBy: 'organisation' });
			const sealed =
				input.note === '' ? undefined : found.value.key.seal(outcomeTextPlace(input.requestId), { note: input.note });
			await insertOutcome(tx, {
				requestId: input.requestId,
				kind: 'concluded',
				by: act.by.workerId,
				agreement: input.agreement,
				sealed,
			});
			await tellProposer(tx, found.value, 'considered');
			record(tx, { action: 'request.concluded', subjects: [input.requestId], reason: input.agreement });
			return ok();
		},
		DECIDED,
	);
}
