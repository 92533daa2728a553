// npm test: everything that is missing, the checks, then rules, use cases and journeys, with the runner's summary at the end.
import { COMPILED, build, handOver, install, modernNode, run } from './bootstrap.mjs';
import { browser } from './browser.mjs';

const say = (line) => console.log(`  ${line}`);
const wanted = process.argv.slice(2);

install(say);
process.env.OPORA_BROWSER = await browser(say);
build(say);
if (wanted.length === 0) run(modernNode(), ['scripts/check.ts']);
process.env.NODE_COMPILE_CACHE ??= COMPILED;
handOver(modernNode(), ['node_modules/vitest/vitest.mjs', 'run', ...wanted]);
