import { inflateSync } from 'node:zlib';

/** What stands in a PDF, read from its bytes: its objects, and its words as somebody would copy them. */
export type ReadPdf = { readonly objects: readonly string[]; readonly words: string; readonly all: string };

type Stream = { readonly head: string; readonly body: string };

/** Reads a PDF as the standard has it (ISO 32000-1), as far as ours go: plain objects, deflated streams, fonts with a map to Unicode. */
export function readPdf(pdf: Buffer): ReadPdf {
	const all = pdf.toString('latin1');
	const objects = [...all.matchAll(/(\d+) 0 obj\b([\s\S]*?)endobj/g)].map(
		([, number, body]) => [number!, body!] as const,
	);
	const byNumber = new Map(objects);
	const streams = new Map(objects.map(([number, body]) => [number, streamOf(body)] as const));
	const maps = new Map<string, ReadonlyMap<string, string>>();
	for (const [number, body] of objects) {
		const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
		if (map) maps.set(number, unicodeMap(streams.get(map)!.body));
	}
	const pages = objects.filter(([, body]) => /\/Type \/Page\b/.test(body));
	const words = pages.map(([, body]) => {
		const resources = byNumber.get(/\/Resources (\d+) 0 R/.exec(body)?.[1] ?? '') ?? body;
		const fonts = new Map(
			[...resources.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, maps.get(number!)] as const),
		);
		return textOf(streams.get(/\/Contents (\d+) 0 R/.exec(body)![1]!)!.body, fonts);
	});
	return { objects: objects.map(([, body]) => body), words: words.join('\n'), all };
}

/** A stream ends where its length says: what is deflated may itself end in what looks like the end of a line. */
function streamOf(body: string): Stream {
	const found = /^([\s\S]*?)\bstream\r?\n/.exec(body);
	if (!found) return { head: body, body: '' };
	const head = found[1]!;
	const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)![1]);
	const bytes = Buffer.from(body.slice(found[0].length, found[0].length + length), 'latin1');
	return {
		head,
		body: head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1'),
	};
}

function unicodeMap(text: string): ReadonlyMap<string, string> {
	const pairs = [...text.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*\n/g)];
	return new Map(pairs.map(([, glyph, signs]) => [glyph!.toLowerCase(), fromUtf16(signs!)] as const));
}

const fromUtf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What chooses a font, marks content, ends a text or shows what was read before it, and what begins a text between signs. */
const OPERATORS = /\/(f\d+) [\d.]+ Tf|\b(ET|BDC|T[jJ])\b|<([0-9a-fA-F]*)>|(\()/g;

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string> | undefined>): string {
	const operators = new RegExp(OPERATORS);
	let map: ReadonlyMap<string, string> | undefined;
	let [text, shown] = ['', ''];
	for (let found = operators.exec(content); found; found = operators.exec(content)) {
		const [, font, operator, hex, literal] = found;
		if (font) map = fonts.get(font);
		if (hex !== undefined) shown += hex.toLowerCase();
		if (literal) {
			const end = literalEnd(content, operators.lastIndex);
			shown += Buffer.from(unescaped(content.slice(operators.lastIndex, end)), 'latin1').toString('hex');
			operators.lastIndex = end + 1;
		}
		if (!operator) continue;
		if (operator !== 'BDC') text += operator === 'ET' ? '\n' : glyphsIn(shown, map);
		shown = '';
	}
	return text;
}

/** Where a text between parentheses ends: those inside it are escaped, or come in pairs (ISO 32000-1, 7.3.4.2). */
function literalEnd(content: string, start: number): number {
	let at = start;
	for (let open = 1; ; at++) {
		if (content[at] === '\\') at++;
		else if (content[at] === '(') open++;
		else if (content[at] === ')' && --open === 0) return at;
		if (at >= content.length) throw new Error('A text in the PDF does not end.');
	}
}

/** The signs of the glyphs that an operator shows, two bytes each. */
const glyphsIn = (shown: string, map: ReadonlyMap<string, string> | undefined): string =>
	(shown.match(/.{4}/g) ?? []).map((glyph) => map?.get(glyph) ?? '').join('');

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function unescaped(literal: string): string {
	return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
		/^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
	);
}
