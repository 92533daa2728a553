import { expect, test } from 'vitest';
import { dial } from './frame.ts';

test.each([
	['112', 'tel:112'],
	['00 000 99 00', 'tel:000009900'],
	['+000 (1) 000-00', 'tel:+000100000'],
])('%s is dialled as %s', (number, address) => {
	expect(dial(number)).toBe(address);
});
