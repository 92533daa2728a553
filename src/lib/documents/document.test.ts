import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuseField } from '#lib/kernel/result.ts';
import { checkFile, cleanName } from './document.ts';
import { DOCUMENT_TYPES, EXTENSIONS, MEDIA_TYPES, typeOf } from './file-type.ts';
import { aFile, HOSTILE_FILES } from './files.fixtures.ts';

const MAX = 1_048_576;

describe('what a file is', () => {
	test.each(DOCUMENT_TYPES)('is told from its bytes: %s', (type) => {
		expect(typeOf(aFile()[type])).toBe(type);
		expect(checkFile({ name: `Potrdilo.${EXTENSIONS[type][0]}`, bytes: aFile()[type] }, MAX)).toEqual(
			ok({ name: `Potrdilo.${EXTENSIONS[type][0]}`, type }),
		);
	});

	test.each(Object.keys(HOSTILE_FILES))('is nothing that is taken: %s', (what) => {
		expect(typeOf(HOSTILE_FILES[what]!)).toBeUndefined();
		for (const ending of ['pdf', 'png', 'docx', 'txt', 'html'])
			expect(checkFile({ name: `x.${ending}`, bytes: HOSTILE_FILES[what]! }, MAX).ok).toBe(false);
	});

	test('has to be what its name says', () => {
		for (const name of ['x.pdf', 'x.txt.exe', 'x.html', 'x', '.png', 'x.png.svg', 'x\u202egnp.exe'])
			expect(checkFile({ name, bytes: aFile().png }, MAX)).toEqual(
				refuseField('file', 'file-differs', { type: 'png' }),
			);
		expect(checkFile({ name: 'SLIKA.PNG', bytes: aFile().png }, MAX)).toMatchObject({ ok: true });
	});

	test('is never looked for in whatever else comes, and no bytes break the look', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 200 }),
				fc.constantFrom('', 'PK\x03\x04', '%PDF-', '\xff\xd8\xff'),
				(rest, sign) => {
					const bytes = Uint8Array.from([...Buffer.from(sign, 'latin1'), ...rest]);
					expect([undefined, 'txt', 'pdf', 'jpeg']).toContain(typeOf(bytes));
				},
			),
		);
	});

	test('is sent as nothing a browser would run', () => {
		for (const type of Object.values(MEDIA_TYPES)) expect(type).not.toMatch(/html|svg|script|xml$/);
	});
});

describe('a file', () => {
	test('is refused when it is missing, empty or too large, with the size it may have', () => {
		expect(checkFile({ name: '', bytes: new Uint8Array() }, MAX)).toEqual(refuseField('file', 'file-missing'));
		expect(checkFile({ name: 'x.txt', bytes: new Uint8Array() }, MAX)).toEqual(refuseField('file', 'file-empty'));
		const just = { name: 'x.txt', bytes: new Uint8Array(MAX).fill(97) };
		expect(checkFile(just, MAX)).toMatchObject({ ok: true });
		expect(checkFile(just, MAX - 1)).toEqual(refuseField('file', 'file-too-large', { max: 1 }));
	});

	test('keeps a name that can be shown and saved', () => {
		expect(cleanName('C:\\Users\\zala\\Odločba št. 5.pdf')).toBe('Odločba št. 5.pdf');
		expect(cleanName('../../etc/passwd')).toBe('passwd');
		expect(cleanName('a\u202efdp.exe\0\n')).toBe('afdp.exe');
		expect(cleanName('a<b>:"c"|?*.pdf')).toBe('a_b___c____.pdf');
		expect(cleanName(`${'č'.repeat(300)}.pdf`)).toMatch(/^č+….pdf$/);
		fc.assert(
			fc.property(fc.string({ maxLength: 400 }), (name) => {
				expect(cleanName(name)).not.toMatch(/[\\/\p{Cc}\u202e]/u);
				expect([...cleanName(name)].length).toBeLessThanOrEqual(125);
			}),
		);
	});
});
