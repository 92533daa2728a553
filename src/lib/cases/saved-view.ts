import type { Uuid } from '#lib/kernel/ids.ts';
import { caseQuery, readCaseColumns, readCaseFilter } from './case-list.ts';

/** How many views one worker can keep of one list; the database has as many places. */
export const SAVED_VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 60;

/** A way to look at the list of cases that somebody keeps under a name. */
export type SavedView = {
	readonly id: Uuid;
	readonly name: string;
	/** The question of an address: what it filters, how it sorts, which columns it shows. */
	readonly query: string;
	/** Kept by whoever asks, who alone can remove it. */
	readonly mine: boolean;
	/** The team that shares it; undefined for one of one's own. */
	readonly team: string | undefined;
	/** The list opens with it. */
	readonly isDefault: boolean;
};

/** What is sealed of a view. */
export type ViewText = { readonly name: string; readonly query: string };

/** The question of an address as a view keeps it: what the list understands of it, and no place in the list. */
export function viewQuery(query: URLSearchParams): string {
	return caseQuery(readCaseFilter(query).filter, undefined, readCaseColumns(query));
}

/** The question that opens a view: its own, and which view it is. */
export function opening({ id, query }: Pick<SavedView, 'id' | 'query'>): string {
	return `${query}${query === '' ? '?' : '&'}view=${id}`;
}

/** The view that an address shows: the one it names, as long as it still asks for the same. */
export function shownView(views: readonly SavedView[], query: URLSearchParams): SavedView | undefined {
	const asked = viewQuery(query);
	return views.find((one) => one.id === query.get('view') && one.query === asked);
}

/** The first place that is free; undefined when all are taken. */
export function freePlace(taken: readonly number[]): number | undefined {
	return Array.from({ length: SAVED_VIEWS_MAX }, (_, at) => at + 1).find((place) => !taken.includes(place));
}
