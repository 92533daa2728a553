import { expect, test } from 'vitest';
import { ACTIONS } from '#lib/access/access-table.ts';
import { JOURNAL_ACTIONS } from './actions.ts';
import { ROUTES, ruleOf } from './routes.ts';

const rules = Object.entries(ROUTES);

test('a route nobody listed has no rule', () => {
	expect(ruleOf('/(desk)/desk/[organisation]/secrets')).toBeUndefined();
	expect(ruleOf(null)).toBeUndefined();
	expect(ruleOf('/live')).toMatchObject({ enter: 'everybody' });
});

test('every desk page asks for something a role may do', () => {
	const desk = rules.filter(([id]) => id.startsWith('/(desk)'));
	expect(desk.length).toBeGreaterThan(20);
	expect(desk.filter(([, rule]) => !(ACTIONS as readonly string[]).includes(rule.enter)).map(([id]) => id)).toEqual([]);
});

test('outside the desk nobody needs a role', () => {
	const others = rules.filter(([id]) => !id.startsWith('/(desk)'));
	const kinds = ['everybody', 'code', 'link', 'signed-in'];
	expect(others.filter(([, rule]) => !kinds.includes(rule.enter)).map(([id]) => id)).toEqual([]);
});

test('every page about a request, a case or a person leaves an entry when it is read', () => {
	const personal = rules.filter(([id]) => /\[(request|case|person)\]/.test(id));
	expect(personal.length).toBeGreaterThan(15);
	const silent = personal.filter(([, rule]) => rule.reads === 'nothing-personal').map(([id]) => id);
	// A form that shows nothing: it only says that a step was done.
	expect(silent).toEqual(['/(desk)/desk/[organisation]/cases/[case]/steps/[step]']);
});

test('rules speak of entries that the journal knows', () => {
	const said = rules.flatMap(([, rule]) => [
		...rule.writes,
		...(rule.reads === 'nothing-personal' ? [] : [rule.reads]),
	]);
	expect(said.filter((action) => !JOURNAL_ACTIONS.includes(action))).toEqual([]);
});
