import { caseQuery, isNarrowed, readCaseFilter } from '#lib/cases/case-list.ts';
import { caseChoices, COUNTED_MAX, listCases, type CasePage } from '#lib/cases/list-cases.server.ts';
import { formView, found, workerAct, wordsOf } from '#lib/identity/doorway.server.ts';
import { refuseFields } from '#lib/kernel/result.ts';
import type { PageServerLoad } from './$types';

const NOTHING: CasePage = { rows: [], next: undefined, count: 0 };

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { filter, after, problems } = readCaseFilter(event.url.searchParams);
	const [list, choices] = await Promise.all([
		problems.length > 0 ? NOTHING : listCases(act, { filter, after }).then(found),
		caseChoices(act),
	]);
	return {
		...list,
		next: list.next && caseQuery(filter, list.next),
		start: caseQuery(filter),
		exported: caseQuery(filter),
		first: !after,
		filter,
		narrowed: isNarrowed(filter) || problems.length > 0,
		countedMax: COUNTED_MAX,
		choices,
		view: problems.length > 0 ? formView(wordsOf(event), {}, refuseFields(problems)) : null,
	};
};
