// COPY over the wire: the fastest way to put many rows into a table.
import type pg from 'pg';

export type Value = string | number | boolean | Date | Buffer | null | readonly string[];
/** Rows for one table, as the lines that COPY reads. */
export type Lines = { readonly into: string; readonly lines: string[] };

type Wire = {
	query(text: string): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
	sendCopyFail(message: string): void;
};

/** One row as a line of COPY’s text format. */
export const line = (values: readonly Value[]): string => `${values.map(cell).join('\t')}\n`;

function cell(value: Value): string {
	if (value === null) return '\\N';
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
	if (value instanceof Date) return value.toISOString();
	if (typeof value === 'string') return value.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign]!);
	return Array.isArray(value) ? `{${value.join(',')}}` : String(value);
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Copies lines into their table. */
export function copy(client: pg.Client, { into, lines }: Lines): Promise<void> {
	if (lines.length === 0) return Promise.resolve();
	return new Promise((resolve, reject) => {
		let failed: Error | undefined;
		const asked = {
			submit: (wire: Wire) => wire.query(`copy ${into} from stdin`),
			handleCopyInResponse: (wire: Wire) => {
				wire.sendCopyFromChunk(Buffer.from(lines.join(''), 'utf8'));
				wire.endCopyFrom();
			},
			handleError: (error: Error) => void (failed = error),
			handleCommandComplete: () => {},
			handleReadyForQuery: () => (failed ? reject(failed) : resolve()),
		};
		client.query(asked as unknown as pg.Submittable);
	});
}
