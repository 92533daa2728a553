import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { loadRequestsById } from './intake.store.server.ts';
import { openRows } from './read-requests.server.ts';

/** The language in which somebody asked for help; undefined where there is no such request. Journaled by whoever needs it. */
export async function languageAskedIn(tx: Tx, requestId: Uuid | null): Promise<Language | undefined> {
	const facts = requestId ? await loadRequestsById(tx, [requestId]) : [];
	const [row] = await openRows(tx, facts);
	return row?.text.language;
}
