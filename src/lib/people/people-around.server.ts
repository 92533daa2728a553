import type { Uuid } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import { openVault, type Vault } from '#lib/vault/vault.server.ts';
import type { AroundRole, AroundText, MayKnow, ParentalConsent, PersonAround } from './around.ts';
import { loadAround, type AroundRow } from './around.store.server.ts';

/** Where the words about somebody around a person stand. */
export const aroundPlace = (id: Uuid) => ({ table: 'person_around', column: 'sealed', row: id }) as const;

/** Those who are or were around some persons, as they were recorded. Journaled by whoever shows them. */
export async function peopleAround(tx: Tx, personIds: readonly Uuid[]): Promise<readonly PersonAround[]> {
	const [vault, { around, consents }] = await Promise.all([openVault(tx), loadAround(tx, personIds)]);
	return around.map((row) =>
		opened(
			vault,
			row,
			consents
				.filter((one) => one.around_id === row.id)
				.map((one) => ({ givenOn: one.given_on, withdrawnOn: one.withdrawn_on })),
		),
	);
}

function opened(vault: Vault, row: AroundRow, consents: readonly ParentalConsent[]): PersonAround {
	return {
		...vault.keyOf(row.person_id, row.wrapped).open<AroundText>(aroundPlace(row.id), row.sealed),
		id: row.id,
		personId: row.stays,
		recordId: row.person_id,
		role: row.role as AroundRole,
		livesWith: row.lives_with,
		mayKnow: row.may_know as MayKnow,
		neverContact: row.never_contact,
		holdsResponsibility: row.holds_responsibility,
		fromOn: row.from_on,
		endedOn: row.ended_on,
		consents,
	};
}
