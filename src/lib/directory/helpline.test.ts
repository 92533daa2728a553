import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import {
	dialled,
	helplineNumber,
	linesOf,
	readHelplines,
	reordered,
	type HelplineEntry,
	type OwnHelpline,
} from './helpline.ts';

const entry = (number: string, more: Partial<HelplineEntry> = {}): HelplineEntry => ({
	country: 'si',
	number,
	danger: false,
	name: { sl: `Telefon ${number}` },
	hours: { sl: 'vedno' },
	...more,
});
const own = (number: string, more: Partial<OwnHelpline> = {}): OwnHelpline => ({
	...entry(number),
	id: number as Uuid,
	shown: true,
	name: { sl: `Naš ${number}` },
	...more,
});
const INSTALLATION = [
	entry('112', { danger: true }),
	entry('116 123'),
	entry('116 111'),
	entry('155', { country: 'cz', danger: true }),
];
const numbers = (lines: readonly HelplineEntry[]) => lines.map((one) => one.number);

describe('the lines of an organisation’s pages', () => {
	test('are the installation’s of the country, where it has none of its own', () => {
		expect(numbers(linesOf('si', { installation: INSTALLATION, own: [] }))).toEqual(['112', '116 123', '116 111']);
		expect(numbers(linesOf('cz', { installation: INSTALLATION, own: [own('041 000 000')] }))).toEqual(['155']);
	});

	test('begin with what is for a life in danger, then its own in its order, then the others', () => {
		const lines = linesOf('si', { installation: INSTALLATION, own: [own('041 000 000'), own('041 000 001')] });
		expect(numbers(lines)).toEqual(['112', '041 000 000', '041 000 001', '116 123', '116 111']);
	});

	test('show its own in place of the installation’s of that number, however it is written', () => {
		const lines = linesOf('si', { installation: INSTALLATION, own: [own('116111')] });
		expect(lines.map((one) => one.name.sl)).toEqual(['Telefon 112', 'Naš 116111', 'Telefon 116 123']);
	});

	test('leave out what it keeps off its pages', () => {
		const lines = linesOf('si', { installation: INSTALLATION, own: [own('116 123', { shown: false })] });
		expect(numbers(lines)).toEqual(['112', '116 111']);
	});

	const anOwn = fc.record({
		number: fc.constantFrom('112', '1 12', '116 123', '116111', '041 000 000', '155'),
		shown: fc.boolean(),
		danger: fc.boolean(),
		country: fc.constantFrom('si' as const, 'cz' as const),
	});
	test('never miss a number for a life in danger, and show no number twice, whatever it does', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(anOwn, { selector: (one) => `${one.country} ${dialled(one.number)}` }),
				fc.constantFrom('si' as const, 'cz' as const),
				(given, country) => {
					const lines = linesOf(country, { installation: INSTALLATION, own: given.map((one) => own(one.number, one)) });
					const vital = INSTALLATION.filter((one) => one.country === country && one.danger);
					for (const { number } of vital)
						expect(lines.find((one) => dialled(one.number) === dialled(number))).toMatchObject({ danger: true });
					const dials = lines.map((one) => dialled(one.number));
					expect(new Set(dials).size).toBe(dials.length);
					// Those for a life in danger stand together at the top.
					const dangers = lines.map((one) => one.danger);
					expect(dangers).toEqual(dangers.toSorted((a, b) => Number(b) - Number(a)));
				},
			),
		);
	});
});

test.each([
	['116 123', '116 123'],
	[' 116-123 ', '116 123'],
	['(01) 520/99.00', '01 520 99 00'],
	['+386 41 000 000', '+386 41 000 000'],
	['+ 386 41 000 000', '+386 41 000 000'],
	['112', '112'],
	['1', undefined],
	['pokličite', undefined],
	['112; 113', undefined],
	['', undefined],
	['1'.repeat(21), undefined],
])('“%s” is dialled as %s', (typed, number) => {
	expect(helplineNumber(typed)).toBe(number);
});

describe('order', () => {
	const ids = ['a', 'b', 'c'] as unknown as Uuid[];
	test('one place up or down, and no further than the ends', () => {
		expect(reordered(ids, { id: ids[1]!, to: 'up' })).toEqual(['b', 'a', 'c']);
		expect(reordered(ids, { id: ids[1]!, to: 'down' })).toEqual(['a', 'c', 'b']);
		expect(reordered(ids, { id: ids[0]!, to: 'up' })).toBeUndefined();
		expect(reordered(ids, { id: ids[2]!, to: 'down' })).toBeUndefined();
		expect(reordered(ids, { id: 'x' as Uuid, to: 'up' })).toBeUndefined();
	});
});

describe('a file of helplines', () => {
	const line = { country: 'si', number: '112', danger: true, name: { sl: 'Nevarnost' }, hours: { sl: 'vedno' } };
	const faults = (data: unknown) => {
		const read = readHelplines(data);
		return 'faults' in read ? read.faults : [];
	};

	test('is taken when each line has number, name and hours', () => {
		expect(readHelplines([line])).toEqual({ lines: [line] });
	});

	test.each([
		['nothing', [], /length/],
		['no list', { lines: [line] }, /array/i],
		['a number that cannot be dialled', [line, { ...line, number: 'sto' }], /1\.number: a number of digits/],
		['a number twice', [line, { ...line, number: '11 2' }], /each number once/],
		['no line for a life in danger', [{ ...line, danger: false }], /life in danger/],
		['a name in no language', [{ ...line, name: {} }], /0\.name: words in at least one language/],
		['a field nobody knows', [{ ...line, note: 'x' }], /note/],
	])('is refused with %s', (_, data, fault) => {
		expect(faults(data).join('\n')).toMatch(fault);
	});
});
