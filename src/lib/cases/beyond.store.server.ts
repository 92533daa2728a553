import type { CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import { keptQuery } from '#lib/platform/kept-query.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

const ROWS_MAX = 500;

export const ACTS = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('advocacy_act')
			.select(['id', 'done_on', 'towards', 'recorded_by', 'sealed', 'result', 'result_on', 'result_sealed'])
			.where('organisation_id', '=', of.organisationId)
			.where('case_id', '=', of.caseId)
			.orderBy('done_on', 'desc')
			.orderBy('id', 'desc')
			.limit(ROWS_MAX),
	{ sealed: 'bytes', result_sealed: 'bytes' },
);

export const loadActs = (tx: Tx, caseId: Uuid) => ACTS.rows(tx, ofCase(tx, caseId));

export async function insertAct(
	tx: Tx,
	act: { id: Uuid; caseId: Uuid; on: CalendarDay; towards: string; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('advocacy_act')
		.values({
			organisation_id: tx.organisationId,
			id: act.id,
			case_id: act.caseId,
			done_on: act.on,
			towards: act.towards,
			recorded_by: act.by,
			recorded_at: tx.act.at,
			sealed: act.sealed,
		})
		.execute();
}

/** What came of an act; false when that was said already, or there is no such act in the case. */
export async function setActResult(
	tx: Tx,
	of: { id: Uuid; caseId: Uuid },
	result: { kind: string; on: CalendarDay; by: Uuid; sealed: Sealed | null },
): Promise<boolean> {
	const done = await tx.db
		.updateTable('advocacy_act')
		.set({ result: result.kind, result_on: result.on, result_recorded_by: result.by, result_sealed: result.sealed })
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('id', '=', of.id)
		.where('result', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export const CONTACTS = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('mediated_contact')
			.select([
				'id',
				'provider',
				'agreed_by',
				'agreed_on',
				'agreed_form',
				'recorded_by',
				'sealed',
				'withdrawn_on',
				'made_on',
				'outcome',
				'outcome_on',
				'outcome_sealed',
			])
			.where('organisation_id', '=', of.organisationId)
			.where('case_id', '=', of.caseId)
			.orderBy('agreed_on', 'desc')
			.orderBy('id', 'desc')
			.limit(ROWS_MAX),
	{ sealed: 'bytes', outcome_sealed: 'bytes' },
);

export const loadContacts = (tx: Tx, caseId: Uuid) => CONTACTS.rows(tx, ofCase(tx, caseId));

export async function insertContact(
	tx: Tx,
	contact: {
		id: Uuid;
		caseId: Uuid;
		provider: string;
		agreedBy: Uuid;
		agreedOn: CalendarDay;
		agreedForm: string;
		by: Uuid;
		sealed: Sealed;
	},
): Promise<void> {
	await tx.db
		.insertInto('mediated_contact')
		.values({
			organisation_id: tx.organisationId,
			id: contact.id,
			case_id: contact.caseId,
			provider: contact.provider,
			agreed_by: contact.agreedBy,
			agreed_on: contact.agreedOn,
			agreed_form: contact.agreedForm,
			recorded_by: contact.by,
			recorded_at: tx.act.at,
			sealed: contact.sealed,
		})
		.execute();
}

type ContactChange =
	| { made_on: CalendarDay; made_by: Uuid }
	| { outcome: string; outcome_on: CalendarDay; outcome_sealed: Sealed | null }
	| { withdrawn_on: CalendarDay; withdrawal_recorded_by: Uuid };

export async function changeContact(tx: Tx, of: { id: Uuid; caseId: Uuid }, change: ContactChange): Promise<void> {
	await tx.db
		.updateTable('mediated_contact')
		.set(change)
		.where('organisation_id', '=', tx.organisationId)
		.where('case_id', '=', of.caseId)
		.where('id', '=', of.id)
		.execute();
}
