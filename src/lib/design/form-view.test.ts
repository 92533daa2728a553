import { describe, expect, test } from 'vitest';
import { describedBy } from './described-by.ts';
import { problemOf, typedChoices, typedText, viewWith, type FormView } from './form-view.ts';

const view: FormView = {
	typed: { name: 'Zala', reasons: ['grief', 'debts'], mode: 'phone', empty: '' },
	problems: [{ field: 'email', text: 'Naslov ni videti pravi.' }],
};

describe('a form that was refused shows', () => {
	test('what was typed, and not what was there before', () => {
		expect(typedText(view, 'name', 'Vida')).toBe('Zala');
		expect(typedText(view, 'empty', 'Vida')).toBe('');
		expect(typedText(view, 'left-out', 'Vida')).toBe('');
		expect(typedText(view, 'reasons')).toBe('debts');
	});

	test('what was ticked, and nothing that was unticked', () => {
		expect(typedChoices(view, 'reasons', ['other'])).toEqual(['grief', 'debts']);
		expect(typedChoices(view, 'mode')).toEqual(['phone']);
		expect(typedChoices(view, 'left-out', ['other'])).toEqual([]);
	});

	test('the sentence of the field that has a problem, and of no other', () => {
		expect(problemOf(view, 'email')).toBe('Naslov ni videti pravi.');
		expect(problemOf(view, 'name')).toBeUndefined();
	});
});

test.each([null, undefined])('a form that was not sent yet (%s) shows what was there before', (none) => {
	expect(typedText(none, 'name', 'Vida')).toBe('Vida');
	expect(typedText(none, 'name')).toBe('');
	expect(typedChoices(none, 'reasons', ['grief'])).toEqual(['grief']);
	expect(problemOf(none, 'name')).toBeUndefined();
});

test.each([
	[{ hint: true, problem: true }, 'name-hint name-error'],
	[{ hint: true, problem: false }, 'name-hint'],
	[{ hint: false, problem: true }, 'name-error'],
	[{ hint: false, problem: false }, undefined],
])('a field with %o is explained by “%s”', (has, ids) => {
	expect(describedBy('name', has)).toBe(ids);
});

describe('of several forms on a page', () => {
	test('only the one that was sent shows what was typed: the others keep what stands there', () => {
		expect(viewWith(view, 'name')).toBe(view);
		expect(viewWith(view, 'empty')).toBe(view);
		expect(typedText(viewWith(view, 'team'), 'team', 'Savinjska')).toBe('Savinjska');
		expect(typedText(view, 'team', 'Savinjska')).toBe('');
		for (const none of [null, undefined]) expect(viewWith(none, 'name')).toBeUndefined();
	});

	test('one in which nothing was chosen is known by its problem', () => {
		expect(viewWith(view, 'email')).toBe(view);
	});
});
