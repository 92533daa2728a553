import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Sealed } from '#lib/platform/tables.ts';
import type { Ground } from './restriction.ts';

export async function insertRestriction(
	tx: Tx,
	made: { id: Uuid; personId: Uuid; ground: Ground; by: Uuid; sealed: Sealed },
): Promise<void> {
	await tx.db
		.insertInto('person_restriction')
		.values({
			organisation_id: tx.organisationId,
			id: made.id,
			person_id: made.personId,
			ground: made.ground,
			set_at: tx.act.at,
			set_by: made.by,
			sealed: made.sealed,
		})
		.execute();
}

/** The restrictions of a record, newest first. */
export async function loadRestrictions(tx: Tx, personId: Uuid) {
	return tx.db
		.selectFrom('person_restriction')
		.select(['id', 'ground', 'set_at', 'set_by', 'lifted_at', 'lifted_by', 'sealed', 'lifted_sealed'])
		.where('organisation_id', '=', tx.organisationId)
		.where('person_id', '=', personId)
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
}

export async function liftRestrictionRow(
	tx: Tx,
	{ id, by, sealed }: { id: Uuid; by: Uuid; sealed: Sealed },
): Promise<boolean> {
	const done = await tx.db
		.updateTable('person_restriction')
		.set({ lifted_at: tx.act.at, lifted_by: by, lifted_sealed: sealed })
		.where('organisation_id', '=', tx.organisationId)
		.where('id', '=', id)
		.where('lifted_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** The records that are restricted now, as far as whoever asks may know of them. */
export async function loadRestricted(tx: Tx): Promise<{ person_id: Uuid; ground: string; set_at: Date }[]> {
	return tx.db
		.selectFrom('person_restriction')
		.select(['person_id', 'ground', 'set_at'])
		.where('organisation_id', '=', tx.organisationId)
		.where('lifted_at', 'is', null)
		.orderBy('set_at', 'desc')
		.limit(200)
		.execute();
}
