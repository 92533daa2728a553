// What a file is, told from its bytes alone: what it is called, and what a browser says of it, proves nothing.

/** The kinds of file that are taken. What a browser could run (HTML, SVG, scripts) is not among them, nor what carries macros. */
export const DOCUMENT_TYPES = ['pdf', 'png', 'jpeg', 'docx', 'odt', 'xlsx', 'ods', 'txt'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const EXTENSIONS: Readonly<Record<DocumentType, readonly string[]>> = {
	pdf: ['pdf'],
	png: ['png'],
	jpeg: ['jpg', 'jpeg'],
	docx: ['docx'],
	odt: ['odt'],
	xlsx: ['xlsx'],
	ods: ['ods'],
	txt: ['txt'],
};
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
/** How each kind is named where it is sent. */
export const MEDIA_TYPES: Readonly<Record<DocumentType, string>> = {
	pdf: 'application/pdf',
	png: 'image/png',
	jpeg: 'image/jpeg',
	docx: `${OFFICE}.wordprocessingml.document`,
	odt: `${OPEN}.text`,
	xlsx: `${OFFICE}.spreadsheetml.sheet`,
	ods: `${OPEN}.spreadsheet`,
	txt: 'text/plain; charset=utf-8',
};

/** The kind of a file that begins and ends as its kind does; undefined for whatever is not taken, or is two things at once. */
export function typeOf(bytes: Uint8Array): DocumentType | undefined {
	if (begins(bytes, '%PDF-')) return near(bytes, '%%EOF') ? 'pdf' : undefined;
	if (begins(bytes, '\x89PNG\r\n\x1a\n')) return ends(bytes, 'IEND\xaeB`\x82') ? 'png' : undefined;
	if (begins(bytes, '\xff\xd8\xff')) return ends(bytes, '\xff\xd9') ? 'jpeg' : undefined;
	if (begins(bytes, 'PK\x03\x04')) return officeType(bytes);
	return isPlainText(bytes) ? 'txt' : undefined;
}

const latin = (bytes: Uint8Array) => {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
};
const begins = (bytes: Uint8Array, sign: string) => latin(bytes.subarray(0, sign.length)) === sign;
const ends = (bytes: Uint8Array, sign: string) => latin(bytes.subarray(-sign.length)) === sign;
/** Programs that make PDFs write a few bytes after the end. */
const TAIL = 1024;
const near = (bytes: Uint8Array, sign: string) => latin(bytes.subarray(-TAIL)).includes(sign);

/** Zip files end with their list of contents; after it a comment may stand, which ours have none of. */
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const ENTRIES_MAX = 5_000;

function officeType(bytes: Uint8Array): DocumentType | undefined {
	const names = namesInZip(bytes);
	if (!names || names.some((name) => /vbaProject|^Basic\/|^Scripts\/|\.(js|exe|bat|vbs|html?|svg)$/i.test(name)))
		return undefined;
	if (names.includes('[Content_Types].xml'))
		return names.includes('word/document.xml') ? 'docx' : names.includes('xl/workbook.xml') ? 'xlsx' : undefined;
	// OpenDocument says what it is in its first file, which is not compressed.
	const first = latin(bytes.subarray(30, 30 + 8 + 60));
	if (names[0] !== 'mimetype' || !first.startsWith('mimetype')) return undefined;
	const said = first.slice('mimetype'.length);
	if (said.startsWith(MEDIA_TYPES.ods)) return 'ods';
	return said.startsWith(MEDIA_TYPES.odt) ? 'odt' : undefined;
}

/** The names in the list at the end of a zip file; undefined when there is none, or it does not hold together. */
function namesInZip(bytes: Uint8Array): readonly string[] | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = bytes.length - END_BYTES;
	if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const names: string[] = [];
	for (let i = 0; i < Math.min(count, ENTRIES_MAX); i += 1) {
		if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
		const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
			number,
			number,
			number,
		];
		names.push(latin(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)));
		at += ENTRY_BYTES + name + extra + comment;
	}
	return at === end && count <= ENTRIES_MAX ? names : undefined;
}

/** What a browser or a shell would take for something to run, though it is text. */
const RUNS = /^\s*(<|#!|%!)|<\s*(script|html|svg|iframe|!doctype)/i;
const UNPRINTABLE = /(?![\t\n\r\f])\p{Cc}/u;

function isPlainText(bytes: Uint8Array): boolean {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return !UNPRINTABLE.test(text) && !RUNS.test(text);
	} catch {
		return false;
	}
}
