import { expect, test } from 'vitest';
import { ok, refuse, refuseField, refuseFields } from './result.ts';

test('what worked has a value, or none', () => {
	expect(ok(7)).toEqual({ ok: true, value: 7 });
	expect(ok()).toEqual({ ok: true, value: undefined });
});

test('a refusal says why, with what its sentence needs', () => {
	expect(refuse('not-found')).toEqual({ ok: false, problem: 'not-found' });
	expect(refuse('has-open-work', { count: 2 })).toEqual({ ok: false, problem: 'has-open-work', details: { count: 2 } });
});

test('a form is refused field by field', () => {
	const first = { field: 'email', problem: 'email-taken' } as const;
	expect(refuseField('email', 'email-taken')).toEqual(refuseFields([first]));
	expect(refuseField('password', 'password-short', { min: 12 })).toEqual({
		ok: false,
		problem: 'fields',
		fields: [{ field: 'password', problem: 'password-short', details: { min: 12 } }],
	});
});
