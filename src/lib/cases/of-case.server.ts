import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';

/** What is asked of one case. */
export type OfCase = { readonly organisationId: Uuid; readonly caseId: Uuid };

export const ofCase = (tx: Tx, caseId: Uuid): OfCase => ({ organisationId: tx.organisationId, caseId });
