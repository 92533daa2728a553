import type { Actor } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { newId } from '#lib/platform/ids.server.ts';
import type { JournalAction } from './actions.ts';
import { insertEntry } from './journal.store.server.ts';

/** What an entry tells, besides who and when. Ids and codes only; a reason in words is a sealed note elsewhere. */
export type Entry = {
	readonly action: JournalAction;
	/** Whom or what it was about: persons, cases, requests. A list names each one it showed. */
	readonly subjects: readonly Uuid[];
	/** The record that was written or read, where it is not the subject itself. */
	readonly record?: Uuid;
	readonly reason?: string;
};

/** Writes the entry of this transaction. It travels with the commit: the transaction fails if it does. */
export function record<Who extends Actor>(tx: Tx<Who>, entry: Entry): void {
	tx.closing.push(insertEntry(tx, newId(tx.act.at), entry));
	tx.journaled = true;
}
