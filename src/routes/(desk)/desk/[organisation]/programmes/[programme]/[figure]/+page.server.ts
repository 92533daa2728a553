import { isUuid } from '#lib/kernel/ids.ts';
import { found, workerAct } from '#lib/identity/doorway.server.ts';
import { periodQuery, readPeriod } from '#lib/reports/period.ts';
import { openFigure } from '#lib/reports/read-figures.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url } = event;
	const period = readPeriod(url.searchParams);
	const [given, last] = [url.searchParams.get('code'), url.searchParams.get('after')];
	const after = isUuid(last) ? last : undefined;
	const code = given !== null && /^[a-z0-9-]{1,60}$/.test(given) ? given : undefined;
	const asked = { programme: params.programme, figure: params.figure, period, code, after };
	const { figure, next, ...page } = found(await openFigure(workerAct(event), asked));
	const base = `/desk/${params.organisation}/programmes/${params.programme}`;
	const here = (more: Readonly<Record<string, string>> = {}) =>
		`${base}/${params.figure}${periodQuery(period, { code: page.code, ...more })}`;
	return {
		...page,
		base,
		period,
		back: `${base}${periodQuery(period)}`,
		figure: { source: figure.source, title: figure.title },
		label: figure.items.find((one) => one.code === page.code)?.label,
		previous: after ? here() : undefined,
		next: next && here({ after: next }),
		take: `/desk/${params.organisation}/exports/new${periodQuery(period, { list: 'figures', programme: params.programme, figure: params.figure, code: page.code })}`,
	};
};
