import { expect, test } from 'vitest';
import { opening, shownView } from '#lib/identity/saved-view.ts';
import type { Uuid } from '#lib/kernel/ids.ts';
import { PEOPLE_COLUMNS, PEOPLE_LIST, readPeopleColumns, USUAL_PEOPLE_COLUMNS } from './people-list.ts';

const question = (text: string) => new URLSearchParams(text);

test('a view of the people keeps the columns and never whom somebody looked for', () => {
	expect(PEOPLE_LIST.kept(question('q=Zala+Vzorčnik&columns=address&columns=label&columns=secret'))).toBe(
		'?columns=label&columns=address',
	);
	expect(PEOPLE_LIST.kept(question('q=Zala+Vzorčnik&view=all'))).toBe('');
	expect(readPeopleColumns(question('columns=secret'))).toEqual(USUAL_PEOPLE_COLUMNS);
	const all = PEOPLE_COLUMNS.map((column) => `columns=${column}`).join('&');
	expect(readPeopleColumns(question(PEOPLE_LIST.kept(question(all))))).toEqual(PEOPLE_COLUMNS);
});

test('it stays the one shown while somebody looks for people with it', () => {
	const id = '01900000-0000-7000-8000-000000000732' as Uuid;
	const view = { id, name: 'Naslovi', query: '?columns=address', mine: true, team: undefined, isDefault: false };
	expect(shownView(PEOPLE_LIST, [view], question(`${opening(view)}&q=Zala`))).toBe(view);
	expect(shownView(PEOPLE_LIST, [view], question(`columns=label&view=${id}`))).toBeUndefined();
});
