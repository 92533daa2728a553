import type { Uuid } from '#lib/kernel/ids.ts';
import { personNames } from '#lib/people/open-persons.server.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { nameOfCase, type CaseFacts } from './case.ts';
import { loadCase } from './cases.store.server.ts';

/** What a case is called, and of whom the names are: whoever shows it journals these. */
export type CalledCase = { readonly name: string; readonly personIds: readonly Uuid[] };

/** Calls a case by the people who are in it now. Part of a use case that journals. */
export async function callCase(
	tx: Tx,
	{ number }: Pick<CaseFacts, 'number'>,
	present: readonly Uuid[],
): Promise<CalledCase> {
	const people = await personNames(tx, present);
	// Two records of one person are one here.
	const personIds = [...new Set(present.map((id) => people.get(id)?.id ?? id))];
	const names = personIds.map((id) => people.get(id)?.name ?? '');
	return { name: nameOfCase(names, number), personIds };
}

/** The number of a case: it names nobody. */
export async function numberOfCase(tx: Tx, caseId: Uuid): Promise<string | undefined> {
	return (await loadCase(tx, caseId))?.number;
}
