// npm run bench: what the product does in a second, beside what the machine does with nothing in between.
import { build, handOver, install, modernNode } from './bootstrap.mjs';

const say = (line) => console.error(`  ${line}`);
install(say);
build(say);
handOver(modernNode(), ['bench/bench.ts', ...process.argv.slice(2)]);
