import type { Actor } from '#lib/kernel/actor.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { Entry } from './actions.ts';
import { entryInsert } from './journal.store.server.ts';

/** Writes the entry of this transaction. It travels with the commit: the transaction fails if it does. */
export function record<Who extends Actor>(tx: Tx<Who>, entry: Entry): void {
	tx.sendAlong(entryInsert(tx, newId(tx.act.at), entry));
	tx.journaled = true;
}
