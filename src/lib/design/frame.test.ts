import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentAt, dial, reachPieces, unbroken } from './frame.ts';

test.each([
	['112', 'tel:112'],
	['00 000 99 00', 'tel:000009900'],
	['+000 (1) 000-00', 'tel:+000100000'],
	['+386 (0)41 000 905', 'tel:+38641000905'],
	['00386 (0)41 000 905', 'tel:0038641000905'],
	['(041) 000 905', 'tel:041000905'],
])('%s is dialled as %s', (number, address) => {
	expect(dial(number)).toBe(address);
});

test('a telephone number stays whole between two lines, and the words around it may break', () => {
	expect(unbroken('041 000 901, po 16. uri')).toBe('041\u00a0000\u00a0901, po 16. uri');
	expect(unbroken('+000 (1) 000-00')).toBe('+000\u00a0(1)\u00a0000-00');
});

describe('how a person is reached, as somebody wrote it', () => {
	const linked = (written: string) =>
		reachPieces(written)
			.map(({ text, href }) => (href ? `[${text}](${href})` : text))
			.join('')
			.replaceAll('\u00a0', ' ');

	test.each([
		['OŠ Izmislek, 041 000 905', 'OŠ Izmislek, [041 000 905](tel:041000905)'],
		['+386 (0)41 000-905 ali 02/000 00 01', '[+386 (0)41 000-905](tel:+38641000905) ali [02/000 00 01](tel:020000001)'],
		['teta@izmisljeno.invalid, po 16. uri', '[teta@izmisljeno.invalid](mailto:teta@izmisljeno.invalid), po 16. uri'],
		['ob sredah med 8 in 12, vhod 3', 'ob sredah med 8 in 12, vhod 3'],
		['od 12. 3. 2026 dalje', 'od 12. 3. 2026 dalje'],
		['041 000 905 / 041 000 906', '[041 000 905](tel:041000905) / [041 000 906](tel:041000906)'],
		['041 000 905 (030 000 111)', '[041 000 905](tel:041000905) ([030 000 111](tel:030000111))'],
		['041 000 905 8-12', '[041 000 905](tel:041000905) 8-12'],
		['041 000 905 / 906', '[041 000 905](tel:041000905) / 906'],
		['(02) 000 00 01, (041) 000 905', '[(02) 000 00 01](tel:020000001), [(041) 000 905](tel:041000905)'],
		['+49 30 1234567 ali +49 30 1234567 8-12', '[+49 30 1234567](tel:+49301234567) ali +49 30 1234567 8-12'],
		['777 123 456 v Pragi', '[777 123 456](tel:777123456) v Pragi'],
		['00420 777 123 456', '[00420 777 123 456](tel:00420777123456)'],
		['2026-03-12, 12/3/2026, 2026/2027', '2026-03-12, 12/3/2026, 2026/2027'],
		['Pot 15, 1000 Ljubljana, 8-12 13-17', 'Pot 15, 1000 Ljubljana, 8-12 13-17'],
		['SI56 0510 0800 0032 875', 'SI56 0510 0800 0032 875'],
		['EMŠO 0101006500006', 'EMŠO 0101006500006'],
		['123456ana@primer.invalid', '[123456ana@primer.invalid](mailto:123456ana@primer.invalid)'],
		['e-pošta:teta@x.invalid', 'e-pošta:[teta@x.invalid](mailto:teta@x.invalid)'],
		['', ''],
	])('%s', (written, shown) => expect(linked(written)).toBe(shown));

	test('loses no letter of what was written', () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'04 1+-/()@a.č,;') }), (written) => {
				const text = reachPieces(written).map((piece) => piece.text);
				expect(text.join('').replaceAll('\u00a0', ' ')).toBe(written);
			}),
		));
});

describe('the menu of the desk', () => {
	const home = '/desk/hisa';
	const menu = [home, `${home}/requests`, `${home}/cases`, `${home}/people`];
	const marked = (at: { path: string; under?: string }) =>
		menu.flatMap((href) => [currentAt(href, { home, ...at })].filter(Boolean).map((mark) => `${href} ${mark}`));

	test('marks the page itself, and the list above a page that stands below one', () => {
		expect(marked({ path: home })).toEqual([`${home} page`]);
		expect(marked({ path: `${home}/cases` })).toEqual([`${home}/cases page`]);
		expect(marked({ path: `${home}/cases/1/plan` })).toEqual([`${home}/cases true`]);
	});

	test('marks the list to which a page belongs whose address does not say so', () => {
		expect(marked({ path: `${home}/exports/1`, under: 'cases' })).toEqual([`${home}/cases true`]);
		expect(marked({ path: `${home}/handovers/1`, under: 'requests' })).toEqual([`${home}/requests true`]);
	});

	test('marks nothing on a page that belongs to no entry, however its address begins', () => {
		expect(marked({ path: `${home}/account` })).toEqual([]);
		expect(marked({ path: `${home}/casesandmore/1` })).toEqual([]);
	});
});
