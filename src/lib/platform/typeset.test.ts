import { describe, expect, test } from 'vitest';
import { readPdf } from './pdf.fixtures.ts';
import type { PrintedDocument } from './printed-document.ts';
import { typeset } from './typeset.server.ts';

const aDocument = (changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
	language: 'sl',
	title: 'Načrt',
	organisation: { name: 'Izmišljeno društvo', contact: [] },
	about: [['Številka', '2026-0001']],
	sections: [],
	signatures: [],
	statement: [],
	footer: '',
	...changes,
});
const saying = (text: string) => aDocument({ sections: [{ title: 'Povedano', parts: [{ kind: 'text', text }] }] });
const LONG = saying('Dolga vrstica, ki se ponavlja. '.repeat(40_000));

async function wordsOf(document: PrintedDocument): Promise<string> {
	const done = await typeset(document);
	if (!done.ok) throw new Error(done.failure);
	return readPdf(done.pdf).words;
}

describe('a document that is laid out', () => {
	test.each([
		'čšžđćřěůňťď ČŠŽŘ',
		'Олена Ковальчук',
		'„narekovaji“ – in »drugi«',
		// Enough letters for glyphs whose numbers are the signs ( and ), in order and not.
		'abcčdefghijklmnoprsštuvzžqwxyABCČDEFGHIJKLMNOPRSŠTUVZŽQWXY0123456789',
		'9876543210YXWQŽZVUTŠSRPONMLKJIHGFEDČCBAyxwqžzvutšsrponmlkjihgfedčcba',
		'$x$ *a* _b_ #let y = 1 \\ @ref <oznaka> // opomba',
	])('holds %s as it was written', async (words) =>
		expect((await wordsOf(saying(words))).replace(/\s+/g, ' ')).toContain(words),
	);

	test('is there also when it has signs that no font has; only they are replaced', async () => {
		expect(await wordsOf(saying('Zala 👩🏽‍🦽 pravi: \ue000 dober dan'))).toMatch(/Zala ◊ pravi: ◊ dober dan/);
		expect(await wordsOf(saying('漢字 in Žiga'))).toMatch(/in Žiga/);
	});

	test('goes on over as many pages as it needs, each with its number', async () => {
		const words = await wordsOf(saying('vrstica\n'.repeat(120)));
		for (const number of ['1/3', '2/3', '3/3']) expect(words).toContain(number);
	});
});

describe('the process that lays out', () => {
	test('is ended when it takes too long', async () => {
		expect(await typeset(LONG, { timeMs: 150, memoryBytes: 2_000_000_000 })).toEqual({
			ok: false,
			failure: 'too-slow',
		});
	});

	test('ends itself when it needs more memory than it may', async () => {
		expect(await typeset(LONG, { timeMs: 30_000, memoryBytes: 250_000_000 })).toEqual({ ok: false, failure: 'killed' });
		expect(await typeset(saying('kratko'), { timeMs: 30_000, memoryBytes: 250_000_000 })).toMatchObject({ ok: true });
	});

	test('says so when a document cannot be laid out', async () => {
		expect(await typeset({ title: 'brez vsega' } as never)).toEqual({ ok: false, failure: 'broken' });
	});
});
