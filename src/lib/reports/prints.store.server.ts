import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Print } from './print.ts';

export async function insertPrint(
	tx: Tx,
	made: Omit<Print, 'state' | 'failure' | 'stagesDone' | 'askedAt' | 'triedAt'>,
): Promise<void> {
	await tx.db
		.insertInto('print_')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			worker_id: made.workerId,
			case_id: made.caseId,
			kind: made.kind,
			language: made.language,
			person_id: made.personId,
			meeting_id: made.meetingId,
			asked_at: tx.act.at,
			tried_at: tx.act.at,
			expires_at: made.expiresAt,
		})
		.execute();
}

/** A print that is still kept. */
export async function loadPrint(tx: Tx, id: Uuid): Promise<Print | undefined> {
	return (await keptPrint(tx, id).executeTakeFirst()) as Print | undefined;
}

/** Loads a print and holds it: whoever else works on it waits. */
export async function lockPrint(tx: Tx, id: Uuid): Promise<Print | undefined> {
	return (await keptPrint(tx, id).forUpdate().executeTakeFirst()) as Print | undefined;
}

/** The sealed file of a print; undefined when it is not ready, or over. */
export async function loadFile(tx: Tx, id: Uuid): Promise<Sealed | undefined> {
	const row = await tx.db
		.selectFrom('print_')
		.select('sealed')
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('expires_at', '>', tx.act.at)
		.executeTakeFirst();
	return row?.sealed ?? undefined;
}

function keptPrint(tx: Tx, id: Uuid) {
	return tx.db
		.selectFrom('print_')
		.select([
			'id',
			'worker_id as workerId',
			'case_id as caseId',
			'kind',
			'language',
			'person_id as personId',
			'meeting_id as meetingId',
			'state',
			'failure',
			'stages_done as stagesDone',
			'asked_at as askedAt',
			'tried_at as triedAt',
			'expires_at as expiresAt',
		])
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('expires_at', '>', tx.act.at);
}

/** What becomes of a print. A file is there exactly when it is ready. */
export type PrintChange =
	| { readonly state: 'waiting'; readonly stagesDone: number; readonly triedAt?: Date }
	| { readonly state: 'ready'; readonly sealed: Sealed; readonly stagesDone: number }
	| { readonly state: 'failed'; readonly failure: NonNullable<Print['failure']> }
	| { readonly state: 'refused' };

/** Notes what becomes of a print. One that is ready stays so. */
export async function changePrint(tx: Tx, id: Uuid, to: PrintChange): Promise<void> {
	await tx.db
		.updateTable('print_')
		.set({
			state: to.state,
			failure: to.state === 'failed' ? to.failure : null,
			...('sealed' in to && { sealed: to.sealed }),
			...('stagesDone' in to && { stages_done: to.stagesDone }),
			...('triedAt' in to && { tried_at: to.triedAt }),
		})
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('state', '!=', 'ready')
		.execute();
}

/** Deletes prints whose time is over. */
export async function deleteExpiredPrints(tx: Tx): Promise<void> {
	await tx.db
		.deleteFrom('print_')
		.where('organisation_id', '=', tx.organisationId)
		.where('expires_at', '<=', tx.act.at)
		.execute();
}
