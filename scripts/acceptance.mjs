// npm run acceptance: runs the tests that prove requirements, and prints how each requirement stands.
import { COMPILED, build, handOver, install, modernNode } from './bootstrap.mjs';
import { browser } from './browser.mjs';

const say = (line) => console.error(`  ${line}`);
install(say);
process.env.OPORA_BROWSER = await browser(say);
build(say);
process.env.NODE_COMPILE_CACHE ??= COMPILED;
handOver(modernNode(), ['scripts/acceptance.ts', ...process.argv.slice(2)]);
