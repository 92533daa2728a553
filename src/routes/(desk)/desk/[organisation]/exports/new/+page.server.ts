import * as v from 'valibot';
import { choice, commandId, optionalChoice, optionalText, tick } from '#lib/kernel/fields.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { caseQuery, choseColumns, readCaseColumns, readCaseFilter } from '#lib/cases/case-list.ts';
import { notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { REQUEST_VIEWS } from '#lib/intake/request.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { askExport, RIGHT_TO, type ExportedPart } from '#lib/reports/ask-export.server.ts';
import { EXPORTED_LISTS, EXPORT_FORMATS, EXPORT_REASONS, type ExportedList } from '#lib/reports/export.ts';
import type { Actions, PageServerLoad } from './$types';

const WORDS_MAX = 2_000;
const SCHEMA = v.object({
	command: commandId(),
	format: choice(EXPORT_FORMATS),
	reason: optionalChoice(EXPORT_REASONS),
	words: optionalText(WORDS_MAX),
	names: tick(),
});

/** Which list the address means, and which part of it. */
function listIn(query: URLSearchParams): { list: ExportedList; part: ExportedPart; from: string } {
	const list = EXPORTED_LISTS.find((one) => one === (query.get('list') ?? 'cases')) ?? notFound();
	if (list === 'cases') {
		const { filter } = readCaseFilter(query);
		const columns = readCaseColumns(query);
		const part = { cases: filter, ...(choseColumns(columns) && { columns }) };
		return { list, part, from: `cases${caseQuery(filter, undefined, columns) || '?view=all'}` };
	}
	const view = REQUEST_VIEWS.find((one) => one === query.get('view')) ?? 'waiting';
	return { list, part: { requests: view }, from: `requests?view=${view}` };
}

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { list, from } = listIn(event.url.searchParams);
	if (!mayEver(act.by.roles, RIGHT_TO[list])) notFound();
	return { list, under: list, from, command: newId(act.at) };
};

export const actions: Actions = {
	default: (event) =>
		workerForm(event, {
			schema: SCHEMA,
			run: (act, input) => {
				const { list, part } = listIn(event.url.searchParams);
				return askExport(act, { ...input, list, part, language: event.locals.language });
			},
			goTo: (id) => `/desk/${event.params.organisation}/exports/${id}`,
		}),
};
