import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { keptQuery, keptTogether } from '#lib/platform/kept-query.server.ts';
import type { CaseFacts } from './case.ts';
import { CASE } from './cases.store.server.ts';
import { ofCase, type OfCase } from './of-case.server.ts';

/** The wrapped key of a case. */
export const CASE_KEY = keptQuery(
	(db, of: OfCase) =>
		db
			.selectFrom('subject_key')
			.select('wrapped')
			.where('organisation_id', '=', of.organisationId)
			.where('subject_id', '=', of.caseId),
	{ wrapped: 'bytes' },
);

const HELD = keptQuery((db, of: OfCase) =>
	db
		.selectFrom('case_')
		.select('id')
		.where('organisation_id', '=', of.organisationId)
		.where('id', '=', of.caseId)
		.forUpdate(),
);

const WITH_KEY = keptTogether({ facts: CASE, key: CASE_KEY });

/** Loads a case with its wrapped key and holds it: whoever else changes it waits. */
export async function lockCase(
	tx: Tx,
	id: Uuid,
): Promise<{ facts: CaseFacts | undefined; wrapped: Buffer | undefined }> {
	const of = ofCase(tx, id);
	// Sent together: the second is answered once the first has its lock, and sees what whoever held it before has done.
	const [, { facts, key }] = await Promise.all([HELD.rows(tx, of), WITH_KEY(tx, of)]);
	return { facts: facts[0], wrapped: key[0]?.wrapped };
}
