import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { ComplaintFacts, ComplaintOutcome } from './complaint.ts';

export async function insertComplaint(
	tx: Tx,
	made: Omit<ComplaintFacts, 'outcome' | 'answeredOn' | 'closedOn'>,
	by: Uuid,
): Promise<void> {
	await tx.db
		.insertInto('complaint')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			case_id: made.caseId,
			received_on: made.receivedOn,
			way: made.way,
			anonymous: made.anonymous,
			about_worker: made.aboutWorker,
			dealt_by: made.dealtBy,
			due_on: made.dueOn,
			recorded_by: by,
			recorded_at: tx.act.at,
		})
		.execute();
}

export async function insertComplaintText(
	tx: Tx,
	complaintId: Uuid,
	text: { part: 'said' | 'answer'; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('complaint_text')
		.values({ organisation_id: tx.organisationId, complaint_id: complaintId, ...text })
		.execute();
}

function select(tx: Tx) {
	return tx.db
		.selectFrom('complaint')
		.select([
			'id',
			'case_id as caseId',
			'received_on as receivedOn',
			'way',
			'anonymous',
			'about_worker as aboutWorker',
			'dealt_by as dealtBy',
			'due_on as dueOn',
			'outcome',
			'answered_on as answeredOn',
			'closed_on as closedOn',
		])
		.where('organisation_id', '=', tx.organisationId);
}

export async function loadComplaint(tx: Tx, id: Uuid): Promise<ComplaintFacts | undefined> {
	return (await select(tx).where('id', '=', id).executeTakeFirst()) as ComplaintFacts | undefined;
}

/** Holds a complaint: whoever else answers it waits. */
export async function lockComplaint(tx: Tx, id: Uuid): Promise<ComplaintFacts | undefined> {
	return (await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as ComplaintFacts | undefined;
}

/** A page of complaints, newest first: everybody's, or those somebody deals with. */
export async function loadComplaints(
	tx: Tx,
	of: { dealtBy: Uuid | undefined; after: Uuid | undefined; atMost: number },
): Promise<ComplaintFacts[]> {
	let query = select(tx).orderBy('id', 'desc').limit(of.atMost);
	if (of.dealtBy) query = query.where('dealt_by', '=', of.dealtBy);
	if (of.after) query = query.where('id', '<', of.after);
	return (await query.execute()) as ComplaintFacts[];
}

/** The complaints somebody has still to answer or close, the soonest first. */
export async function loadComplaintsToDeal(tx: Tx, worker: Uuid, atMost: number): Promise<ComplaintFacts[]> {
	return (await select(tx)
		.where('dealt_by', '=', worker)
		.where('closed_on', 'is', null)
		.orderBy('due_on')
		.orderBy('id')
		.limit(atMost)
		.execute()) as ComplaintFacts[];
}

export async function loadComplaintTexts(tx: Tx, id: Uuid): Promise<{ part: string; sealed: Sealed }[]> {
	return tx.db
		.selectFrom('complaint_text')
		.select(['part', 'sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('complaint_id', '=', id)
		.execute();
}

export async function setComplaintAnswered(
	tx: Tx,
	id: Uuid,
	answer: { outcome: ComplaintOutcome; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.updateTable('complaint')
		.set({ outcome: answer.outcome, answered_on: answer.on, answered_by: answer.by })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

export async function setComplaintClosed(tx: Tx, id: Uuid, on: CalendarDay): Promise<void> {
	await tx.db
		.updateTable('complaint')
		.set({ closed_on: on })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

export async function setComplaintDealer(tx: Tx, id: Uuid, worker: Uuid): Promise<void> {
	await tx.db
		.updateTable('complaint')
		.set({ dealt_by: worker })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.execute();
}

export async function insertTerm(tx: Tx, term: { days: number; from: CalendarDay; by: Uuid }): Promise<void> {
	await tx.db
		.insertInto('complaint_term')
		.values({
			organisation_id: tx.organisationId,
			valid_from: term.from,
			set_at: tx.act.at,
			set_by: term.by,
			days: term.days,
		})
		.execute();
}

/** How many days were set for a day; undefined where nothing was. */
export async function loadTermOn(tx: Tx, day: CalendarDay): Promise<number | undefined> {
	const row = await tx.db
		.selectFrom('complaint_term')
		.select('days')
		.where('organisation_id', '=', tx.organisationId)
		.where('valid_from', '<=', day)
		.orderBy('valid_from', 'desc')
		.orderBy('set_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.days;
}
