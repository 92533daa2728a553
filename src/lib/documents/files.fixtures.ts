import { strToU8, zipSync } from 'fflate';
import type { DocumentType } from './file-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const PDF_END = '\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const OFFICE = { '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8('<Relationships/>') };
const OPEN = 'application/vnd.oasis.opendocument';
const openDocument = (kind: string, more: Record<string, Uint8Array> = {}) =>
	zipSync({ mimetype: [strToU8(`${OPEN}.${kind}`), { level: 0 }], 'content.xml': strToU8('<x/>'), ...more });

/** The smallest file of each kind that is taken, with some words in it where it can have some. */
export const aFile = (words = 'besede'): Readonly<Record<DocumentType, Uint8Array>> => ({
	pdf: bytes(`%PDF-1.7\n% ${words}${PDF_END}`),
	png: bytes(`\x89PNG\r\n\x1a\n${words}\x00\x00\x00\x00IEND\xaeB\`\x82`),
	jpeg: bytes(`\xff\xd8\xff\xe0${words}\xff\xd9`),
	docx: zipSync({ ...OFFICE, 'word/document.xml': strToU8(`<w>${words}</w>`) }),
	xlsx: zipSync({ ...OFFICE, 'xl/workbook.xml': strToU8(`<w>${words}</w>`) }),
	odt: openDocument('text'),
	ods: openDocument('spreadsheet'),
	txt: strToU8(`${words}: čšž\n`),
});

/** Files that are not what they seem, or can be run. */
export const HOSTILE_FILES: Readonly<Record<string, Uint8Array>> = {
	'a page': strToU8('<!doctype html><script>alert(1)</script>'),
	'a page after some words': strToU8('Dober dan\n<script>alert(1)</script>'),
	'a drawing': strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
	'a drawing with a head': strToU8('\ufeff<?xml version="1.0"?><svg/>'),
	'a script': strToU8('#!/bin/sh\nrm -rf /\n'),
	'a program': bytes('MZ\x90\x00\x03\x00\x00\x00'),
	'a picture that goes on as a zip': new Uint8Array([...aFile().png, ...aFile().docx]),
	'a PDF that goes on as a zip': new Uint8Array([...aFile().pdf, ...new Uint8Array(2_000), ...aFile().docx]),
	'a zip after something else': new Uint8Array([...strToU8('GIF89a'), ...aFile().docx]),
	'a picture cut short': aFile().png.subarray(0, 12),
	'a zip of no office': zipSync({ 'besede.txt': strToU8('x') }),
	'a document with macros': zipSync({
		...OFFICE,
		'word/document.xml': strToU8('<w/>'),
		'word/vbaProject.bin': strToU8('x'),
	}),
	'an open document with macros': openDocument('text', { 'Basic/Standard/Module1.xml': strToU8('<x/>') }),
	'a document with a page in it': zipSync({
		...OFFICE,
		'word/document.xml': strToU8('<w/>'),
		'x.html': strToU8('<b>'),
	}),
	'a zip whose list lies': lying(aFile().docx),
	'bytes that are no words': Uint8Array.from({ length: 64 }, (_, i) => i * 3),
	'words in another alphabet of bytes': bytes('\xe8da\x9a\x9e'),
};

/** The list of a zip file moved to where there is none. */
function lying(zip: Uint8Array): Uint8Array {
	const moved = zip.slice();
	new DataView(moved.buffer).setUint32(moved.length - 6, 3, true);
	return moved;
}
