import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { AgreementVersion } from './agreement.ts';
import { loadAcceptances, loadAgreement } from './inclusion.store.server.ts';

/** The newest version of a case's agreement, with who accepted it; undefined while there is none. */
export async function newestAgreement(tx: Tx, caseId: Uuid): Promise<AgreementVersion | undefined> {
	const row = await loadAgreement(tx, caseId);
	if (!row) return undefined;
	const accepted = await loadAcceptances(tx, caseId, row.version);
	return { version: row.version, from: row.from_on, to: row.to_on, accepted };
}
