import { CASE_LIST } from '#lib/cases/case-list.ts';
import type { ViewedList } from '#lib/identity/saved-view.ts';
import { PEOPLE_LIST } from '#lib/people/people-list.ts';

/** The list an address names, of those that can be looked at in ways one keeps. Each is the page of the desk with its name. */
export const viewedList = (name: string): ViewedList | undefined =>
	[CASE_LIST, PEOPLE_LIST].find((list) => list.key === name);
