import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { csvLine, separatorOf, type FileColumn, type Row } from './export.ts';
import { csvFile, xlsxFile } from './export-file.server.ts';

const COLUMNS: readonly FileColumn[] = [
	{ label: 'Številka', kind: 'words' },
	{ label: 'Odprta', kind: 'day' },
	{ label: 'Srečanj', kind: 'figure' },
];
const ROWS: readonly Row[] = [
	['2026-0001', '2026-02-28', 4],
	['Češnjar; "Živa", <Đurđica> & co.', '2024-02-29', 0],
	['=1+1', null, null],
];

async function* inPieces(rows: readonly Row[], size: number) {
	for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const piece of bytes) all.push(piece);
	return Buffer.concat(all);
}
const file = (rows = ROWS, size = 2) => ({ title: 'Obravnave', columns: COLUMNS, pieces: inPieces(rows, size) });

/** Reads CSV as the standard has it: the cells of each line. */
function readCsv(text: string, separator: string): string[][] {
	const lines: string[][] = [[]];
	let [cell, quoted] = ['', false];
	const end = (of: string) => {
		lines.at(-1)!.push(of);
		cell = '';
	};
	for (let i = 0; i < text.length; i += 1) {
		const sign = text[i]!;
		if (quoted && sign === '"' && text[i + 1] === '"') {
			cell += '"';
			i += 1;
		} else if (sign === '"') quoted = !quoted;
		else if (!quoted && sign === separator) end(cell);
		else if (!quoted && sign === '\n') {
			end(cell.slice(0, -1));
			lines.push([]);
		} else cell += sign;
	}
	return lines.slice(0, -1);
}

describe('a CSV file', () => {
	test.each(['sl', 'cs', 'en'] as const)('says that it is UTF-8 and reads back as it was (%s)', async (language) => {
		const bytes = await whole(csvFile(file(), language));
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(readCsv(bytes.subarray(3).toString('utf8'), separatorOf(language))).toEqual([
			['Številka', 'Odprta', 'Srečanj'],
			['2026-0001', '2026-02-28', '4'],
			['Češnjar; "Živa", <Đurđica> & co.', '2024-02-29', '0'],
			[`'=1+1`, '', ''],
		]);
	});

	test('holds no cell that a spreadsheet would take for a formula', () => {
		const dangerous = ['=cmd()', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n=1'];
		for (const words of dangerous)
			for (const separator of [',', ';']) {
				const cell = readCsv(csvLine([words, 'x'], separator), separator)[0]![0]!;
				expect(cell, JSON.stringify(words)).toBe(`'${words}`);
			}
		expect(csvLine(['a=b', -3], ';')).toBe('a=b;-3\r\n');
	});

	test('reads back whatever stands in it', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
				const read = readCsv(csvLine(cells, ';'), ';');
				expect(read).toHaveLength(1);
				expect(read[0]!.map((cell, i) => (cells[i] === cell.slice(1) ? cells[i] : cell))).toEqual(cells);
			}),
		);
	});
});

describe('an XLSX file', () => {
	test('reads back as it was: words as words, days as days, figures as figures', async () => {
		const [sheet] = await readXlsx(await whole(xlsxFile(file())));
		const day = (text: string) => new Date(`${text}T00:00:00Z`);
		expect(sheet!.sheet).toBe('Obravnave');
		expect(sheet!.data).toEqual([
			['Številka', 'Odprta', 'Srečanj'],
			['2026-0001', day('2026-02-28'), 4],
			['Češnjar; "Živa", <Đurđica> & co.', day('2024-02-29'), 0],
			['=1+1', null, null],
		]);
	});

	test('begins another sheet when one is full', async () => {
		const rows = Array.from({ length: 7 }, (_, i): Row => [`vrstica ${i}`, null, i]);
		const sheets = await readXlsx(await whole(xlsxFile(file(rows, 2), 4)));
		expect(sheets.map((sheet) => sheet.sheet)).toEqual(['Obravnave', 'Obravnave 2']);
		expect(sheets.flatMap((sheet) => sheet.data.slice(1).map((row) => row[2]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});
});
