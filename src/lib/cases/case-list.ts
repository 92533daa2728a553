import { parseDay, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import { isUuid, type Uuid } from '#lib/kernel/ids.ts';
import type { FieldProblem } from '#lib/kernel/result.ts';
import { askColumns, readColumns, type ViewedList } from '#lib/identity/saved-view.ts';
import type { CaseFacts, CaseState } from './case.ts';

export const CASE_STATES = ['waiting', 'ready', 'active', 'closed'] as const satisfies readonly CaseState[];
/** In which order a list of cases stands; the first is the usual one. Whom nobody met yet was met longest ago. */
export const CASE_ORDERS = ['newest', 'oldest', 'number', 'met-longest-ago', 'met-latest'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** What a list can show of a case besides whose it is. */
export const CASE_COLUMNS = [
	'number',
	'programme',
	'state',
	'key-worker',
	'workers',
	'opened',
	'closed',
	'last-met',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];
/** What it shows as long as nobody has chosen. */
export const USUAL_COLUMNS: readonly CaseColumn[] = [
	'number',
	'programme',
	'state',
	'key-worker',
	'opened',
	'last-met',
];

/** Which cases a list shows, and in which order. */
export type CaseFilter = {
	readonly programme?: string;
	readonly state?: CaseState;
	readonly worker?: Uuid;
	readonly from?: CalendarDay;
	readonly to?: CalendarDay;
	readonly order: CaseOrder;
};

/** A case of a list. `lastMetOn`: the day of the last meeting or talk to which somebody came. */
export type ListedCase = CaseFacts & { readonly lastMetOn: CalendarDay | null };

/** Where in a list a page ends: by what it is ordered, and the case itself. */
export type CaseKey = { readonly value: string; readonly id: Uuid };

/** Before every day there is: where those stand who were never met. */
const NEVER = '0001-01-01' as CalendarDay;

/** What a case is ordered by. */
export function keyOf(listed: ListedCase, order: CaseOrder): CaseKey {
	const values: Record<CaseOrder, string> = {
		newest: listed.openedOn,
		oldest: listed.openedOn,
		number: listed.number,
		'met-longest-ago': listed.lastMetOn ?? NEVER,
		'met-latest': listed.lastMetOn ?? NEVER,
	};
	return { value: values[order], id: listed.id };
}

/** Reads a filter from the question of an address. What cannot be read filters nothing; a day that is none is said. */
export function readCaseFilter(query: URLSearchParams): {
	filter: CaseFilter;
	after: CaseKey | undefined;
	problems: readonly FieldProblem[];
} {
	const given = (name: string) => query.get(name)?.trim() ?? '';
	const [from, to] = [parseDay(given('from')), parseDay(given('to'))];
	const state = CASE_STATES.find((one) => one === given('state'));
	const worker = given('worker');
	const order = CASE_ORDERS.find((one) => one === given('order')) ?? 'newest';
	const filter: CaseFilter = {
		order,
		...(/^[a-z0-9-]{1,60}$/.test(given('programme')) && { programme: given('programme') }),
		...(state && { state }),
		...(isUuid(worker) && { worker }),
		...(from && { from }),
		...(to && { to }),
	};
	const unreal = (['from', 'to'] as const).filter((name) => given(name) !== '' && !filter[name]);
	const problems: FieldProblem[] = unreal.map((field) => ({ field, problem: 'day-unreal' }));
	if (from && to && to < from) problems.push({ field: 'to', problem: 'ends-before-start' });
	return { filter, after: keyIn(query, order), problems };
}

function keyIn(query: URLSearchParams, order: CaseOrder): CaseKey | undefined {
	const [value, id] = [query.get('at') ?? '', query.get('after')];
	const reads = order === 'number' ? /^\d{4}-\d{4,9}$/.test(value) : parseDay(value) !== undefined;
	return isUuid(id) && reads ? { value, id } : undefined;
}

/** Reads which columns are wanted, in the order in which a list has them; the usual ones where none is. */
export const readCaseColumns = (query: URLSearchParams): readonly CaseColumn[] =>
	readColumns(query, { all: CASE_COLUMNS, usual: USUAL_COLUMNS });

/** Whether somebody has chosen other columns than the usual ones. */
export const choseColumns = (columns: readonly CaseColumn[]) => columns.join() !== USUAL_COLUMNS.join();

/** The question of an address that asks for this list, from a place on; empty for the usual list. */
export function caseQuery(
	{ order, ...filter }: CaseFilter,
	after?: CaseKey,
	columns: readonly CaseColumn[] = USUAL_COLUMNS,
): string {
	const asked = { ...filter, ...(order !== 'newest' && { order }), ...(after && { at: after.value, after: after.id }) };
	const query = new URLSearchParams(asked as Record<string, string>);
	return askColumns(query, { columns, usual: USUAL_COLUMNS });
}

/** Whether a list leaves anything out. The order is always there. */
export const isNarrowed = (filter: CaseFilter) => Object.keys(filter).length > 1;

/** The list of cases, as ways to look at it are kept: what the list understands of an address, and no place in it. */
export const CASE_LIST: ViewedList = {
	key: 'cases',
	action: 'case.list',
	kept: (query) => caseQuery(readCaseFilter(query).filter, undefined, readCaseColumns(query)),
};
