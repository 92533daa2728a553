import type { Language } from '#lib/kernel/local-words.ts';
import type { Tx } from '#lib/platform/database.server.ts';
import type { Organisation, OrganisationProfile } from './organisation.ts';

export async function loadOrganisations(tx: Tx): Promise<readonly Organisation[]> {
	const rows = await tx.db
		.selectFrom('organisation')
		.select(['id', 'slug', 'name', 'country', 'language', 'time_zone', 'about'])
		.orderBy('name')
		.limit(5_000)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		slug: row.slug,
		name: row.name,
		country: row.country as 'si' | 'cz',
		language: row.language as Language,
		timeZone: row.time_zone,
		about: row.about as OrganisationProfile,
	}));
}
