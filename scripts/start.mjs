// npm start: from a fresh clone to a running product.
import { SERVED, build, handOver, install, modernNode } from './bootstrap.mjs';

const say = (line) => console.log(`  ${line}`);
install(say);
build(say);
handOver(modernNode(), [...SERVED.flags, 'scripts/serve.ts'], SERVED.environment);
