import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { SubjectKey } from '#lib/vault/vault.server.ts';
import { loadTakings, type Taking } from './takings.store.server.ts';

export const assignmentNotePlace = (assignment: Uuid) => ({
	table: 'request_handing',
	column: 'sealed',
	row: assignment,
});

/** A time a request was somebody's, with what was said when it was assigned to them. */
export type ShownTaking = Taking & { readonly note: string };

/** Who had a request from when to when, for its page, which journals. */
export async function takingsOf(tx: Tx, requestId: Uuid, key: SubjectKey | undefined): Promise<readonly ShownTaking[]> {
	const rows = await loadTakings(tx, requestId);
	return rows.map(({ sealed, ...taking }) => ({
		...taking,
		note: sealed && key ? key.open<{ note: string }>(assignmentNotePlace(taking.id), sealed).note : '',
	}));
}
