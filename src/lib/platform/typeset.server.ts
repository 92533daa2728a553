import { spawn } from 'node:child_process';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { PrintedDocument } from './printed-document.ts';

/** Why a document did not become a PDF. Killed: ended from outside, or by itself when it needed too much memory. */
type TypesetFailure = 'killed' | 'too-slow' | 'broken';
type Typeset = { readonly ok: true; readonly pdf: Buffer } | { readonly ok: false; readonly failure: TypesetFailure };
/** What one document may cost. */
type TypesetLimits = { readonly timeMs: number; readonly memoryBytes: number };

const LIMITS: TypesetLimits = { timeMs: 30_000, memoryBytes: 700_000_000 };
const PROGRAM = 'src/lib/platform/typeset-child.server.ts';
const LAYOUT = 'src/lib/platform/print.typ';
const FONTS = ['400', '700'].map((weight) => `src/lib/design/fonts/atkinson-hyperlegible-next-${weight}.ttf`);

/**
 * Makes a tagged PDF (PDF/UA-1) of a document, in a process of its own (decision 28): whatever befalls that one, this one
 * goes on. Nothing of it touches a file; it is given no environment, so no password.
 */
export async function typeset(document: PrintedDocument, limits: TypesetLimits = LIMITS): Promise<Typeset> {
	const child = spawn(process.execPath, [path.resolve(PROGRAM), String(limits.memoryBytes)], {
		env: {},
		stdio: ['pipe', 'pipe', 'ignore'],
	});
	// Its own word for it, not how long it took by the clock: who ended it is not told by the signal.
	let tooSlow = false;
	const timer = setTimeout(() => (tooSlow = child.kill('SIGKILL')), limits.timeMs);
	const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
		child.once('error', () => resolve({ code: 1, signal: null }));
		child.once('close', (code, signal) => resolve({ code, signal }));
	});
	// A child that has died takes no more; that it died is seen by how it ended.
	child.stdin.on('error', () => {});
	child.stdin.end(
		JSON.stringify({ layout: path.resolve(LAYOUT), fonts: FONTS.map((font) => path.resolve(font)), document }),
	);
	const [pdf, { code, signal }] = await Promise.all([buffer(child.stdout).catch(() => Buffer.alloc(0)), ended]);
	clearTimeout(timer);
	if (code === 0 && isWhole(pdf)) return { ok: true, pdf };
	if (!signal) return { ok: false, failure: 'broken' };
	return { ok: false, failure: tooSlow ? 'too-slow' : 'killed' };
}

function isWhole(pdf: Buffer): boolean {
	return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-8).toString('latin1').includes('%%EOF');
}
