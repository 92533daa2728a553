import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { AidDecision, Proposal, ProposerAnswer } from './proposal.ts';

export async function insertProposal(tx: Tx, requestId: Uuid, proposal: Proposal): Promise<void> {
	await tx.db
		.insertInto('proposal')
		.values({
			organisation_id: tx.organisationId,
			request_id: requestId,
			proposer: proposal.proposer,
			agreed_on: proposal.agreedOn,
		})
		.execute();
}

export async function loadProposal(tx: Tx, requestId: Uuid): Promise<Proposal | undefined> {
	return (await tx.db
		.selectFrom('proposal')
		.select(['proposer', 'agreed_on as agreedOn'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.executeTakeFirst()) as Proposal | undefined;
}

/** Says what a proposer is told; something said before stays, unless `instead`. */
export async function saveProposerAnswer(
	tx: Tx,
	answer: { requestId: Uuid; answer: ProposerAnswer; by: Uuid; agreedOn: CalendarDay | null; instead: boolean },
): Promise<boolean> {
	const said = { answer: answer.answer, at: tx.act.at, recorded_by: answer.by, agreed_on: answer.agreedOn };
	const done = await tx.db
		.insertInto('proposer_answer')
		.values({ organisation_id: tx.organisationId, request_id: answer.requestId, ...said })
		.onConflict((conflict) => {
			const same = conflict.columns(['organisation_id', 'request_id']);
			return answer.instead ? same.doUpdateSet(said) : same.doNothing();
		})
		.executeTakeFirst();
	return done.numInsertedOrUpdatedRows === 1n;
}

export async function loadProposerAnswer(
	tx: Tx,
	requestId: Uuid,
): Promise<{ answer: ProposerAnswer; at: Date; agreedOn: CalendarDay | null } | undefined> {
	return (await tx.db
		.selectFrom('proposer_answer')
		.select(['answer', 'at', 'agreed_on as agreedOn'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.executeTakeFirst()) as { answer: ProposerAnswer; at: Date; agreedOn: CalendarDay | null } | undefined;
}

export async function insertApplication(
	tx: Tx,
	application: { requestId: Uuid; kind: string; appliedOn: CalendarDay; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('aid_application')
		.values({
			organisation_id: tx.organisationId,
			request_id: application.requestId,
			kind: application.kind,
			applied_on: application.appliedOn,
			sealed: application.sealed,
		})
		.execute();
}

export async function insertAidDecision(
	tx: Tx,
	made: { requestId: Uuid; decision: AidDecision; decidedOn: CalendarDay; by: Uuid; sealed: Sealed | null },
): Promise<void> {
	await tx.db
		.insertInto('aid_decision')
		.values({
			organisation_id: tx.organisationId,
			request_id: made.requestId,
			decision: made.decision,
			decided_on: made.decidedOn,
			recorded_by: made.by,
			recorded_at: tx.act.at,
			sealed: made.sealed,
		})
		.execute();
}

/** An application with what was decided, as far as that is known; its words still sealed. */
export async function loadApplication(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('aid_application as a')
		.leftJoin('aid_decision as d', (join) =>
			join.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.request_id', '=', 'a.request_id'),
		)
		.select(['a.kind', 'a.applied_on', 'a.sealed', 'd.decision', 'd.decided_on', 'd.sealed as decided'])
		.where('a.organisation_id', '=', tx.organisationId)
		.where('a.request_id', '=', requestId)
		.executeTakeFirst();
}

/** Ends the appointments of the proposal that the proposer of this transaction takes back; they see none of them. */
export async function endAppointmentsOfOwnProposal(tx: Tx): Promise<void> {
	await tx.db
		.selectNoFrom((eb) => eb.fn('finder.end_appointments_of_own_proposal', [eb.val(tx.act.at)]).as('done'))
		.execute();
}
