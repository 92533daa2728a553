import type { Uuid } from '#lib/kernel/ids.ts';
import type { Action } from '#lib/access/access-table.ts';

/** How many views one worker can keep of one list; the database has as many places. */
export const SAVED_VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 60;

/** Lists that can be looked at in ways one keeps. */
const VIEWED_LISTS = ['cases', 'people'] as const;
/** Such a list: whoever may do this may see it, and what of the question of an address a view of it keeps. */
export type ViewedList = {
	readonly key: (typeof VIEWED_LISTS)[number];
	readonly action: Action;
	readonly kept: (query: URLSearchParams) => string;
};

/** A way to look at a list that somebody keeps under a name. */
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

/** The question that opens a view: its own, and which view it is. */
export function opening({ id, query }: Pick<SavedView, 'id' | 'query'>): string {
	return `${query}${query === '' ? '?' : '&'}view=${id}`;
}

/** The view that an address shows: the one it names, as long as it still asks for the same. */
export function shownView(
	list: ViewedList,
	views: readonly SavedView[],
	query: URLSearchParams,
): SavedView | undefined {
	const asked = list.kept(query);
	return views.find((one) => one.id === query.get('view') && one.query === asked);
}

/** The first place that is free; undefined when all are taken. */
export function freePlace(taken: readonly number[]): number | undefined {
	return Array.from({ length: SAVED_VIEWS_MAX }, (_, at) => at + 1).find((place) => !taken.includes(place));
}

/** Which columns an address asks for, in the order in which a list has them; the usual ones where it asks for none. */
export function readColumns<Column extends string>(
	query: URLSearchParams,
	{ all, usual }: { all: readonly Column[]; usual: readonly Column[] },
): readonly Column[] {
	const wanted = query.getAll('columns');
	const chosen = all.filter((one) => wanted.includes(one));
	return chosen.length > 0 ? chosen : usual;
}

/** Writes the columns into the question of an address; the usual ones need not be said. */
export function askColumns<Column extends string>(
	query: URLSearchParams,
	{ columns, usual }: { columns: readonly Column[]; usual: readonly Column[] },
): string {
	if (columns.join() !== usual.join()) for (const column of columns) query.append('columns', column);
	return query.size === 0 ? '' : `?${query}`;
}
