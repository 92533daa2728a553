import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
	['Maja Vzorčna', 'MV'],
	['  Živa Marija  Zgledna-Hribar ', 'ŽZ'],
	['čiril', 'Č'],
	['dr. Ana (ni prava) Šolska', 'DŠ'],
	['', '–'],
	['123 45', '–'],
])('the initials of “%s” are %s', (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});
