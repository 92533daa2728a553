import type { JournalAction } from './actions.ts';
import { actionsSince } from './journal.store.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';

/** Which of some things were done in the organisation since a moment, and by which kind of actor: nobody's name, no subject. */
export const doneSince: (
	tx: Tx,
	since: Date,
	actions: readonly JournalAction[],
) => Promise<readonly { readonly action: string; readonly actorKind: string }[]> = actionsSince;
