// A program of its own, started by `typeset`: takes a document as JSON on its input and gives a PDF on its output. It
// reads no file but the layout and the fonts and writes none, knows no key and no password, and ends itself when it needs
// too much memory.
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** How often it looks how much memory it has, milliseconds. */
const LOOK_MS = 20;
/** What stands for a sign that no font has. */
const NO_GLYPH = '\u25ca';
/** What our own font lacks. */
const NOT_IN_OUR_FONT =
	/[^ -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u25ca]/gu;

type Given = { readonly layout: string; readonly fonts: readonly string[]; readonly document: unknown };

if (isMainThread) {
	const memoryMaxBytes = Number(process.argv[2]);
	new Worker(new URL(import.meta.url), { workerData: memoryMaxBytes }).unref();
	const given = JSON.parse((await buffer(process.stdin)).toString('utf8')) as Given;
	process.stdout.write(typeset(given));
} else {
	// Laying out holds the main thread until it is done: only another one can look.
	setInterval(() => {
		if (process.memoryUsage.rss() > (workerData as number)) process.kill(process.pid, 'SIGKILL');
	}, LOOK_MS);
}

/** The document; and if a sign in it is in no font, again with something simpler: a picture in a name must not keep anybody from their plan. */
function typeset({ layout, fonts, document }: Given): Buffer {
	const words = JSON.stringify(document).normalize('NFC');
	const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }] });
	const make = (text: string) =>
		compiler.pdf(
			{ mainFileContent: readFileSync(layout, 'utf8'), inputs: { document: text } },
			// The one name of this option that is listened to: `pdfStandards` would be ignored in silence.
			{ pdfStandard: 'ua-1' },
		);
	for (const simpler of [(text: string) => text, withoutPictures]) {
		try {
			return make(simpler(words));
		} catch (failure) {
			if (!String(failure).includes('could not be displayed')) throw failure;
		}
	}
	return make(words.replace(NOT_IN_OUR_FONT, NO_GLYPH));
}

function withoutPictures(words: string): string {
	return words
		.replace(/\p{Extended_Pictographic}[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Extended_Pictographic}]*/gu, NO_GLYPH)
		.replace(/[\p{So}\p{Co}\p{Cn}]/gu, NO_GLYPH)
		.replace(/\p{Cf}/gu, '');
}
