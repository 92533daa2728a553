import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listedRoutes, routeFaults, routesUnder } from './listed-routes.ts';

const ROUTES = path.resolve(import.meta.dirname, '../../src/routes');
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'opora-routes-'));
	for (const file of [
		'+page.svelte',
		'(desk)/desk/[organisation]/+page.server.ts',
		'live/+server.ts',
		'parts/Part.svelte',
	])
		plant(file);
});
afterEach(() => rmSync(folder, { recursive: true }));
function plant(file: string): void {
	mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
	writeFileSync(path.join(folder, file), '');
}
const LISTED = { '/': 1, '/(desk)/desk/[organisation]': 1, '/live': 1 };

test('every route of the product is listed, and every listed one is there', () => {
	expect(routesUnder(ROUTES).length).toBeGreaterThan(50);
	expect(routeFaults(ROUTES)).toEqual([]);
});

test('a folder is a route when it has a page or an endpoint', () => {
	expect(routesUnder(folder).toSorted()).toEqual(Object.keys(LISTED).toSorted());
	expect(routeFaults(folder, LISTED)).toEqual([]);
});

describe('a planted fault is found:', () => {
	test.each(['+page.svelte', '+page.server.ts', '+page.ts', '+server.ts'])(
		'a route of %s that nobody listed',
		(file) => {
			plant(`secret/${file}`);
			expect(routeFaults(folder, LISTED)).toEqual(['The route /secret is not listed in journal/routes.ts.']);
		},
	);

	test('a listed route that is not there', () => {
		expect(routeFaults(folder, { ...LISTED, '/gone': 1 })).toEqual([
			'journal/routes.ts lists /gone, and there is no such route.',
		]);
	});

	test('a route that nobody listed fails the build', () => {
		expect(() => listedRoutes(folder).buildStart()).toThrow('The route / is not listed');
		expect(() => listedRoutes(ROUTES).buildStart()).not.toThrow();
	});
});
