// npm start: from a fresh clone to a running product.
import { COMPILED, MEMORY, build, handOver, install, modernNode } from './bootstrap.mjs';

const say = (line) => console.log(`  ${line}`);
install(say);
build(say);
process.env.NODE_COMPILE_CACHE ??= COMPILED;
handOver(modernNode(), [...MEMORY, 'scripts/serve.ts']);
