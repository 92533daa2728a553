import * as v from 'valibot';
import { expect, test } from 'vitest';
import { choices, email, line, optionalText } from '#lib/kernel/fields.ts';
import { ok } from '#lib/kernel/result.ts';
import { readForm, typedIn } from './form.ts';

const SCHEMA = v.object({
	name: line(20),
	email: email(),
	reasons: choices(['grief', 'debts']),
	words: optionalText(10),
});

test('what was typed is taken as it came: once, several times, or not at all', () => {
	const form = new FormData();
	form.append('name', ' Zala ');
	form.append('reasons', 'grief');
	form.append('reasons', 'debts');
	form.append('picture', new File(['x'], 'x.png'));
	expect(typedIn(form)).toEqual({ name: ' Zala ', reasons: ['grief', 'debts'] });
});

test('a form that is in order gives its values', () => {
	const typed = { name: ' Zala  Vzorčnik ', email: 'zala@primer.invalid', reasons: 'grief' };
	expect(readForm(typed, SCHEMA)).toEqual(
		ok({ name: 'Zala Vzorčnik', email: 'zala@primer.invalid', reasons: ['grief'], words: '' }),
	);
});

test('each field that is not has one problem, in the order of the form, with what its sentence needs', () => {
	expect(readForm({ words: 'predolgo besedilo', email: 'zala', reasons: ['grief', 'other'] }, SCHEMA)).toMatchObject({
		ok: false,
		problem: 'fields',
		fields: [
			{ field: 'name', problem: 'write-something' },
			{ field: 'email', problem: 'email-unreal' },
			{ field: 'reasons', problem: 'choose-some' },
			{ field: 'words', problem: 'too-long', details: { max: 10 } },
		],
	});
});

test('names that every object has are fields like others; those that none of our fields can have are left out', () => {
	const form = new FormData();
	form.append('__proto__', 'x');
	form.append('constructor', 'y');
	form.append('a name', 'z');
	expect(Object.entries(typedIn(form))).toEqual([['constructor', 'y']]);
	expect(readForm(typedIn(form), SCHEMA)).toMatchObject({ ok: false, problem: 'fields' });
});
