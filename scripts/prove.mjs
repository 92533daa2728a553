// npm run prove: the proofs of the tests at their full size, which takes as long as it takes.
import { build, handOver, install, modernNode } from './bootstrap.mjs';
import { browser } from './browser.mjs';

const say = (line) => console.log(`  ${line}`);
const SIZED = ['races', 'swapped', 'axe'];

install(say);
process.env.OPORA_BROWSER = await browser(say);
process.env.OPORA_PROVE = '1';
build(say);
handOver(modernNode(), [
	'node_modules/vitest/vitest.mjs',
	'run',
	...(process.argv.length > 2 ? process.argv.slice(2) : SIZED),
]);
