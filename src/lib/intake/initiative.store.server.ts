import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

export async function insertAnswer(
	tx: Tx,
	answer: { requestId: Uuid; answer: 'accepted' | 'declined'; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('initiative_answer')
		.values({
			organisation_id: tx.organisationId,
			request_id: answer.requestId,
			answer: answer.answer,
			answered_on: answer.on,
			recorded_by: answer.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

export async function loadAnswer(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('initiative_answer')
		.select(['answer', 'answered_on', 'recorded_by'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.executeTakeFirst();
}

export async function insertNotice(
	tx: Tx,
	notice: { requestId: Uuid; basis: string; on: CalendarDay; by: Uuid },
): Promise<void> {
	await tx.db
		.insertInto('ex_officio_notice')
		.values({
			organisation_id: tx.organisationId,
			request_id: notice.requestId,
			basis: notice.basis,
			informed_on: notice.on,
			informed_by: notice.by,
			recorded_at: tx.act.at,
		})
		.execute();
}

export async function loadNotice(tx: Tx, requestId: Uuid) {
	return tx.db
		.selectFrom('ex_officio_notice')
		.select(['basis', 'informed_on', 'informed_by'])
		.where('organisation_id', '=', tx.organisationId)
		.where('request_id', '=', requestId)
		.executeTakeFirst();
}
