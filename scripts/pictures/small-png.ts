// A PNG of a page made small: at most 256 colours, those that are there most often, and every other one as the nearest of them.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS_MAX = 256;
/** Colours nearer to each other than this (squared) are not both chosen. */
const NEAR = 40;

/** What a picture shows: its colours row by row, each as 0xRRGGBB. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint32Array };

/** Reads a PNG as a browser writes it: eight bits a channel, with or without alpha, not interlaced. */
export function readPng(png: Buffer): Picture {
	const parts: Buffer[] = [];
	let header: Buffer | undefined;
	for (let at = SIGNATURE.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		const kind = png.toString('latin1', at + 4, at + 8);
		const data = png.subarray(at + 8, at + 8 + length);
		if (kind === 'IHDR') header = data;
		if (kind === 'IDAT') parts.push(data);
		at += length + 12;
	}
	if (!header || header[8] !== 8 || (header[9] !== 2 && header[9] !== 6)) throw new Error('not a picture of a page');
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width, header[9] === 6 ? 4 : 3) };
}

function unfiltered(data: Buffer, width: number, channels: number): Uint32Array {
	const stride = width * channels;
	const height = data.length / (stride + 1);
	const pixels = new Uint32Array(width * height);
	let above: Uint8Array = new Uint8Array(stride);
	for (let y = 0; y < height; y += 1) {
		const from = y * (stride + 1);
		const row = Uint8Array.from(data.subarray(from + 1, from + 1 + stride));
		unfilter(data[from]!, row, { above, channels });
		for (let x = 0; x < width; x += 1) {
			const i = x * channels;
			pixels[y * width + x] = (row[i]! << 16) | (row[i + 1]! << 8) | row[i + 2]!;
		}
		above = row;
	}
	return pixels;
}

function unfilter(kind: number, row: Uint8Array, { above, channels }: { above: Uint8Array; channels: number }): void {
	for (let i = 0; i < row.length; i += 1) {
		const [left, up, corner] = [row[i - channels] ?? 0, above[i]!, above[i - channels] ?? 0];
		const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!;
		row[i] = row[i]! + added;
	}
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
	if (a <= b && a <= c) return left;
	return b <= c ? up : corner;
}

/** Writes a picture with a palette. */
export function writePng({ width, height, pixels }: Picture): Buffer {
	const palette = paletteOf(pixels);
	const places = new Map<number, number>();
	const rows = Buffer.alloc((width + 1) * height);
	for (const [i, colour] of pixels.entries()) {
		let place = places.get(colour);
		if (place === undefined) places.set(colour, (place = nearest(palette, colour)));
		rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = place;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	const data = deflateSync(rows, { level: 9 });
	const parts = [part('IHDR', header), part('PLTE', colours), part('IDAT', data), part('IEND', Buffer.alloc(0))];
	return Buffer.concat([SIGNATURE, ...parts]);
}

function paletteOf(pixels: Uint32Array): readonly number[] {
	const often = new Map<number, number>();
	for (const colour of pixels) often.set(colour, (often.get(colour) ?? 0) + 1);
	const colours = [...often].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
	if (colours.length <= COLOURS_MAX) return colours;
	const chosen: number[] = [];
	for (const colour of colours) {
		if (chosen.length === COLOURS_MAX) break;
		if (chosen.every((one) => distance(one, colour) > NEAR)) chosen.push(colour);
	}
	return chosen;
}

function nearest(palette: readonly number[], colour: number): number {
	let [best, least] = [0, Infinity];
	for (const [place, one] of palette.entries()) {
		const far = distance(one, colour);
		if (far < least) [best, least] = [place, far];
	}
	return best;
}

function distance(a: number, b: number): number {
	const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
	return red * red + green * green + blue * blue;
}

function part(kind: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
