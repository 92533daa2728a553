import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPng, writePng } from './small-png.ts';

const START = readFileSync(path.resolve(import.meta.dirname, '../../docs/pictures/start.png'));

test('a picture of a page becomes smaller and keeps its size', () => {
	const before = readPng(START);
	const small = writePng(before);
	expect(small.length).toBeLessThan(START.length);
	expect([small.readUInt32BE(16), small.readUInt32BE(20)]).toEqual([before.width, before.height]);
	// The head of a PNG with a palette: eight bits, colour type 3.
	expect([small[24], small[25]]).toEqual([8, 3]);
});

test('points that differ from those above and beside them are read as they were written', () => {
	// Two rows of two points: the second row says how it differs from the first (filter 2).
	const rows = Buffer.from([0, 10, 20, 30, 40, 50, 60, 2, 1, 1, 1, 250, 0, 0]);
	const { pixels } = readPng(aPng(2, 2, rows));
	expect([...pixels].map((one) => one.toString(16).padStart(6, '0'))).toEqual(['0a141e', '28323c', '0b151f', '22323c']);
});

function aPng(width: number, height: number, rows: Buffer): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 2], 8);
	const part = (kind: string, data: Buffer) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
	};
	return Buffer.concat([
		Buffer.alloc(8),
		part('IHDR', header),
		part('IDAT', deflateSync(rows)),
		part('IEND', Buffer.alloc(0)),
	]);
}
