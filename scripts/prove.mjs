// npm run prove: the proofs of the tests at their full size, which takes as long as it takes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, handOver, install, modernNode } from './bootstrap.mjs';
import { browser } from './browser.mjs';

const say = (line) => console.log(`  ${line}`);

/** The tests that have a large size: those that ask which one this is. */
const sized = () =>
	['src', 'journeys', 'bench']
		.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)))
		.filter((file) => file.endsWith('.test.ts') && /\batSize|OPORA_PROVE/.test(readFileSync(file, 'utf8')));

install(say);
process.env.OPORA_BROWSER = await browser(say);
process.env.OPORA_PROVE = '1';
build(say);
handOver(modernNode(), [
	'node_modules/vitest/vitest.mjs',
	'run',
	...(process.argv.length > 2 ? process.argv.slice(2) : sized()),
]);
