import type { Uuid } from '#lib/kernel/ids.ts';
import { personNames } from '#lib/people/open-persons.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { loadCase } from './cases.store.server.ts';
import { callCase } from './name-of-case.ts';

/** What a case is called, where nothing else of its people is needed. Part of a use case that journals. */
export async function nameOfCase(tx: Tx, facts: { readonly number: string }, present: readonly Uuid[]) {
	return callCase(facts, present, await personNames(tx, present));
}

/** The number of a case: it names nobody. */
export async function numberOfCase(tx: Tx, caseId: Uuid): Promise<string | undefined> {
	return (await loadCase(tx, caseId))?.number;
}
