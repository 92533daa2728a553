// npm start: from a fresh clone to a running product.
import { build, handOver, install, modernNode } from './bootstrap.mjs';

const say = (line) => console.log(`  ${line}`);
install(say);
build(say);
handOver(modernNode(), ['scripts/serve.ts']);
