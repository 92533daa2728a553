import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { ALL } from '#lib/reports/figures.ts';
import { periodQuery } from '#lib/reports/period.ts';
import { readTotals } from '#lib/reports/read-figures.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { programmes, scope } = found(await readTotals(workerAct(event)));
	const base = `/desk/${event.params.organisation}/programmes`;
	const shown = programmes.map(({ key, title, years }) => ({
		key,
		title,
		href: `${base}/${key}`,
		years: years.map(({ period, totals }) => ({
			period,
			rows: totals.map((figure) => ({
				code: figure.key,
				label: figure.title,
				count: figure.counts.get(ALL) ?? 0,
				href: `${base}/${key}/${figure.key}${periodQuery(period, { code: ALL })}`,
			})),
		})),
	}));
	return { programmes: shown, scope };
};
