import { describe, expect, test } from 'vitest';
import { currentAt, dial, unbroken } from './frame.ts';

test.each([
	['112', 'tel:112'],
	['00 000 99 00', 'tel:000009900'],
	['+000 (1) 000-00', 'tel:+000100000'],
])('%s is dialled as %s', (number, address) => {
	expect(dial(number)).toBe(address);
});

test('a telephone number stays whole between two lines, and the words around it may break', () => {
	expect(unbroken('041 000 901, po 16. uri')).toBe('041\u00a0000\u00a0901, po 16. uri');
	expect(unbroken('+000 (1) 000-00')).toBe('+000\u00a0(1)\u00a0000-00');
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
