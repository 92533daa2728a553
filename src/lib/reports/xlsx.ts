import { daysBetween, type CalendarDay } from '#lib/kernel/calendar-day.ts';
import type { Cell, FileColumn, Row } from './export.ts';

// The parts of a workbook as they stand in the standard (ECMA-376), as little of it as a list needs: words stand in their
// cells, so nothing has to be gathered before a row is written. Words are words here, never a formula.

/** A sheet of a workbook holds no more rows than this. */
export const SHEET_ROWS_MAX = 1_000_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The places of the formats in the styles below. */
const STYLE = { day: 1, head: 2 } as const;

export const sheetStart = (columns: readonly FileColumn[]) =>
	`${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns
		.map(
			(column, i) =>
				`<col min="${i + 1}" max="${i + 1}" width="${column.kind === 'words' ? 24 : 13}" customWidth="1"/>`,
		)
		.join(
			'',
		)}</cols><sheetData><row r="1">${columns.map((column, i) => words(placeOf(1, i), column.label, STYLE.head)).join('')}</row>`;
export const SHEET_END = '</sheetData></worksheet>';

/** A row of a sheet; the first below the labels has the number 2. */
export function sheetRow(row: Row, columns: readonly FileColumn[], number: number): string {
	const cells = row.map((cell, i) => sheetCell(cell, columns[i]!.kind, placeOf(number, i)));
	return `<row r="${number}">${cells.join('')}</row>`;
}

function sheetCell(cell: Cell, kind: FileColumn['kind'], place: string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
	if (kind === 'day') return `<c r="${place}" s="${STYLE.day}"><v>${serialOf(cell)}</v></c>`;
	return words(place, cell);
}

// A list has fewer columns than the alphabet has letters.
const placeOf = (row: number, column: number) => `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}${row}`;
const words = (place: string, text: string, style?: number) =>
	`<c r="${place}" t="inlineStr"${style === undefined ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write these at all.
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
const escaped = (text: string) => text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** From this day on spreadsheets count days. */
const DAY_ZERO = '1899-12-30' as CalendarDay;
const serialOf = (day: string) => daysBetween(DAY_ZERO, day as CalendarDay);

/** The parts of a workbook around its sheets, by their names. */
export function workbookParts(sheets: number, name: string): Readonly<Record<string, string>> {
	const all = Array.from({ length: sheets }, (_, i) => i + 1);
	const title = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 24));
	return {
		'[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${all
			.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
			.join('')}</Types>`,
		'_rels/.rels': relations([`<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`]),
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all
			.map((n) => `<sheet name="${title}${n > 1 ? ` ${n}` : ''}" sheetId="${n}" r:id="s${n}"/>`)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations([
			...all.map((n) => `<Relationship Id="s${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`),
			`<Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/>`,
		]),
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
	};
}

const relations = (all: readonly string[]) =>
	`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
