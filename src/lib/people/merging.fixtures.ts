import type { Act, Worker } from '#lib/kernel/actor.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { aCommand, good } from '#lib/intake/intake.fixtures.ts';
import { readPersonPage } from '#lib/intake/read-person-page.server.ts';
import { mergePersons, unmergePersons } from './merge-persons.server.ts';
import type { Chosen, Detail, Side } from './merging.ts';
import { DETAILS } from './merging.ts';
import { PREFIX } from './people.fixtures.ts';
import { changePerson } from './people.server.ts';

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

/** Nothing is known of what is counted. */
export const FACTS = { birthYear: null, sex: null, municipality: null } as const;
/** What names a person. */
export const aText = (name: string, phone = '', email = '') => ({ name, phone, email, address: '', interpreter: '' });

/** What somebody records of a person. */
export async function say(worker: Act<Worker>, personId: Uuid, given: Partial<Parameters<typeof changePerson>[1]>) {
	const usual = { text: aText('Zala Vzorčnik'), anonymous: false, facts: FACTS, rules: [], countryPrefix: PREFIX };
	good(await changePerson(worker, { ...usual, personId, ...given }));
}
