import { sql } from 'kysely';
import type { Tx } from '#lib/platform/database.server.ts';
import { inScope } from './intake.store.server.ts';
import type { SiteFigures } from './site-figures.ts';

/** The open requests of the organisation by programme and site. Who waits, waits for the site of the waiting list, whatever the request once said. */
export async function countAtSites(tx: Tx): Promise<SiteFigures[]> {
	const rows = await tx.db
		.selectFrom('request_mark as m')
		.innerJoin('request as r', (join) =>
			join.onRef('r.organisation_id', '=', 'm.organisation_id').onRef('r.id', '=', 'm.request_id'),
		)
		.leftJoin('waiting_stay as s', (join) =>
			join
				.onRef('s.organisation_id', '=', 'm.organisation_id')
				.onRef('s.request_id', '=', 'm.request_id')
				.on('s.to_at', 'is', null),
		)
		.select((eb) => [
			'r.programme',
			sql<string | null>`case when s.id is null then r.site else s.site end`.as('place'),
			eb.fn.countAll<string>().as('open'),
			eb.fn.count<string>('s.id').as('waiting'),
		])
		.where('m.organisation_id', '=', tx.organisationId)
		.where('m.ended_at', 'is', null)
		.where(inScope('m.request_id', 'organisation'))
		.groupBy(['r.programme', 'place'])
		.orderBy('r.programme')
		.limit(1_000)
		.execute();
	return rows.map(({ programme, place, open, waiting }) => ({
		programme,
		site: place,
		open: Number(open),
		waiting: Number(waiting),
	}));
}
