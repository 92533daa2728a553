import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Language } from '#lib/kernel/local-words.ts';
import { csvLine, separatorOf, type FileColumn, type Row } from './export.ts';
import { sheetRow, sheetStart, SHEET_END, SHEET_ROWS_MAX, workbookParts } from './xlsx.ts';

/** The labels of the columns. */
const ROWS_ABOVE = 1;

/** What a file holds; its rows come piece by piece. */
type FileOfRows = {
	readonly title: string;
	readonly columns: readonly FileColumn[];
	readonly pieces: AsyncIterable<readonly Row[]>;
};

/** A CSV file as spreadsheets open it: UTF-8 that says so, and the sign between cells that the language expects. */
export async function* csvFile(file: FileOfRows, language: Language): AsyncGenerator<Uint8Array> {
	const separator = separatorOf(language);
	const labels = file.columns.map((column) => column.label);
	yield strToU8(`\uFEFF${csvLine(labels, separator)}`);
	for await (const rows of file.pieces) yield strToU8(rows.map((row) => csvLine(row, separator)).join(''));
}

/** An XLSX file, written as its rows come. `sheetRows`: after how many rows another sheet begins. */
export async function* xlsxFile(file: FileOfRows, sheetRows = SHEET_ROWS_MAX): AsyncGenerator<Uint8Array> {
	const out: Uint8Array[] = [];
	const zip = new Zip((failure, bytes) => {
		if (failure) throw failure;
		out.push(bytes);
	});
	const written = { sheets: 0, rows: 0 };
	let sheet = beginSheet(zip, file, written);
	for await (const rows of file.pieces) {
		if (written.rows + rows.length > sheetRows) {
			sheet.push(strToU8(SHEET_END), true);
			sheet = beginSheet(zip, file, written);
		}
		const first = written.rows + ROWS_ABOVE + 1;
		written.rows += rows.length;
		sheet.push(strToU8(rows.map((row, i) => sheetRow(row, file.columns, first + i)).join('')));
		yield* out.splice(0);
	}
	sheet.push(strToU8(SHEET_END), true);
	for (const [name, text] of Object.entries(workbookParts(written.sheets, file.title))) {
		const part = new ZipDeflate(name);
		zip.add(part);
		part.push(strToU8(text), true);
	}
	zip.end();
	yield* out;
}

function beginSheet(zip: Zip, { columns }: FileOfRows, written: { sheets: number; rows: number }): ZipDeflate {
	written.sheets += 1;
	written.rows = 0;
	const sheet = new ZipDeflate(`xl/worksheets/sheet${written.sheets}.xml`, { level: 4 });
	zip.add(sheet);
	sheet.push(strToU8(sheetStart(columns)));
	return sheet;
}
