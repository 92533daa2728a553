// npm run bench: what the product does in a second, beside what the machine does with nothing in between.
import { MEMORY, build, handOver, install, modernNode } from './bootstrap.mjs';

const say = (line) => console.error(`  ${line}`);
install(say);
build(say);
process.env.OPORA_BENCH_MEMORY = MEMORY.join(' ');
handOver(modernNode(), ['bench/bench.ts', ...process.argv.slice(2)]);
