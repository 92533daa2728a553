import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { loadMerges } from './merges.store.server.ts';

/** A record that was merged into another. */
export type MergeInto = { readonly mergedId: Uuid; readonly at: Date; readonly by: Uuid };

/** The records that are merged into one, oldest first, for whoever shows them and journals. */
export async function mergesInto(tx: Tx, keptId: Uuid): Promise<readonly MergeInto[]> {
	const rows = await loadMerges(tx, keptId);
	return rows.map((row) => ({ mergedId: row.merged_id, at: row.merged_at, by: row.merged_by }));
}
