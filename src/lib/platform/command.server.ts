import type { Uuid } from '#lib/kernel/ids.ts';
import type { Insertable } from 'kysely';
import type { Tx } from './database.server.ts';
import { keptQuery } from './kept-query.server.ts';
import type { DB } from './tables.ts';

const CLAIM = keptQuery((db, { organisation_id, id, kind, at }: Insertable<DB['command']>) =>
	db
		.insertInto('command')
		.values({ organisation_id, id, kind, at })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing()),
);

/**
 * Claims the id a form carries. True the first time; false when the same form was already sent, and then nothing is to be
 * done again: the record it made has this id. A sending under way at the same moment is waited for.
 */
export async function claim(tx: Tx, id: Uuid, kind: string): Promise<boolean> {
	return (await CLAIM.changed(tx, { organisation_id: tx.organisationId, id, kind, at: tx.act.at })) === 1;
}
