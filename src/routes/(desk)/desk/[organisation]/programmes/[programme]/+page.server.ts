import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { ALL, FIGURE_GROUPS, NOT_RECORDED } from '#lib/reports/figures.ts';
import { periodQuery, readPeriod } from '#lib/reports/period.ts';
import { readFigures, type CountedFigure } from '#lib/reports/read-figures.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const period = readPeriod(event.url.searchParams);
	const { figures, ...page } = found(
		await readFigures(workerAct(event), { programme: event.params.programme, period }),
	);
	const base = `/desk/${event.params.organisation}/programmes/${page.programme}`;
	const shown = figures.map((figure) => ({
		key: figure.key,
		source: figure.source,
		group: figure.group,
		title: figure.title,
		rows: rowsOf(figure).map((row) => ({
			...row,
			href: `${base}/${figure.key}${periodQuery(period, { code: row.code })}`,
		})),
	}));
	const groups = FIGURE_GROUPS.map((group) => ({
		group,
		all: shown.find((one) => one.key === `all-${group}`)!.rows.find((row) => row.code === ALL)!,
		figures: shown.filter((one) => one.group === group && one.key !== `all-${group}`),
	}));
	return { ...page, base, period, groups };
};

/** A row for each code of the list, then for those nobody lists any more, then for what is not recorded. */
function rowsOf({ items, counts }: CountedFigure) {
	const known = new Set(items.map((one) => one.code));
	const others = [...counts.keys()].filter((code) => !known.has(code) && code !== NOT_RECORDED).toSorted();
	return [
		...items.map(({ code, label }) => ({ code, label, count: counts.get(code) ?? 0 })),
		...others.map((code) => ({ code, label: undefined, count: counts.get(code) ?? 0 })),
		...(counts.has(NOT_RECORDED) ? [{ code: NOT_RECORDED, label: undefined, count: counts.get(NOT_RECORDED)! }] : []),
	];
}
