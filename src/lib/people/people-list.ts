import { askColumns, readColumns, type ViewedList } from '#lib/identity/saved-view.ts';

/** What a list of people can show of somebody besides their name. */
export const PEOPLE_COLUMNS = ['label', 'phone', 'email', 'address', 'interpreter', 'first-seen'] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];
/** What it shows as long as nobody has chosen. */
export const USUAL_PEOPLE_COLUMNS: readonly PeopleColumn[] = ['phone', 'email', 'first-seen'];

/** Reads which columns are wanted; the usual ones where none is. */
export const readPeopleColumns = (query: URLSearchParams): readonly PeopleColumn[] =>
	readColumns(query, { all: PEOPLE_COLUMNS, usual: USUAL_PEOPLE_COLUMNS });

/** The list of people, as ways to look at it are kept: its columns. Whom somebody looked for stays in no view. */
export const PEOPLE_LIST: ViewedList = {
	key: 'people',
	action: 'person.search',
	kept: (query) =>
		askColumns(new URLSearchParams(), { columns: readPeopleColumns(query), usual: USUAL_PEOPLE_COLUMNS }),
};
