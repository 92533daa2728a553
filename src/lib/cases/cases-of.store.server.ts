import { sql } from 'kysely';
import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { ListedCase } from './case-list.ts';
import type { CaseFacts } from './case.ts';
import { selectFacts } from './cases.store.server.ts';

const CASES_MAX = 200;

/** Every record that is read under a person's. */
const recordsOf = (person: Uuid) => sql<Uuid>`(select record from access.records_of(array[${person}::uuid]))`;

export async function loadCasesOfPerson(tx: Tx, person: Uuid): Promise<ListedCase[]> {
	return (await selectFacts(tx)
		.select('c.last_met_on as lastMetOn')
		.where('c.id', 'in', (eb) =>
			eb
				.selectFrom('case_member as m')
				.select('m.case_id')
				.where('m.organisation_id', '=', tx.organisationId)
				.where('m.person_id', 'in', recordsOf(person))
				// Of a case that is kept from somebody nothing stands in their file.
				.where((of) =>
					of.not(
						of.exists(
							of
								.selectFrom('member_screen as k')
								.select('k.id')
								.whereRef('k.organisation_id', '=', 'm.organisation_id')
								.whereRef('k.case_id', '=', 'm.case_id')
								.whereRef('k.person_id', '=', 'm.person_id')
								.where('k.lifted_at', 'is', null),
						),
					),
				),
		)
		.orderBy('c.id', 'desc')
		.limit(CASES_MAX)
		.execute()) as ListedCase[];
}

export async function loadCasesOfFamily(tx: Tx, family: Uuid): Promise<CaseFacts[]> {
	return (await selectFacts(tx)
		.where('c.family_id', '=', family)
		.orderBy('c.id', 'desc')
		.limit(CASES_MAX)
		.execute()) as CaseFacts[];
}
