import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { mergePersons, unmergePersons } from './merge-persons.server.ts';
import type { Chosen, Detail, Side } from './merging.ts';
import { DETAILS } from './merging.ts';
import { PREFIX } from './people.fixtures.ts';

/** Every detail from the record that stays, but for those that are named. */
export function keeping(changes: Partial<Record<Detail, Side>> = {}): Chosen {
	const kept = Object.fromEntries(DETAILS.map((detail) => [detail, 'kept'])) as Record<Detail, Side>;
	return { ...kept, ...changes };
}

type Pair = readonly [keptId: Uuid, mergedId: Uuid];

/** Merges the second record into the first. */
export const merge = (worker: Act<Worker>, [keptId, mergedId]: Pair, chosen: Chosen = keeping()) =>
	mergePersons(worker, { command: aCommand(), keptId, mergedId, chosen, countryPrefix: PREFIX });
export const unmerge = (worker: Act<Worker>, [keptId, mergedId]: Pair) =>
	unmergePersons(worker, { keptId, mergedId, countryPrefix: PREFIX });

/** What the page of a person shows. */
export const pageOf = async (worker: Act<Worker>, personId: Uuid) => good(await readPersonPage(worker, { personId }));
