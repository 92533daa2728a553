import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as fields from './fields.ts';
import { PROBLEMS } from './problems.ts';

/** What a field makes of what a browser sent: its value, or its problem. */
function read(schema: v.GenericSchema, given: unknown): { value: unknown } | { problem: string } {
	const done = v.safeParse(schema, given, { abortPipeEarly: true });
	return done.success ? { value: done.output } : { problem: done.issues[0].message };
}

const NUL = '\u0000';
const HALF_A_PAIR = '\ud83d';
const EVERY_FIELD = {
	line: fields.line(),
	optionalLine: fields.optionalLine(),
	text: fields.text(),
	optionalText: fields.optionalText(),
	choice: fields.choice(['one', 'two']),
	optionalChoice: fields.optionalChoice(['one']),
	choices: fields.choices(['one', 'two']),
	tick: fields.tick(),
	day: fields.day(),
	optionalDay: fields.optionalDay(),
	time: fields.time(),
	number: fields.number({ min: 1, max: 9 }),
	optionalNumber: fields.optionalNumber({ min: 1, max: 9 }),
	email: fields.email(),
	optionalEmail: fields.optionalEmail(),
	optionalPhone: fields.optionalPhone(),
	commandId: fields.commandId(),
	optionalId: fields.optionalId(),
	secret: fields.secret(),
	slug: fields.slug(),
} satisfies Record<string, v.GenericSchema>;

describe('whatever a browser sends', () => {
	const sent = fc.oneof(
		fc.constant(undefined),
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.array(fc.string(), { maxLength: 4 }),
	);

	test.each(Object.entries(EVERY_FIELD))(
		'a field of the kind %s has a value or a problem with a sentence',
		(_, schema) => {
			fc.assert(
				fc.property(sent, (given) => {
					const done = read(schema, given);
					if ('problem' in done) expect(PROBLEMS).toContain(done.problem);
				}),
			);
		},
	);
});

describe('words', () => {
	test.each([NUL, HALF_A_PAIR, '\u0007', '\u001b[31m', '\u0085'])('%j cannot be read, and is not kept', (strange) => {
		for (const schema of [fields.line(), fields.text(), fields.optionalLine(), fields.optionalText()])
			expect(read(schema, `Zala${strange}Vzorčnik`)).toEqual({ problem: 'cannot-be-read' });
	});

	test('whatever is taken can be kept and shown, and is no longer than allowed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
				const done = read(fields.optionalText(40), given);
				if (!('value' in done)) return;
				const kept = String(done.value);
				expect(kept.isWellFormed()).toBe(true);
				expect(kept).not.toContain(NUL);
				expect(kept.length).toBeLessThanOrEqual(40);
			}),
		);
	});

	test.each(['Hvala 🙏🏽', 'družina 👨‍👩‍👧', 'Růžena & Žiga', 'مرحبا', '<b>ne</b>', '日本'])(
		'%s is kept as it is',
		(words) => {
			expect(read(fields.line(), words)).toEqual({ value: words });
			expect(read(fields.text(), words)).toEqual({ value: words });
		},
	);

	test('the longest line and text are taken, one character more is too long', () => {
		expect(read(fields.line(), 'ž'.repeat(fields.LINE_MAX))).toEqual({ value: 'ž'.repeat(fields.LINE_MAX) });
		expect(read(fields.line(), 'ž'.repeat(fields.LINE_MAX + 1))).toEqual({ problem: 'too-long' });
		expect(read(fields.text(), 'ž'.repeat(fields.TEXT_MAX))).toEqual({ value: 'ž'.repeat(fields.TEXT_MAX) });
		expect(read(fields.text(), 'ž'.repeat(fields.TEXT_MAX + 1))).toEqual({ problem: 'too-long' });
	});

	test('a line has no line breaks, a text keeps them as one kind', () => {
		expect(read(fields.line(), ' Zala \r\n\t Vzorčnik ')).toEqual({ value: 'Zala Vzorčnik' });
		expect(read(fields.text(), 'prva\r\ndruga\rtretja')).toEqual({ value: 'prva\ndruga\ntretja' });
	});

	test('blanks alone say nothing', () => {
		expect(read(fields.line(), ' \t ')).toEqual({ problem: 'write-something' });
		expect(read(fields.text(), '\r\n')).toEqual({ problem: 'write-something' });
		expect(read(fields.optionalText(), '\r\n')).toEqual({ value: '' });
	});
});

describe('codes', () => {
	test('only what was offered is chosen', () => {
		expect(read(fields.choice(['phone', 'home']), 'home')).toEqual({ value: 'home' });
		expect(read(fields.choice(['phone', 'home']), 'other')).toEqual({ problem: 'choose-one' });
		expect(read(fields.choice(['phone', 'home']), undefined)).toEqual({ problem: 'choose-one' });
		expect(read(fields.optionalChoice(['phone']), undefined)).toEqual({ value: undefined });
		expect(read(fields.optionalChoice(['phone']), 'home')).toEqual({ problem: 'choose-one' });
	});

	test('several are taken once each, and none that was not offered', () => {
		expect(read(fields.choices(['a', 'b']), ['a', 'b', 'a', ''])).toEqual({ value: ['a', 'b'] });
		expect(read(fields.choices(['a', 'b']), 'a')).toEqual({ value: ['a'] });
		expect(read(fields.choices(['a', 'b']), undefined)).toEqual({ value: [] });
		expect(read(fields.choices(['a', 'b']), ['a', 'c'])).toEqual({ problem: 'choose-some' });
	});

	test('a box is ticked or not', () => {
		expect(read(fields.tick(), 'on')).toEqual({ value: true });
		expect(read(fields.tick(), undefined)).toEqual({ value: false });
	});
});

describe('days, times and numbers', () => {
	test.each(['2026-02-31', '2026-02-29', '31. 2. 2026', '', 'včeraj'])('“%s” is no day', (given) => {
		expect(read(fields.day(), given)).toEqual({ problem: 'day-unreal' });
	});

	test('a day may be left out where it may', () => {
		expect(read(fields.optionalDay(), '')).toEqual({ value: undefined });
		expect(read(fields.optionalDay(), '2026-02-31')).toEqual({ problem: 'day-unreal' });
		expect(read(fields.optionalDay(), '2028-02-29')).toEqual({ value: '2028-02-29' });
	});

	test('nobody was born in 1826', () => {
		const year = fields.optionalNumber({ min: 1900, max: 2026 }, 'year-unreal');
		expect(read(year, '1826')).toEqual({ problem: 'year-unreal' });
		expect(read(year, '2027')).toEqual({ problem: 'year-unreal' });
		expect(read(year, '1926')).toEqual({ value: 1926 });
		expect(read(year, '')).toEqual({ value: undefined });
	});

	test.each(['1e3', '-5', '4.5', '0x10', '٣', '9999999999', 'pet'])('“%s” is no number of ours', (given) => {
		expect(read(fields.number({ min: 0, max: 10_000 }), given)).toEqual({ problem: 'number-unreal' });
	});

	test('a time is read as people write it', () => {
		expect(read(fields.time(), '9.05')).toEqual({ value: '09:05' });
		expect(read(fields.time(), '25:00')).toEqual({ problem: 'time-unreal' });
	});
});

describe('ways to reach somebody', () => {
	test.each(['zala@primer.invalid', 'z.v+1@pod.primer.invalid', 'žana@primer.invalid'])('%s is an address', (given) => {
		expect(read(fields.email(), ` ${given} `)).toEqual({ value: given });
		expect(read(fields.optionalEmail(), given)).toEqual({ value: given });
	});

	test.each([
		'zala',
		'zala@',
		'@primer.invalid',
		'zala@primer',
		'a b@primer.invalid',
		'a@b@primer.invalid',
		'a@primer..x',
	])('“%s” is none', (given) => {
		expect(read(fields.email(), given)).toEqual({ problem: 'email-unreal' });
		expect(read(fields.optionalEmail(), given)).toEqual({ problem: 'email-unreal' });
	});

	test('an address cannot carry a second addressee or a header', () => {
		expect(read(fields.email(), 'zala@primer.invalid,vid@primer.invalid')).toEqual({ problem: 'email-unreal' });
		expect(read(fields.email(), 'zala@primer.invalid\nBcc: vid@primer.invalid')).toEqual({ problem: 'email-unreal' });
	});

	test.each(['041 000 000', '+386 (1) 000-00-00', '01/000.00.00'])('%s is a telephone number', (given) => {
		expect(read(fields.optionalPhone(), given)).toEqual({ value: given });
	});

	test.each(['041', '+386', 'klic 041 000 000', '041000000000000000'])('“%s” is none', (given) => {
		expect(read(fields.optionalPhone(), given)).toEqual({ problem: 'phone-unreal' });
	});
});

test('an id that is not ours is not taken', () => {
	const ours = '01900000-0000-7000-8000-000000000001';
	expect(read(fields.commandId(), ours)).toEqual({ value: ours });
	expect(read(fields.commandId(), `${ours}'`)).toEqual({ problem: 'cannot-be-read' });
	expect(read(fields.optionalId(), '')).toEqual({ value: undefined });
	expect(read(fields.optionalId(), 'x')).toEqual({ problem: 'choose-one' });
});

test('a password is taken with its blanks, and has a longest length', () => {
	expect(read(fields.secret(), '  štiri besede v geslu ')).toEqual({ value: '  štiri besede v geslu ' });
	expect(read(fields.secret(), '')).toEqual({ problem: 'write-something' });
	expect(read(fields.secret(), 'g'.repeat(201))).toEqual({ problem: 'too-long' });
});

test('a part of an address is made of a name, and one with no letters is none', () => {
	expect(read(fields.slug(), ' Center  Vzoreč, Žalec ')).toEqual({ value: 'center-vzorec-zalec' });
	expect(read(fields.slug(), 'x')).toEqual({ problem: 'slug-unreal' });
	expect(read(fields.slug(), '日本')).toEqual({ problem: 'slug-unreal' });
});
