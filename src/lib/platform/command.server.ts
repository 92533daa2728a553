import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from './database.server.ts';

/**
 * Claims the id a form carries. True the first time; false when the same form was already sent, and then nothing is to be
 * done again: the record it made has this id. A sending under way at the same moment is waited for.
 */
export async function claim(tx: Tx, id: Uuid, kind: string): Promise<boolean> {
	const done = await tx.db
		.insertInto('command')
		.values({ organisation_id: tx.organisationId, id, kind, at: tx.act.at })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
		.executeTakeFirst();
	return done.numInsertedOrUpdatedRows === 1n;
}
