import { describe, expect, test } from 'vitest';
import type { Uuid } from '#lib/kernel/ids.ts';
import { callCase } from './name-of-case.ts';

const [zala, zalaMerged, miha, kept] = ['zala', 'zala-merged', 'miha', 'kept'] as Uuid[] as [Uuid, Uuid, Uuid, Uuid];
const CALLED = { zala: 'Zala Vzorčnik', miha: 'Miha Izmišljen' };
const named = new Map([
	[zala, { id: zala, name: CALLED.zala }],
	[zalaMerged, { id: zala, name: CALLED.zala }],
	[miha, { id: miha, name: CALLED.miha }],
	[kept, { id: kept, name: '' }],
]);
const called = (...present: Uuid[]) => callCase({ number: '2026-0418' }, present, named);

describe('a case is called', () => {
	test('by those who are in it, in their order', () => {
		expect(called(miha, zala)).toEqual({
			name: 'Miha Izmišljen, Zala Vzorčnik',
			people: [CALLED.miha, CALLED.zala],
			personIds: [miha, zala],
		});
	});

	test('once by somebody of whom two records are in it, whichever of them comes first', () => {
		for (const present of [[zala, zalaMerged], [zalaMerged, zala], [zalaMerged]])
			expect(called(...present)).toEqual({ name: CALLED.zala, people: [CALLED.zala], personIds: [zala] });
	});

	test('without whoever is kept from the reader, and by its number where that is everybody, or nobody is in it', () => {
		expect(called(kept, miha)).toMatchObject({ name: CALLED.miha, people: ['', CALLED.miha], personIds: [kept, miha] });
		for (const present of [[kept], ['unknown' as Uuid], []]) expect(called(...present).name).toBe('2026-0418');
	});
});
