import { redirect } from '@sveltejs/kit';
import { CASE_LIST, caseQuery, isNarrowed, readCaseColumns, readCaseFilter } from '#lib/cases/case-list.ts';
import { caseChoices, COUNTED_MAX, listCases, type CasePage } from '#lib/cases/list-cases.server.ts';
import { formView, found, workerAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { opening, shownView } from '#lib/identity/saved-view.ts';
import { listViews } from '#lib/identity/saved-views.server.ts';
import { refuseFields } from '#lib/kernel/result.ts';
import type { PageServerLoad } from './$types';

const NOTHING: CasePage = { rows: [], next: undefined, count: 0 };

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const query = event.url.searchParams;
	const { views } = found(await listViews(act, CASE_LIST));
	const usual = views.find((one) => one.isDefault);
	if (usual && query.size === 0) redirect(303, `/desk/${event.params.organisation}/cases${opening(usual)}`);
	const { filter, after, problems } = readCaseFilter(query);
	const columns = readCaseColumns(query);
	const shown = shownView(CASE_LIST, views, query);
	const [list, choices] = await Promise.all([
		problems.length > 0 ? NOTHING : listCases(act, { filter, after }).then(found),
		caseChoices(act),
	]);
	const start = CASE_LIST.kept(query);
	return {
		...list,
		next: list.next && caseQuery(filter, list.next, columns),
		start: start || '?view=all',
		asked: start,
		first: !after,
		filter,
		columns,
		views: views.map((one) => ({ ...one, opens: opening(one) })),
		shown: shown?.id,
		narrowed: isNarrowed(filter) || problems.length > 0,
		countedMax: COUNTED_MAX,
		choices,
		view: problems.length > 0 ? formView(wordsOf(event), {}, refuseFields(problems)) : null,
	};
};
