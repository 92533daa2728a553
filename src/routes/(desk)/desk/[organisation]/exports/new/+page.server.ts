import * as v from 'valibot';
import { choice, commandId, optionalChoice, optionalText, tick } from '#lib/kernel/fields.ts';
import { mayEver } from '#lib/access/access-table.ts';
import { choseColumns, readCaseColumns, readCaseFilter } from '#lib/cases/case-list.ts';
import { notFound, workerAct, workerForm } from '#lib/identity/doorway.server.ts';
import { REQUEST_VIEWS } from '#lib/intake/request.ts';
import { newId } from '#lib/platform/ids.server.ts';
import { askExport, RIGHT_TO, type ExportedPart } from '#lib/reports/ask-export.server.ts';
import { EXPORTED_LISTS, EXPORT_FORMATS, EXPORT_REASONS, PLACE_OF, type ExportedList } from '#lib/reports/export.ts';
import { unitOf } from '#lib/reports/figures.ts';
import { readPeriod } from '#lib/reports/period.ts';
import { exportAddress } from '../../parts/export-address.ts';
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
function listIn(query: URLSearchParams): { list: ExportedList; part: ExportedPart } {
	const list = EXPORTED_LISTS.find((one) => one === (query.get('list') ?? 'cases')) ?? notFound();
	if (list === 'cases') {
		const { filter } = readCaseFilter(query);
		const columns = readCaseColumns(query);
		const part = { cases: filter, ...(choseColumns(columns) && { columns }) };
		return { list, part };
	}
	if (list === 'figures') return numberIn(query);
	const view = REQUEST_VIEWS.find((one) => one === query.get('view')) ?? 'waiting';
	return { list, part: { requests: view } };
}

const KEY = /^[a-z0-9-]{1,70}$/;

/** Which number of a programme the address means. */
function numberIn(query: URLSearchParams): { list: ExportedList; part: ExportedPart } {
	const of = (name: string) => query.get(name) ?? '';
	const [programme, figure, code] = [of('programme'), of('figure'), of('code')];
	if (![programme, figure, code].every((one) => KEY.test(one)) || !unitOf(figure)) notFound();
	return { list: 'figures', part: { figure: { programme, figure, code, period: readPeriod(query) } } };
}

export const load: PageServerLoad = async (event) => {
	const act = workerAct(event);
	const { list, part } = listIn(event.url.searchParams);
	if (!mayEver(act.by.roles, RIGHT_TO[list])) notFound();
	const namesAlone = part.figure !== undefined && unitOf(part.figure.figure) === 'person';
	return { list, under: PLACE_OF[list], from: exportAddress(list, part), namesAlone, command: newId(act.at) };
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
