import type { Uuid } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/local-words.ts';

/** Lists that can be taken out whole; figures: the rows behind one number of a programme. */
export const EXPORTED_LISTS = ['cases', 'requests', 'figures'] as const;
export type ExportedList = (typeof EXPORTED_LISTS)[number];
/** Below which page of the desk each of them is. */
export const PLACE_OF = { cases: 'cases', requests: 'requests', figures: 'programmes' } as const;
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Why a list is taken out of the system. */
export const EXPORT_REASONS = [
	'report-to-funder',
	'team-meeting',
	'planning',
	'handing-over',
	'checking',
	'other',
] as const;
export type ExportReason = (typeof EXPORT_REASONS)[number];

/** How long an export can be taken, hours. */
export const EXPORT_KEPT_HOURS = 24;

/** An export as the one who asked for it sees it. */
export type Export = {
	readonly id: Uuid;
	readonly workerId: Uuid;
	readonly list: ExportedList;
	readonly format: ExportFormat;
	readonly language: Language;
	readonly names: boolean;
	readonly reason: ExportReason;
	/** Waiting: not finished yet. Refused: whoever asked may not read the list any more. */
	readonly state: 'waiting' | 'ready' | 'refused';
	/** How many rows the list had when the work began; unknown before. */
	readonly rowsAll: number | null;
	readonly rowsDone: number;
	readonly chunks: number;
	readonly askedAt: Date;
	readonly expiresAt: Date;
};

/** What stands in a cell: words, a figure, a day as `2026-11-22`, or nothing. */
export type Cell = string | number | null;
export type Row = readonly Cell[];
/** A column of a file. `day`: its texts are days. */
export type FileColumn = { readonly label: string; readonly kind: 'words' | 'figure' | 'day' };

/** The sign that a spreadsheet of this language expects between the cells of a CSV file. */
export const separatorOf = (language: Language) => (language === 'en' ? ',' : ';');

/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** A line of a CSV file (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvLine(row: Row, separator: string): string {
	return `${row.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;
}

function csvCell(cell: Cell, separator: string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
	const needsQuotes = harmless.includes(separator) || /["\r\n;,]/.test(harmless);
	return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
